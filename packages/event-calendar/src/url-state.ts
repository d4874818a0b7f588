import {eventCalendarMessages} from './locales/index.js';
import {linkFr} from './locales/link.js';

eventCalendarMessages.extend(linkFr);

/** Keeps what was asked in the address of the page: loaded for pages with the `url-state` attribute. */
export {UrlState} from './url-state/url-state.js';
