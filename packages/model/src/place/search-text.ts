import {normalizeText} from '../text/normalize.js';
import {categoryById} from './categories.js';
import type {Place} from './place.js';

/**
 * What a search in the list looks through, normalised, name first: name, categories in French and
 * English, products, town, labels, description. Build it once a place and keep it.
 */
export function searchTextOf(place: Place): string {
  const parts: (string | undefined)[] = [place.name, place.categoryLabel];
  for (const id of place.categories) {
    const label = categoryById(id)?.label;
    parts.push(label?.fr, label?.en);
  }
  parts.push(...(place.products ?? []), place.address?.addressLocality, ...(place.labels ?? []));
  parts.push(place.description);
  return normalizeText(parts.filter(Boolean).join(' '));
}
