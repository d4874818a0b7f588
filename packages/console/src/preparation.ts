import {deskMessages} from './locales/index.js';
import {preparationFr} from './locales/preparation.js';

deskMessages.extend(preparationFr);

/** The preparation list, in a file of its own. */
export {PreparationView} from './preparation/preparation-view.js';
