/** Week and day with their hours, in a file of their own: loaded when one of them is shown. */
export {Hours} from './hours/hours.js';
