import {finderFr} from './locales/finder.js';
import {eventCalendarMessages} from './locales/index.js';

eventCalendarMessages.extend(finderFr);

/**
 * What answers the questions of the bar (texts, facets, nearness) and the panel that asks them, in a file of
 * its own: loaded as soon as somebody turns to the bar.
 */
export {Finder} from './finder/finder.js';
