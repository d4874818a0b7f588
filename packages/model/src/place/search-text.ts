import {normalizeText} from '../text/normalize.js';
import {ancestorsOf, type CategoryId} from './categories.js';
import type {Place} from './place.js';

/**
 * What a search in the list looks through, normalised, name first: name, names of the categories and
 * their groups, products, town, labels, description. Build it once a place and keep it.
 *
 * @param nameOf The name of a category in the reader's language.
 */
export function searchTextOf(place: Place, nameOf: (id: CategoryId) => string): string {
  const ids = new Set(place.categories.flatMap(id => [id, ...ancestorsOf(id)]));
  const parts = [
    place.name,
    place.categoryLabel,
    ...[...ids].map(nameOf),
    ...(place.products ?? []),
    place.address?.addressLocality,
    ...(place.labels ?? []),
    place.description,
  ];
  return normalizeText(parts.filter(Boolean).join(' '));
}
