/** How other people's feeds are read: their names for our fields and categories, names in capitals. */
export {titleCase} from '../text/title-case.js';
export {adaptValues} from './adapt-values.js';
export {targetOfKey} from './field-aliases.js';
export {findSwapped} from './find-swapped.js';
export {createKindReader} from './kind.js';
