import {clerk} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyRequest} from 'fastify';
import {mayStay} from '../access/guards.js';
import type {HubContext} from '../context.js';
import {requireShop} from '../shops/shop-store.js';
import {lastEventOf} from './desk-orders.js';
import {ShopParams, StreamQuery} from './desk-schemas.js';
import {OrderStream} from './order-stream.js';

export interface StreamRouteOptions {
  /** Milliseconds between two comments. */
  heartbeat?: number | undefined;
}

/**
 * The desk's live line. It answers whatever `Accept` says, since a browser's `EventSource` and a
 * `fetch` say different things.
 */
export function streamRoutes(
  context: HubContext,
  {heartbeat}: StreamRouteOptions = {},
): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const open = new Set<OrderStream>();
    app.addHook('preClose', closed => {
      for (const stream of open) stream.finish();
      closed();
    });

    app.get(
      '/api/shops/:shop/desk/events',
      {
        config: {access: clerk},
        schema: {
          summary:
            'What happens to orders, as server-sent events; resumes after Last-Event-ID. Clerk',
          params: ShopParams,
          querystring: StreamQuery,
        },
        exposeHeadRoute: false,
      },
      async (request, reply) => {
        const shopId = request.params.shop;
        const shop = await requireShop(context.db, shopId);
        const stream = new OrderStream(context, shop, {
          after: await startOf(context, request, shopId, request.query.after),
          mayStay: () => mayStay(context, request),
          heartbeat,
        });
        open.add(stream);
        stream.once('close', () => open.delete(stream));
        return (
          reply
            .header('content-type', 'text/event-stream; charset=utf-8')
            .header('cache-control', 'no-store, no-transform')
            // nginx would else keep events until there is a page of them
            .header('x-accel-buffering', 'no')
            .send(stream)
        );
      },
    );
    done();
  };
}

/** From the event that the listener has; from now when it has none, or one that never was. */
async function startOf(
  {db}: HubContext,
  {headers}: FastifyRequest,
  shopId: string,
  after: number | undefined,
): Promise<number> {
  const last = await lastEventOf(db, shopId);
  const header = headers['last-event-id'];
  const named = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : after;
  return named === undefined ? last : Math.min(named, last);
}
