import {declarationsOf, type Manifest} from '../manifest/schema.js';

/** A page of a widget, as it was written. */
export interface WidgetPage {
  readonly path: string;
  readonly tag: string;
  readonly html: string;
}

const ENTRY = /\sdata-entry="([^"]*)"/g;

/** What only the manifest or only the page of its widget has, a sentence each. */
export function entryProblems(
  manifests: readonly Manifest[],
  pages: readonly WidgetPage[],
): string[] {
  const elements = manifests
    .flatMap(declarationsOf)
    .flatMap(({declaration}) => (declaration.tagName ? [declaration] : []));
  return [
    ...elements
      .filter(({tagName}) => !pages.some(({tag}) => tag === tagName))
      .map(({tagName}) => `The site has no page of <${tagName}>.`),
    ...pages.flatMap(({path, tag, html}) => {
      const element = elements.find(({tagName}) => tagName === tag);
      if (!element) return [`docs/dist/${path}: no manifest has <${tag}>.`];
      const {attributes = [], events = [], slots = [], cssParts = [], cssProperties = []} = element;
      const expected = [
        ...names('attribute', attributes),
        ...names('event', events),
        ...names('slot', slots),
        ...names('part', cssParts),
        ...names('property', cssProperties),
      ];
      const shown = [...html.matchAll(ENTRY)].map(match => match[1]!);
      return [
        ...expected
          .filter(entry => !shown.includes(entry))
          .map(
            entry => `docs/dist/${path}: lacks the ${entry.replace(':', ' "')}" of the manifest.`,
          ),
        ...shown
          .filter(entry => !expected.includes(entry))
          .map(
            entry =>
              `docs/dist/${path}: has the ${entry.replace(':', ' "')}", the manifest has not.`,
          ),
      ];
    }),
  ];
}

const names = (kind: string, all: readonly {readonly name?: string}[]): string[] =>
  all.map(({name = ''}) => `${kind}:${name}`);
