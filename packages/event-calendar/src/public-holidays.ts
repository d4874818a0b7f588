/** Names of public holidays, in a file of their own: loaded for months, weeks and days. */
export {holidayName} from './words/holidays.js';
