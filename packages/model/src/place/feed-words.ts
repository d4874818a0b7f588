/** How other people's feeds are read: their names for our fields and categories, names in capitals. */
export {titleCase} from '../text/title-case.js';
export {categoriesOf} from './category-of.js';
export {targetOfKey} from './field-aliases.js';
