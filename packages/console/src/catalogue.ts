import {catalogueFr} from './locales/catalogue.js';
import {deskMessages} from './locales/index.js';

deskMessages.extend(catalogueFr);

/** The catalogue, in a file of its own. */
export {CatalogueView} from './catalogue/catalogue-view.js';
