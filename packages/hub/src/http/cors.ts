import cors from '@fastify/cors';
import type {FastifyCorsOptions} from '@fastify/cors';
import type {FastifyInstance, FastifyRequest} from 'fastify';
import {sha256Hex} from '../chance-and-clock.js';
import type {HubContext} from '../context.js';
import {findShop} from '../shops/shop-store.js';
import {HubProblem} from './problem.js';

/**
 * Which pages may use a shop's public routes: those of its `allowedOrigins`, and the hub's own. A write
 * that a browser sends from elsewhere is refused before it does anything. Without `Origin` it comes
 * from no page.
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
    if (request.method === 'POST' && !(await allowed(request))) throw new HubProblem('forbidden');
  });
}

const ANSWER: FastifyCorsOptions = {
  methods: ['GET', 'POST'],
  allowedHeaders: ['content-type', 'idempotency-key', 'if-none-match', 'accept-language'],
  exposedHeaders: ['etag', 'retry-after', 'content-language'],
  credentials: false,
  maxAge: 600,
};

async function isAllowed(context: HubContext, url: string, origin: string): Promise<boolean> {
  if (origin === new URL(context.config.publicUrl).origin) return true;
  const shopId = await shopIdOf(context, url);
  // the list of shops tells nothing that each of them does not
  if (shopId === undefined) return true;
  const allowed = (await findShop(context.db, shopId))?.settings.allowedOrigins ?? [];
  return allowed.includes('*') || allowed.includes(origin);
}

async function shopIdOf({db}: HubContext, url: string): Promise<string | undefined> {
  const [, room, name] = /^\/api\/(shops|orders)\/([\w-]+)/.exec(url) ?? [];
  if (room === 'shops' || name === undefined) return name;
  const order = await db
    .selectFrom('orders')
    .select('shop_id')
    .where('token_hash', '=', sha256Hex(name))
    .executeTakeFirst();
  return order?.shop_id;
}
