import type {Parsed} from '../state/attributes.js';
import type {Basemap} from './basemaps.js';

/** How WMTS (OGC 07-057r7, §10.2.1 and RESTful templates) and other tools spell the three numbers. */
const SPELLINGS: Readonly<Record<string, string | undefined>> = {
  tilematrix: 'z',
  zoom: 'z',
  tilerow: 'y',
  tilecol: 'x',
};

/**
 * The basemap that a `tiles` attribute asks for by address: a template, or an archive.
 *
 * @param presets What else the attribute may say, to name it where the address is none.
 * @param page Address of the page, for relative addresses and to tell whose tiles they are.
 */
export function addressedBasemap(
  tiles: string,
  attribution: string,
  presets: readonly string[],
  page: string = document.baseURI,
): Parsed<Basemap> {
  const text = tiles.trim();
  const url = text.replace(/\{(-?\w+)\}/g, (_, name: string) => {
    const lower = name.toLowerCase();
    return `{${SPELLINGS[lower] ?? lower}}`;
  });
  const address = addressOf(url, page);
  const problem = problemOf(url, address, presets);
  if (problem || !address) return {problem: `tiles="${tiles}" ${problem}`};
  const {host, origin, href} = address;
  const name = attribution.replace(/^[©\s]+/, '');
  const thirdParty = origin === new URL(page).origin ? '' : name ? `${name} (${host})` : host;
  return {
    value: isArchive(address)
      ? {url: href, isArchive: true, attribution, maxZoom: 19, thirdParty}
      : {url, attribution, maxZoom: 19, thirdParty},
  };
}

function addressOf(url: string, page: string): URL | undefined {
  try {
    return new URL(url.replace(/[{}]/g, ''), page);
  } catch {
    return undefined;
  }
}

const isArchive = ({pathname}: URL): boolean => /\.pmtiles$/i.test(pathname);

/** What is wrong with an address of tiles, as the end of a sentence; empty when nothing is. */
function problemOf(url: string, address: URL | undefined, presets: readonly string[]): string {
  const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const isTemplate = ['z', 'x'].every(n => names.includes(n)) && names.some(n => /^-?y$/.test(n));
  if (!address || !(isTemplate || (isArchive(address) && names.length === 0))) {
    const known = [...presets, 'none'].join(', ');
    return `is neither one of ${known} nor a template with {z}, {x}, {y} nor a .pmtiles file.`;
  }
  if (!/^https?:$/.test(address.protocol)) return 'is ignored: an http(s) address is needed.';
  if (names.includes('s')) return 'is ignored: one host is enough; write it in the place of {s}.';
  const strange = names.find(name => !/^(z|x|-?y|r)$/.test(name));
  if (strange !== undefined) return `is ignored: {${strange}} must be written out.`;
  return '';
}
