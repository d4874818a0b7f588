import {SentenceError} from '../sentence-error.js';
import {filesOf, measure} from './built-files.js';
import {CATEGORIES} from './categories.js';
import type {WidgetsJson} from './types.js';
import type {DescribedWidget} from './widget.js';

/** Of the shape of `widgets.json`: a new field is a minor, another meaning a major version. */
const SCHEMA_VERSION = '1.0.0';
const LOADER = 'local-widgets.js';

const ALIASES = {
  fr:
    'Une adresse sans numéro de version complet (/v/1/…) change à chaque publication : ' +
    'ne lui donnez pas d’empreinte (integrity), elle ne serait plus juste. ' +
    'Les empreintes de ce fichier valent pour la version indiquée par sdkVersion, et pour elle seule.',
  en:
    'An address without a complete version number (/v/1/…) changes with each release: ' +
    'give it no integrity hash, which would soon be wrong. ' +
    'The hashes of this file are those of the version in sdkVersion, and of no other.',
};

/** Puts together what comments and built files say; throws when the loader was not built. */
export function widgetsJson(
  widgets: readonly DescribedWidget[],
  built: ReadonlyMap<string, Buffer>,
  sdkVersion: string,
): WidgetsJson {
  const loader = built.get(LOADER);
  if (!loader) throw new SentenceError(`${LOADER} is not there: run "npm run build" first.`);
  return {
    $schema: './widgets.schema.json',
    schemaVersion: SCHEMA_VERSION,
    sdkVersion,
    loader: {file: LOADER, type: 'module', ...measure(loader)},
    forms: {
      div: {nameAttribute: 'data-local-widget', attributePrefix: 'data-'},
      link: {className: 'local-widget', path: '/embed/'},
      frame: {className: 'local-widget', path: '/embed/'},
    },
    notes: {aliases: ALIASES},
    categories: CATEGORIES,
    widgets: widgets.map(widget => ({...widget, files: filesOf(`${widget.name}.js`, built)})),
    files: Object.fromEntries([...built].map(([name, content]) => [name, measure(content)])),
  };
}
