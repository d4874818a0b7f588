import {detailsFr} from './locales/details.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(detailsFr);

/**
 * What enriches the list once it is on the screen, loaded right after it: opening hours, the search in
 * texts, the bar with its panels, the drawings of the categories.
 */
export {PlaceDetails} from './details/place-details.js';
