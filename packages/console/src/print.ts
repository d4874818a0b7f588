import {deskMessages} from './locales/index.js';
import {printFr} from './locales/print.js';

deskMessages.extend(printFr);

/** What goes on paper, in a file of its own. */
export {PrintedPaper} from './print/printed-paper.js';
