import {Value} from 'typebox/value';
import {
  diffCatalogue,
  explainRejection,
  mergeCatalogue,
  readCatalogue,
  UnreadableFeedError,
  writeCatalogueCsv,
  type CatalogueFormat,
  type ReadCatalogueResult,
} from '../../../src/index.js';
import {Product} from '../../../src/schemas.js';
import type {HostileReader} from '../reader.js';
import {catalogueSamples} from '../samples/catalogues.js';

function check(result: unknown): string[] {
  const {products, rejected} = result as ReadCatalogueResult;
  const ids = new Set(products.map(({id}) => id));
  writeCatalogueCsv(products.slice(0, 5));
  return [
    ...(ids.size === products.length ? [] : ['two products have one id']),
    ...products
      .slice(0, 20)
      .flatMap(product =>
        [...Value.Errors(Product, product)].map(({message}) => `a product ${message}`),
      ),
    ...rejected.slice(0, 20).flatMap(one => {
      const said = explainRejection(one, 'fr');
      return /[\p{Cc}\u202e]/u.test(said) ? [`a rejection says ${said}`] : [];
    }),
  ];
}

export const catalogueReaders: readonly HostileReader[] = Object.entries(catalogueSamples).map(
  ([format, samples]) => ({
    name: `catalogues: ${format}`,
    covers: [
      ...['readCatalogue', 'mergeCatalogue', 'diffCatalogue', 'writeCatalogueCsv'],
      ...['explainRejection', 'slugOf', `catalogue format ${format}`],
    ],
    samples,
    read: input => {
      const read = readCatalogue(input, {vatRate: 2000, format: format as CatalogueFormat});
      const merged = mergeCatalogue(read.products, read.products, read.told);
      return {...read, ignored: [], merged, changes: diffCatalogue(read.products, merged)};
    },
    isRefusal: error => error instanceof UnreadableFeedError,
    check,
  }),
);
