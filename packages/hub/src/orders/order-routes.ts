import {anyone, holder} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {
  Contact,
  Order,
  OrderRequest,
  PlacedOrder,
  Problem,
  ShopProfile,
} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {requestKey} from '../idempotency/request-key.js';
import {limitedAddress} from '../log/truncate-address.js';
import {toProfile} from '../shops/shop-profile.js';
import {ShopParams} from '../shops/shop-routes.js';
import {untoldProducts} from '../shops/untold-products.js';
import {arriveForOrder} from './arrive.js';
import {calendarFile} from './calendar-file.js';
import {changeOrder} from './change-order.js';
import {eraseOrder} from './erase-order.js';
import {exportOrder} from './export-order.js';
import {requireOrderByToken} from './find-order.js';
import {withPayLink} from './pay-link.js';
import {placeOrder} from './place-order.js';
import {withdrawFromOrder} from './withdraw.js';

const TokenParams = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});

const CancelBody = Type.Object(
  {reason: Type.Optional(Type.String({minLength: 1, maxLength: 300}))},
  {additionalProperties: false},
);

const WithdrawBody = Type.Object(
  {name: Contact.properties.name, email: Type.Required(Contact).properties.email},
  {additionalProperties: false},
);

/** A reason may be told, and so may nothing at all. */
const allowNoBody = (request: {body: unknown}, _reply: unknown, next: () => void) => {
  request.body ??= {};
  next();
};

const FollowedOrder = Type.Object({order: Order, shop: ShopProfile});

/** Ordering, and what the customer's secret token opens. */
export function orderRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config} = context;
  return (app, _options, done) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/api/shops/:shop/orders',
      {
        config: {
          access: anyone,
          rateLimit: {
            max: config.limits.ordersPerMinute,
            timeWindow: 60_000,
            // not by the address that was asked, which has as many spellings as one likes
            keyGenerator: ({ip, params}) =>
              `${limitedAddress(ip)} ${(params as {shop: string}).shop}`,
          },
        },
        schema: {
          summary: 'Order; needs an Idempotency-Key',
          params: ShopParams,
          headers: Type.Object({'idempotency-key': Type.Optional(Type.String())}),
          body: OrderRequest,
          response: {201: PlacedOrder, 400: Problem, 409: Problem, 422: Problem},
        },
      },
      async ({params, body, headers}, reply) => {
        const idempotencyKey = requestKey(headers['idempotency-key']);
        const attempt = {shopId: params.shop, request: body, idempotencyKey};
        const {text, isReplay} = await placeOrder(context, attempt);
        if (isReplay) reply.header('idempotency-replayed', 'true');
        return reply
          .code(201)
          .type('application/json; charset=utf-8')
          .serializer(String)
          .send(text as never);
      },
    );

    app.get(
      '/api/orders/:token',
      {
        config: {access: holder('order')},
        schema: {summary: 'Follow it', params: TokenParams, response: {200: FollowedOrder}},
      },
      async ({params}) => {
        const {order, shop} = await requireOrderByToken(db, params.token);
        const followed = withPayLink(order, `${config.publicUrl}/o/${params.token}`);
        return {order: followed, shop: toProfile(shop, await untoldProducts(db, shop), config)};
      },
    );

    app.post(
      '/api/orders/:token/cancel',
      {
        config: {access: holder('order')},
        preValidation: allowNoBody,
        schema: {
          summary: 'Cancel it',
          params: TokenParams,
          body: CancelBody,
          response: {200: Order},
        },
      },
      async ({params, body}) => {
        const {row, order} = await requireOrderByToken(db, params.token);
        // asked for twice, as buttons are
        if (order.state === 'cancelled') return order;
        const {reason} = body;
        return changeOrder(context, {order: row.id, to: 'cancelled', by: 'customer', reason});
      },
    );

    app.post(
      '/api/orders/:token/arrive',
      {
        config: {access: holder('order')},
        schema: {summary: 'I am here', params: TokenParams, response: {200: Order}},
      },
      async ({params}) => {
        const {row} = await requireOrderByToken(db, params.token);
        return arriveForOrder(context, row.id);
      },
    );

    app.post(
      '/api/orders/:token/withdraw',
      {
        config: {access: holder('order')},
        schema: {
          summary: 'Withdraw from the contract',
          params: TokenParams,
          body: WithdrawBody,
          response: {200: Order},
        },
      },
      async ({params, body}) => {
        const {row} = await requireOrderByToken(db, params.token);
        return withdrawFromOrder(context, row.id, body);
      },
    );

    app.get(
      '/api/orders/:token/calendar.ics',
      {config: {access: holder('order')}, schema: {summary: 'For a calendar', params: TokenParams}},
      async ({params}, reply) => {
        const {order, shop} = await requireOrderByToken(db, params.token);
        return reply
          .type('text/calendar; charset=utf-8')
          .header('content-disposition', `attachment; filename="${order.code}.ics"`)
          .serializer(String)
          .send(calendarFile(order, shop.settings, clock.now()));
      },
    );

    app.get(
      '/api/orders/:token/export',
      {
        config: {access: holder('order')},
        schema: {summary: 'All that is held about it', params: TokenParams},
      },
      async ({params}, reply) => {
        const found = await requireOrderByToken(db, params.token);
        reply.header('content-disposition', `attachment; filename="${found.order.code}.json"`);
        return exportOrder(db, found);
      },
    );

    app.post(
      '/api/orders/:token/erase',
      {
        config: {access: holder('order')},
        schema: {summary: 'Erase who ordered', params: TokenParams, response: {200: Order}},
      },
      async ({params}) => {
        const {row} = await requireOrderByToken(db, params.token);
        await eraseOrder(context, row.id, 'customer');
        return (await requireOrderByToken(db, params.token)).order;
      },
    );

    done();
  };
}
