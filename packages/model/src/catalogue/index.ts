export {ALLERGEN_NAMES} from './allergens.js';
export {diffCatalogue, mergeCatalogue, type CatalogueChanges} from './compare.js';
export {explainRejection} from './explain-rejection.js';
export type {ProductField} from './fields.js';
export {slugOf} from './product-ids.js';
export {
  readCatalogue,
  type CatalogueFormat,
  type ReadCatalogueOptions,
  type ReadCatalogueResult,
} from './read-catalogue.js';
export type {RejectedProduct, RejectionReason} from './rejected.js';
export {writeCatalogueCsv} from './write-csv.js';
