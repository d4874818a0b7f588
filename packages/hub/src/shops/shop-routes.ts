import {anyone} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Catalogue, Id, PickupMode, ShopProfile, SlotOffer} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {slotOffer} from '../slots/slot-offer.js';
import {readProducts} from './product-store.js';
import {catalogueTag, matchesTag, toCatalogue, toProfile} from './shop-profile.js';
import {listShops, requireShop} from './shop-store.js';
import {untoldProducts} from './untold-products.js';

export const ShopParams = Type.Object({shop: Id});

const SlotQuery = Type.Object(
  {
    mode: PickupMode,
    /** `bread:2,tart:1`; without it, slots with room for one order. */
    lines: Type.Optional(Type.String({maxLength: 8000})),
    limit: Type.Optional(Type.Integer({minimum: 1, maximum: 500})),
  },
  {additionalProperties: false},
);

/** Reading a shop: no sign-in, no cookie. */
export function shopRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, config} = context;
  return (app, _options, done) => {
    app.get(
      '/api/shops',
      {
        config: {access: anyone},
        schema: {summary: 'All shops', response: {200: Type.Array(ShopProfile)}},
      },
      async () => {
        const shops = await listShops(db);
        const untold = await Promise.all(shops.map(shop => untoldProducts(db, shop)));
        return shops.map((shop, at) => toProfile(shop, untold[at]!, config));
      },
    );

    app.get(
      '/api/shops/:shop',
      {
        config: {access: anyone},
        schema: {summary: 'One shop', params: ShopParams, response: {200: ShopProfile}},
      },
      async ({params}) => {
        const shop = await requireShop(db, params.shop);
        return toProfile(shop, await untoldProducts(db, shop), config);
      },
    );

    app.get(
      '/api/shops/:shop/catalogue',
      {
        config: {access: anyone},
        schema: {
          summary: 'What is on offer',
          params: ShopParams,
          response: {200: Catalogue, 304: Type.Null()},
        },
      },
      async (request, reply) => {
        const shop = await requireShop(db, request.params.shop);
        const body = JSON.stringify(toCatalogue(shop, await readProducts(db, shop.id)));
        const tag = catalogueTag(shop, body);
        reply.header('etag', tag).header('cache-control', 'no-cache');
        if (matchesTag(request.headers['if-none-match'], tag)) return reply.code(304).send(null);
        // it is text already, hashed as it leaves
        return reply
          .type('application/json; charset=utf-8')
          .serializer(String)
          .send(body as never);
      },
    );

    app.get(
      '/api/shops/:shop/slots',
      {
        config: {access: anyone},
        schema: {
          summary: 'When a basket can be had',
          params: ShopParams,
          querystring: SlotQuery,
          response: {200: SlotOffer},
        },
      },
      async ({params, query}, reply) => {
        reply.header('cache-control', 'no-store');
        return slotOffer(context, {shop: await requireShop(db, params.shop), ...query});
      },
    );

    done();
  };
}
