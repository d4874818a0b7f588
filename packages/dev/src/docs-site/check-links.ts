import {posix} from 'node:path';
import {isExternal} from './links.js';

/** What a page says of itself, for people who have to mend a link. */
export interface CheckedPage {
  readonly path: string;
  readonly html: string;
  /** Where a link stands in the sources, by its address. */
  readonly origins?: ReadonlyMap<string, string>;
}

const LINK = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

/**
 * Links and anchors that lead nowhere, a sentence each, with file and line: those of the sources where a text
 * has them, else those of the page as it was written. Addresses on other sites are not asked for.
 */
export function linkProblems(pages: readonly CheckedPage[], files: ReadonlySet<string>): string[] {
  const ids = new Map(pages.map(({path, html}) => [path, allOf(html, ID)]));
  return pages.flatMap(page => [
    ...twice(page),
    ...[...page.html.matchAll(LINK)].flatMap(match => {
      const address = decode(match[1]!);
      const fault = faultOf(page.path, address, ids, files);
      if (!fault) return [];
      const line = page.html.slice(0, match.index).split('\n').length;
      const where = page.origins?.get(address) ?? `docs/dist/${page.path}:${line}`;
      return [`${where}: "${address}" ${fault}`];
    }),
  ]);
}

function faultOf(
  from: string,
  address: string,
  ids: ReadonlyMap<string, readonly string[]>,
  files: ReadonlySet<string>,
): string | undefined {
  if (isExternal(address)) return undefined;
  const [path = '', hash] = address.split('#');
  if (path.startsWith('/'))
    return 'begins at the root of the server; the site may lie in a folder.';
  const target = path ? posix.join(posix.dirname(from), decodeURI(path.split('?')[0]!)) : from;
  const known = ids.get(target);
  if (!known) return files.has(target) ? undefined : `leads to ${target}, which is not there.`;
  // what a script reads from there is no anchor
  if (!hash || hash.includes('=')) return undefined;
  return known.includes(decodeURIComponent(hash)) ? undefined : `has no such anchor in ${target}.`;
}

function twice({path, html}: CheckedPage): string[] {
  const all = allOf(html, ID);
  const more = all.filter((id, at) => all.indexOf(id) < at);
  return more.map(id => `docs/dist/${path}: the id "${id}" is there twice.`);
}

const allOf = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(match => match[1]!);

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
