import {detailsFr} from './locales/details.js';
import {eventCalendarMessages} from './locales/index.js';

eventCalendarMessages.extend(detailsFr);

/** Everything about one event, in a file of its own: loaded as soon as somebody points at one. */
export {EventDialog} from './details/event-dialog.js';
