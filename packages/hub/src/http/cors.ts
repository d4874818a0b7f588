import cors from '@fastify/cors';
import type {FastifyCorsOptions} from '@fastify/cors';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import {sha256Hex} from '../chance-and-clock.js';
import type {HubContext} from '../context.js';
import {eventPlaceOf} from '../events/event-place.js';
import {findShop, listShops} from '../shops/shop-store.js';
import {HubProblem} from './problem.js';

/**
 * Which pages may use a shop's public routes: those of its `allowedOrigins`, and the hub's own. A write
 * that a browser sends from elsewhere is refused before it does anything. Without `Origin` it comes
 * from no page. What is of no shop alone (a visitor's stream) is for the pages of any of them.
 */
export async function allowOrigins(app: FastifyInstance, context: HubContext): Promise<void> {
  const allowed = async (request: FastifyRequest) => {
    const {origin} = request.headers;
    return origin === undefined || (await isAllowed(context, request.url, origin));
  };
  await app.register(cors, {
    hook: 'onRequest',
    delegator: (request, callback) => {
      allowed(request).then(
        is => callback(null, {...ANSWER, origin: is && (request.headers.origin ?? false)}),
        (error: unknown) => callback(error as Error, {}),
      );
    },
  });
  app.addHook('onRequest', async request => {
    if (!READS.has(request.method) && !(await allowed(request))) throw new HubProblem('forbidden');
  });
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

const ANSWER: FastifyCorsOptions = {
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'content-type',
    'idempotency-key',
    'if-none-match',
    'if-match',
    'accept-language',
    'authorization',
    'last-event-id',
  ],
  exposedHeaders: ['etag', 'last-modified', 'retry-after', 'content-language'],
  credentials: false,
  maxAge: 600,
};

/** @throws HubProblem `forbidden` when a page of this origin may not use the shop's routes */
export async function requireOrigin(
  context: HubContext,
  shopId: string,
  origin: string | undefined,
): Promise<void> {
  if (origin === undefined || isOwn(context, origin)) return;
  if (!(await isOfShop(context, shopId, origin))) throw new HubProblem('forbidden');
}

const isOwn = ({config}: HubContext, origin: string) => origin === new URL(config.publicUrl).origin;

async function isAllowed(context: HubContext, url: string, origin: string): Promise<boolean> {
  if (isOwn(context, origin)) return true;
  const place = await placeOf(context, url);
  // the list of shops tells nothing that each of them does not
  if (place === 'everybody') return true;
  if (place !== 'any shop') return isOfShop(context, place.shop, origin);
  const shops = await listShops(context.db);
  return shops.some(({settings}) => includes(settings.allowedOrigins, origin));
}

async function isOfShop({db}: HubContext, shopId: string, origin: string): Promise<boolean> {
  return includes((await findShop(db, shopId))?.settings.allowedOrigins ?? [], origin);
}

const includes = (allowed: readonly string[], origin: string) =>
  allowed.includes('*') || allowed.includes(origin);

/** Whose pages may ask for what is at an address. */
export type Place = {shop: string} | 'any shop' | 'everybody';

async function placeOf({db}: HubContext, url: string): Promise<Place> {
  const [, version, room, name] = /^\/(api|v1)\/([a-z]+)(?:\/([\w-]+))?/.exec(url) ?? [];
  if (room === 'shops') return name === undefined ? 'everybody' : {shop: name};
  if (room === 'orders' && name !== undefined) {
    const order = await db
      .selectFrom('orders')
      .select('shop_id')
      .where('token_hash', '=', sha256Hex(name))
      .executeTakeFirst();
    return order ? {shop: order.shop_id} : 'everybody';
  }
  if (version !== 'v1') return 'everybody';
  const place = await eventPlaceOf(db, url);
  if (place) return place;
  if (room !== 'rooms' || name === undefined) return 'any shop';
  const row = await db
    .selectFrom('rooms')
    .select('shop_id')
    .where('id', '=', name)
    .executeTakeFirst();
  // one that is only about to begin: whose it will be stands in the body, and is checked with it
  return row ? {shop: row.shop_id} : 'any shop';
}
