import {normalizeText} from '../text/normalize.js';
import {FIELD_END} from '../text/word-table.js';
import {ancestorsOf, type CategoryId} from './categories.js';
import type {Place} from './place.js';

/** The name of a category in the reader's language. */
type CategoryNames = (id: CategoryId) => string;

/** Folded names of the categories and of their groups, by the categories of a place. */
type FoldedNames = Map<string, {readonly kind: string; readonly groups: string}>;

/** Most places share their categories with many others. */
const folded = /* @__PURE__ */ new WeakMap<CategoryNames, FoldedNames>();

/**
 * What a search in the list looks through, folded, in three fields parted by `FIELD_END`: the name; the
 * kind (names of the categories, and what the source calls it); groups, products, town, labels,
 * description. Build it once a place and keep it.
 *
 * @param nameOf The name of a category in the reader's language; always the same for one category.
 */
export function searchTextOf(place: Place, nameOf: CategoryNames): string {
  const {name, categoryLabel = '', address, description} = place;
  const {kind, groups} = namesOf(place, nameOf);
  const rest = [place.products?.join(' '), address?.addressLocality, place.labels?.join(' ')];
  return [
    normalizeText(name),
    joined(kind, normalizeText(categoryLabel)),
    joined(groups, normalizeText(joined(...rest, description))),
  ].join(FIELD_END);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function namesOf({categories}: Place, nameOf: CategoryNames): {kind: string; groups: string} {
  const key = categories.join();
  const names = folded.get(nameOf) ?? (new Map() as FoldedNames);
  folded.set(nameOf, names);
  let found = names.get(key);
  if (!found) {
    const fold = (ids: readonly CategoryId[]): string =>
      normalizeText([...new Set(ids)].map(nameOf).join(' '));
    found = {kind: fold(categories), groups: fold(categories.flatMap(ancestorsOf))};
    names.set(key, found);
  }
  return found;
}
