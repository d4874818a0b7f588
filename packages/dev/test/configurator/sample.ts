import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DEFAULTS, type Settings} from '../../src/configurator/settings.js';
import {root} from '../../src/root.js';
import {describeWidgets} from '../../src/widgets/describe.js';
import type {Widget} from '../../src/widgets/types.js';

const {packages} = describeWidgets(root);

/** A widget as the sources describe it. */
export function widget(name: string): Widget {
  const found = packages.flatMap(one => one.widgets).find(one => one.name === name)!;
  return {...found, files: {first: [], later: []}};
}

export const settings = (
  name: string,
  values: Settings['values'],
  more: Partial<Settings> = {},
): Settings => ({...DEFAULTS, widget: name, values, ...more});

export const FORMS = {
  div: {nameAttribute: 'data-local-widget', attributePrefix: 'data-'},
  link: {className: 'local-widget', path: '/embed/'},
  frame: {className: 'local-widget', path: '/embed/'},
};

export const exampleFile = (name: string): Uint8Array =>
  readFileSync(join(root, 'examples/town/data', name));
