import {createTextMatcher} from '../text/match.js';
import {normalizeText} from '../text/normalize.js';
import type {GeoCoordinates, Place} from './place.js';

/** A town that addresses of the page name. */
export interface Town {
  /** As its first address writes it. */
  readonly name: string;
  /** The one that most of its addresses have. */
  readonly postalCode?: string;
  /** Mean position of its places: where its shops are, not its middle. */
  readonly geo: GeoCoordinates;
  /** How many places it has. */
  readonly count: number;
}

/** The places of one town with one postal code. */
interface Part {
  readonly name: string;
  /** Folded name. */
  readonly key: string;
  readonly postalCode: string;
  count: number;
  longitude: number;
  latitude: number;
}

interface Directory {
  readonly parts: readonly Part[];
  readonly towns: readonly Town[];
}

const directories = new WeakMap<readonly Place[], Directory>();

/**
 * The towns that the addresses name, those with most places first. Towns of the same name in
 * different departments are two. Worked out once for an array, which must not change.
 */
export function townsOf(places: readonly Place[]): readonly Town[] {
  return directoryOf(places).towns;
}

/**
 * Finds a town by its name, its postal code (from two digits on), or both ("61100 Flers"), in the
 * page's own data: no request. Accents, "st" for "saint" and small slips are forgiven. Best first:
 * the whole name, its beginning, the beginning of a word, then by number of places. With a postal
 * code, position and count are those of the addresses that have it (an arrondissement of Paris).
 *
 * @returns At most `limit` towns; none for a query with neither letters nor two digits.
 */
export function findTowns(places: readonly Place[], query: string, limit = 5): readonly Town[] {
  const words = fold(query.slice(0, 200)).split(' ');
  const code = words.find(word => /^\d[\dab]+$/.test(word));
  const name = words.filter(word => word !== code && /\p{L}/u.test(word)).join(' ');
  if (!name && !code) return [];
  const {parts, towns} = directoryOf(places);
  const wanted = code
    ? townsFrom(parts.filter(part => fold(part.postalCode).startsWith(code)))
    : towns;
  if (!name) return wanted.slice(0, limit);
  const match = createTextMatcher(name);
  return wanted
    .map(town => {
      const key = fold(town.name);
      const bonus = key === name ? 200 : key.startsWith(name) ? 100 : 0;
      return {town, score: match(key) + bonus};
    })
    .filter(({town, score}) => score > 0 && isWorthy(fold(town.name), name))
    .sort((a, b) => b.score - a.score || b.town.count - a.town.count)
    .slice(0, limit)
    .map(({town}) => town);
}

/** One letter is asked at the beginning only. */
function isWorthy(key: string, name: string): boolean {
  return name.length > 1 || key.startsWith(name);
}

function directoryOf(places: readonly Place[]): Directory {
  let known = directories.get(places);
  if (!known) {
    const parts = partsOf(places);
    directories.set(places, (known = {parts, towns: townsFrom(parts)}));
  }
  return known;
}

function partsOf(places: readonly Place[]): Part[] {
  const parts = new Map<string, Part>();
  for (const {address, geo} of places) {
    const name = address?.addressLocality?.replace(/\s+cedex\b.*$/i, '');
    if (!name) continue;
    const postalCode = address?.postalCode ?? '';
    const id = `${name}|${postalCode}`;
    let part = parts.get(id);
    if (!part) {
      part = {name, key: fold(name) || name, postalCode, count: 0, longitude: 0, latitude: 0};
      parts.set(id, part);
    }
    part.count++;
    part.longitude += geo.longitude;
    part.latitude += geo.latitude;
  }
  return [...parts.values()];
}

/** Joins the parts of a town: one name in one department; parts without code go to the largest. */
function townsFrom(parts: readonly Part[]): Town[] {
  const towns = new Map<string, Part[]>();
  const largest = new Map<string, Part>();
  for (const part of parts) {
    if (part.postalCode && part.count > (largest.get(part.key)?.count ?? 0)) {
      largest.set(part.key, part);
    }
  }
  for (const part of parts) {
    const code = part.postalCode || largest.get(part.key)?.postalCode;
    const id = `${part.key}|${code?.slice(0, 2) ?? ''}`;
    towns.set(id, [...(towns.get(id) ?? []), part]);
  }
  return [...towns.values()].map(townFrom).sort((a, b) => b.count - a.count);
}

function townFrom(parts: readonly Part[]): Town {
  const sum = (degrees: (part: Part) => number) => parts.reduce((all, p) => all + degrees(p), 0);
  const count = sum(part => part.count);
  const byCode = new Map<string, number>();
  for (const {postalCode, count} of parts) {
    if (postalCode) byCode.set(postalCode, (byCode.get(postalCode) ?? 0) + count);
  }
  const [best] = [...byCode].sort((a, b) => b[1] - a[1]);
  return {
    name: parts[0]!.name,
    ...(best && {postalCode: best[0]}),
    geo: {longitude: sum(p => p.longitude) / count, latitude: sum(p => p.latitude) / count},
    count,
  };
}

/** Folded, with "saint" written out as addresses rarely do. */
function fold(text: string): string {
  return normalizeText(text).replace(/\bst(e?)\b/g, 'saint$1');
}
