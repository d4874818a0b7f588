import {failuresFr} from './locales/failures.js';
import {eventCalendarMessages} from './locales/index.js';

/** What to tell a visitor about an agenda that does not come: loaded when it does not. */
eventCalendarMessages.extend(failuresFr);
