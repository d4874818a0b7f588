/** Reads large calendars in a worker: loaded when one comes. */
export {readLarge} from './source/read-large.js';
