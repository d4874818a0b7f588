import {openPage, until, type Page} from './frame.js';
import {needBuild, SCRIPTS} from './town.js';

/** Address of the loader among the built files; see packages/dev/src/testing/script-files.ts for others. */
export const LOADER = `${SCRIPTS}local-widgets.js`;

/** Files of which one is missing, has one line more, or that say that they are of another release. */
export const loaderOf = (
  kind: 'without' | 'tampered' | 'release',
  what: string,
  origin = '',
): string => `${origin || '/__page/town'}/${kind}/${what}/local-widgets.js`;

export const loader = (address = LOADER, attributes = ''): string =>
  `<script type="module" src="${address}" ${attributes}></script>`;

/** A page that somebody else wrote around our script tag. */
export async function pageOf(body: string, head = '', lang = 'fr'): Promise<Page> {
  await needBuild();
  const srcdoc = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
  return openPage({srcdoc});
}

/** Names of the script files that a page has asked for, in order. */
export const scriptsOf = ({window}: Page): string[] =>
  window.performance
    .getEntriesByType('resource')
    .map(({name}) => /\/([\w-]+)\.js(?:\?|$)/.exec(name)?.[1])
    .filter(name => name !== undefined);

/** Asks the page's loader for a file, as the files of a release do. */
export async function ask({window}: Page, name: string): Promise<unknown> {
  const page = window as unknown as Record<symbol, {load(name: string): Promise<unknown>}>;
  const LOADED = Symbol.for('local-widgets.loader');
  await until(() => page[LOADED], 'the loader is there');
  return page[LOADED]!.load(name);
}
