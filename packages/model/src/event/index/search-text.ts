import {createTextMatcher} from '../../text/match.js';
import {normalizeText} from '../../text/normalize.js';
import {FIELD_END} from '../../text/word-table.js';
import type {Event} from '../event.js';
import type {EventSearch} from './criteria.js';

/**
 * What a search looks through, folded, in three fields parted by `FIELD_END`: the name; the kind and for whom; where,
 * by whom, and the text. Build it once an event and keep it.
 */
function eventSearchText(event: Event): string {
  const {name, categories, keywords, audience, location, organizer, description} = event;
  const {streetAddress, postalCode, addressLocality} = location?.address ?? {};
  const kind = [categories, keywords, audience].flatMap(list => list ?? []);
  const rest = [
    location?.name,
    streetAddress,
    postalCode,
    addressLocality,
    organizer?.name,
    description,
  ];
  return [name, kind.join(' '), rest.filter(Boolean).join(' ')].map(normalizeText).join(FIELD_END);
}

/** For `EventCriteria.text`; apart, so that a page may load it when somebody searches. */
export const eventSearch: EventSearch = {searchTextOf: eventSearchText, createTextMatcher};
