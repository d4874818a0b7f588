import {deskMessages} from './locales/index.js';
import {slotsFr} from './locales/slots.js';

deskMessages.extend(slotsFr);

/** How full the slots are, in a file of its own. */
export {SlotsView} from './slots/slots-view.js';
