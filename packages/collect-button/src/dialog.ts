import {collectMessages} from './locales/index.js';
import {dialogFr} from './locales/dialog.js';

collectMessages.extend(dialogFr);

/** The dialog, in a file of its own: loaded by the first click. */
export {CollectDialog} from './dialog/collect-dialog.js';
