import {normalizeText} from '../text/normalize.js';
import {categoryById, groupOf} from './categories.js';
import type {Place} from './place.js';

/**
 * What a search in the list looks through, normalised, name first: name, categories and their
 * groups in French and English, products, town, labels, description. Build it once a place and keep it.
 */
export function searchTextOf(place: Place): string {
  const parts: (string | undefined)[] = [place.name, place.categoryLabel];
  for (const id of place.categories) {
    const {label} = categoryById(id);
    parts.push(label.fr, label.en);
  }
  for (const group of new Set(place.categories.map(groupOf))) {
    parts.push(group.label.fr, group.label.en);
  }
  parts.push(...(place.products ?? []), place.address?.addressLocality, ...(place.labels ?? []));
  parts.push(place.description);
  return normalizeText(parts.filter(Boolean).join(' '));
}
