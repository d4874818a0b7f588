/**
 * What enriches the list once it is on the screen, loaded right after it: opening hours, the drawings
 * of the categories, and the card of a place.
 */
export {openingStatus, openingWeek} from '@local-widgets/model';
export {glyphs} from './symbols/glyphs.js';
export {cardTemplate} from './templates/card.js';
