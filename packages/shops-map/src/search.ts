import {shopsMapMessages} from './locales/index.js';
import {searchFr} from './locales/search.js';

shopsMapMessages.extend(searchFr);

/**
 * What answers the questions of the bar (texts, services, hours, order), in a file of its own: loaded
 * when the page is idle, or as soon as somebody turns to the bar.
 */
export {Search} from './search/search.js';
