import type {CategoryId} from '../categories.js';
import type {Place} from '../place.js';

/** The words of the list, in the language of its reader. */
export interface TextListWords {
  /** Name of a category. */
  readonly nameOf: (id: CategoryId) => string;
  /** Opening hours in words; left out without it. */
  readonly hoursOf?: ((openingHours: string) => string) | undefined;
}

/**
 * The places as plain text for an e-mail: name and kind, address, telephone and site on a line each,
 * one blank line between places. Every value is on one line, whatever it held.
 */
export function placesToText(places: readonly Place[], words: TextListWords): string {
  return places.map(place => entryOf(place, words)).join('\n\n');
}

function entryOf(place: Place, {nameOf, hoursOf}: TextListWords): string {
  const {name, categories, address = {}, openingHours, telephone, email, url} = place;
  const {streetAddress, postalCode, addressLocality} = address;
  const [category = 'other'] = categories;
  const town = [postalCode, addressLocality].filter(Boolean).join(' ');
  return [
    `${name} — ${place.categoryLabel ?? nameOf(category)}`,
    [streetAddress, town].filter(Boolean).join(', '),
    openingHours && hoursOf?.(openingHours),
    telephone,
    email,
    url,
  ]
    .map(line => line?.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
