import {declarationsOf, type Declaration, type Manifest} from '../manifest/schema.js';
import type {Widget, WidgetsJson} from './types.js';

/** What a manifest and `widgets.json` both have, and what one calls them. */
const LISTS: readonly [
  word: string,
  inManifest: (declaration: Declaration) => readonly {readonly name?: string}[] | undefined,
  inWidgets: (widget: Widget) => readonly {readonly name: string}[],
][] = [
  ['attribute', ({attributes}) => attributes, ({attributes}) => attributes],
  ['event', ({events}) => events, ({events}) => events],
  ['slot', ({slots}) => slots, ({slots}) => slots],
  ['part', ({cssParts}) => cssParts, ({parts}) => parts],
  ['custom property', ({cssProperties}) => cssProperties, one => one.customProperties],
];

/**
 * What only one of the two knows, a sentence each: the manifests that are published, and `widgets.json`
 * as it was written.
 */
export function agreementProblems(manifests: readonly Manifest[], json: WidgetsJson): string[] {
  const elements = manifests
    .flatMap(declarationsOf)
    .flatMap(({declaration}) => (declaration.tagName ? [declaration] : []));
  const tags = new Set([...elements.map(one => one.tagName!), ...json.widgets.map(one => one.tag)]);
  return [...tags].flatMap(tag => {
    const element = elements.find(one => one.tagName === tag);
    const widget = json.widgets.find(one => one.tag === tag);
    if (!element) return [`widgets.json: <${tag}> is in no manifest; drop it.`];
    if (!widget) return [`widgets.json: <${tag}> of the manifest is missing; list its package.`];
    return LISTS.flatMap(([word, inManifest, inWidgets]) => {
      const published = (inManifest(element) ?? []).flatMap(({name}) => name ?? []);
      const listed = inWidgets(widget).map(({name}) => name);
      return [
        ...published
          .filter(name => !listed.includes(name))
          .map(name => `widgets.json: <${tag}> lacks the ${word} "${name}" of its manifest.`),
        ...listed
          .filter(name => !published.includes(name))
          .map(name => `widgets.json: <${tag}> has the ${word} "${name}", its manifest has not.`),
      ];
    });
  });
}
