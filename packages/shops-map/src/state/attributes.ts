import {
  categoryById,
  isSwappedInFrance,
  parseLonLat,
  type CategoryId,
  type GeoCoordinates,
  type PlaceSort,
} from '@local-widgets/model';

/** An attribute's value where it has one, and a sentence for the webmaster where something is wrong. */
export interface Parsed<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** `center="0.52,48.41"`: longitude first, as in GeoJSON. */
export function parseCenter(text: string): Parsed<GeoCoordinates> {
  if (!text.trim()) return {};
  const value = parseLonLat(text);
  const wrong = !value ? 'is ignored' : isSwappedInFrance(value) && 'looks swapped';
  return {
    ...(value && {value}),
    ...(wrong && {problem: `center="${text}" ${wrong}: longitude, then latitude, is needed.`}),
  };
}

/** `radius-km="15"`: a positive number of kilometres. */
export function parseRadius(text: string): Parsed<number> {
  if (!text.trim()) return {};
  const value = Number(text.replace(',', '.'));
  if (value > 0 && Number.isFinite(value)) return {value};
  return {problem: `radius-km="${text}" is ignored: a positive number of kilometres is needed.`};
}

/** `categories="bakery farm"`: ids separated by spaces or commas; unknown ones are named. */
export function parseCategories(text: string): Parsed<readonly CategoryId[]> {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0) return {};
  const known = words.flatMap(word => categoryById(word)?.id ?? []);
  const unknown = words.filter(word => !categoryById(word));
  return {
    ...(known.length > 0 && {value: known}),
    ...(unknown.length > 0 && {
      problem: `categories: no category is called ${unknown.join(', ')}.`,
    }),
  };
}

export type Layout = 'split' | 'list' | 'map';

const SORTS: readonly PlaceSort[] = ['distance', 'name', 'open'];

/** `sort="open"`; empty: the order that fits the search. */
export function parseSort(text: string): Parsed<PlaceSort> {
  const value = SORTS.find(sort => sort === text);
  if (value || !text) return {...(value && {value})};
  return {problem: `sort="${text}" is ignored: it is one of ${SORTS.join(', ')}.`};
}
