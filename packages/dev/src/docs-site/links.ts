import {posix} from 'node:path';

/** How a page writes the address of another file of the site, so that the site works in any folder. */
export function relativeTo(page: string, target: string): string {
  const [path = '', hash] = target.split('#');
  const way = posix.relative(posix.dirname(page), path) || posix.basename(path);
  return hash === undefined ? way : `${way}#${hash}`;
}

/** Addresses that lead out of the site. */
export const isExternal = (address: string): boolean => /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(address);

/** The id that GitHub gives a heading, so that links in the sources hold in both places. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
