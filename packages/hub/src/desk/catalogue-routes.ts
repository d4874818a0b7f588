import {clerk, merchant, merchantUnless} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Product} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {HubProblem, invalidField} from '../http/problem.js';
import {readProducts, readSome} from '../shops/product-store.js';
import {toCatalogue} from '../shops/shop-profile.js';
import {requireShop} from '../shops/shop-store.js';
import {languageOf} from '../text/words.js';
import {importCatalogue} from './catalogue-import.js';
import {
  changeCatalogue,
  changeProduct,
  deleteProduct,
  placeOf,
  writeProduct,
} from './catalogue-store.js';
import {
  ImportQuery,
  ImportReport,
  ProductParams,
  ProductPatch,
  ProductQuery,
  ShopParams,
} from './desk-schemas.js';
import {deskWords} from './desk-words.js';

/** Five thousand products with all that is told of them. */
const IMPORT_LIMIT = 8 * 1024 * 1024;

/** The catalogue of a shop: whole, from a file, and product by product. */
export function catalogueRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db} = context;
  return (app, _options, done) => {
    // bytes: spreadsheets write in the character set of their day
    app.addContentTypeParser('text/csv', {parseAs: 'buffer'}, (_request, body, done) =>
      done(null, body),
    );

    app.get(
      '/api/shops/:shop/desk/catalogue',
      {
        config: {access: clerk},
        schema: {summary: 'All products, hidden ones included. Clerk', params: ShopParams},
      },
      async request => {
        const {shop: id} = request.params;
        const [shop, products] = [await requireShop(db, id), await readProducts(db, id)];
        return {...toCatalogue(shop, []), products};
      },
    );

    app.put(
      '/api/shops/:shop/desk/catalogue',
      {
        config: {access: merchant},
        schema: {
          summary:
            'Put a CSV or JSON file in place of the catalogue; dry-run=1 only tells. Merchant',
          params: ShopParams,
          querystring: ImportQuery,
          response: {200: ImportReport},
        },
        bodyLimit: IMPORT_LIMIT,
      },
      async request => {
        const {params, query, body, headers} = request;
        return importCatalogue(context, {
          shopId: params.shop,
          source: body,
          isDryRun: query['dry-run'] === '1',
          language: languageOf(headers['accept-language']),
        });
      },
    );

    app.put(
      '/api/shops/:shop/desk/products/:product',
      {
        config: {access: merchant},
        schema: {
          summary: 'Write a product. Merchant',
          params: ProductParams,
          querystring: ProductQuery,
          body: Product,
        },
      },
      async (request, reply) => {
        const {params, query, body: product} = request;
        const {shop} = params;
        if (product.id !== params.product) {
          throw invalidField('/id', language => deskWords(language).otherProduct);
        }
        const seen = query['stock-seen'];
        const tellsStock = seen === undefined || seen !== product.stock;
        const written = await changeCatalogue(context, shop, async trx => {
          const {position, isNew} = await placeOf(trx, shop, product.id);
          await writeProduct(trx, shop, product, {position, tellsStock});
          const [kept] = await readSome(trx, shop, [product.id]);
          return {isNew, product: kept!};
        });
        return reply.code(written.isNew ? 201 : 200).send(written.product);
      },
    );

    app.patch(
      '/api/shops/:shop/desk/products/:product',
      {
        config: {access: merchantUnless('stock')},
        schema: {
          summary: 'Stock (clerk), visibility and price (merchant)',
          params: ProductParams,
          body: ProductPatch,
        },
      },
      async request => {
        const {params, body} = request;
        return changeCatalogue(context, params.shop, trx =>
          changeProduct(trx, params.shop, params.product, body),
        );
      },
    );

    app.delete(
      '/api/shops/:shop/desk/products/:product',
      {
        config: {access: merchant},
        schema: {
          summary: 'Delete a product. Merchant',
          params: ProductParams,
          response: {204: Type.Null()},
        },
      },
      async (request, reply) => {
        const {shop, product} = request.params;
        const wasThere = await changeCatalogue(context, shop, trx =>
          deleteProduct(trx, shop, product),
        );
        if (!wasThere) throw new HubProblem('not-found');
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
