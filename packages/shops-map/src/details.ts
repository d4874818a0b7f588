/**
 * What enriches the list once it is on the screen, loaded right after it: opening hours, the search in
 * texts, the drawings of the categories, and the card of a place.
 */
import {cardEn, cardFr} from './locales/card.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(cardFr, cardEn);

export {createTextMatcher, openingStatus, openingWeek, searchTextOf} from '@local-widgets/model';
export {openingWords} from './state/opening-words.js';
export {cardStyles} from './styles/card.styles.js';
export {glyphs} from './symbols/glyphs.js';
export {cardTemplate} from './templates/card.js';
