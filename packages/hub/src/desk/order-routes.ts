import {clerk} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Order} from '@local-widgets/model/schemas.js';
import {callerOf} from '../access/granted.js';
import type {HubContext} from '../context.js';
import {changeOrder} from '../orders/change-order.js';
import {requireShop} from '../shops/shop-store.js';
import {listOrders, readOrder} from './desk-orders.js';
import {
  DayQuery,
  OrdersAnswer,
  OrdersQuery,
  RowParams,
  ShopParams,
  StateChange,
} from './desk-schemas.js';
import {preparationList} from './preparation.js';
import {shopDay} from './shop-day.js';
import {slotLoad} from './slot-load.js';

/** Orders, and what follows from them for a day of work. For all who work in the shop. */
export function deskOrderRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  return (app, _options, done) => {
    app.get(
      '/api/shops/:shop/desk/orders',
      {
        config: {access: clerk},
        schema: {
          summary: 'Orders that are not over, or those of a day. Clerk',
          params: ShopParams,
          querystring: OrdersQuery,
          response: {200: OrdersAnswer},
        },
      },
      async request => {
        const {params, query} = request;
        const shop = await requireShop(db, params.shop);
        const isDay = query.day !== undefined;
        return listOrders(
          db,
          shop,
          isDay ? shopDay(shop.settings, query.day, clock.now()) : 'open',
        );
      },
    );

    app.get(
      '/api/shops/:shop/desk/orders/:id',
      {
        config: {access: clerk},
        schema: {
          summary: 'One order, over or not. Clerk',
          params: RowParams,
          response: {200: Order},
        },
      },
      async request => {
        const {shop: shopId, id} = request.params;
        return readOrder(db, await requireShop(db, shopId), id);
      },
    );

    app.post(
      '/api/shops/:shop/desk/orders/:id/state',
      {
        config: {access: clerk},
        schema: {
          summary: 'Move an order. Clerk',
          params: RowParams,
          body: StateChange,
          response: {200: Order},
        },
      },
      async request => {
        const {shop, id} = request.params;
        const {person} = callerOf(request);
        return changeOrder(context, {
          ...request.body,
          order: id,
          shop,
          by: 'shop',
          person: person?.id,
        });
      },
    );

    app.get(
      '/api/shops/:shop/desk/slots',
      {
        config: {access: clerk},
        schema: {
          summary: 'How full the slots of a day are. Clerk',
          params: ShopParams,
          querystring: DayQuery,
        },
      },
      async request => {
        const {params, query} = request;
        const shop = await requireShop(db, params.shop);
        const day = shopDay(shop.settings, query.day, clock.now());
        return {slots: await slotLoad(db, shop, day)};
      },
    );

    app.get(
      '/api/shops/:shop/desk/preparation',
      {
        config: {access: clerk},
        schema: {
          summary: 'What is to be prepared for a day. Clerk',
          params: ShopParams,
          querystring: DayQuery,
        },
      },
      async request => {
        const {params, query} = request;
        const {settings} = await requireShop(db, params.shop);
        const day = shopDay(settings, query.day, clock.now());
        return {products: await preparationList(db, params.shop, day)};
      },
    );
    done();
  };
}
