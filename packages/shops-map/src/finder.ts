import {finderFr} from './locales/finder.js';
import {shopsMapMessages} from './locales/index.js';

shopsMapMessages.extend(finderFr);

/** The panels that narrow the list further, in a file of their own: loaded when one is opened. */
export {Finder} from './finder/finder.js';
