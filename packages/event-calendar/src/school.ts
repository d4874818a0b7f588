/** School holidays, in a file of their own: loaded for pages that name a file with them. */
export {School} from './school/school.js';
