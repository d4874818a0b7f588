import {cardEn, cardFr} from './locales/card.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(cardFr, cardEn);

/**
 * What enriches the list once it is on the screen, loaded right after it: opening hours, the search in
 * texts, the drawings of the categories, and the card of a place.
 */
export {PlaceDetails} from './state/place-details.js';
