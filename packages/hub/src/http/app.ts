import rateLimit from '@fastify/rate-limit';
import type {FastifyPluginAsync, FastifyRequest} from 'fastify';
import {enforceAccess, type RuledRoute} from '../access/enforce-access.js';
import {accountRoutes} from '../accounts/account-routes.js';
import {bridgeRoutes} from '../bridges/bridge-routes.js';
import {chatDeskRoutes, chatRoutes} from '../chat/chat-routes.js';
import type {ChatStreamOptions} from '../chat/stream/stream-routes.js';
import type {HubContext} from '../context.js';
import {embedRoutes} from '../embed/embed-routes.js';
import {deskRoutes} from '../desk/desk-routes.js';
import {eventDeskRoutes, eventRoutes} from '../events/event-routes.js';
import {isAboutEvents} from '../events/event-place.js';
import {limitedAddress} from '../log/truncate-address.js';
import {describeRequest} from '../log/logger-options.js';
import {orderRoutes} from '../orders/order-routes.js';
import {pageRoutes} from '../pages/page-routes.js';
import {paymentRoutes} from '../payments/payment-routes.js';
import {shopRoutes} from '../shops/shop-routes.js';
import {allowOrigins} from './cors.js';
import {docsRoutes} from './docs-routes.js';
import {HubProblem} from './problem.js';
import {securityHeaders} from './security-headers.js';
import type {HubServer} from './server.js';
import {staticRoutes} from './static-routes.js';
import {statusRoutes} from './status-routes.js';

/** All routes of the hub, with what holds for each of them. @returns them, with who may use each */
export async function registerRoutes(
  app: HubServer,
  context: HubContext,
  streams: ChatStreamOptions = {},
): Promise<readonly RuledRoute[]> {
  const {config} = context;
  measureRequests(app, context);
  app.addHook('onRequest', securityHeaders(config));
  await app.register(rateLimit, {
    max: request => (isChat(request) ? config.chat.limits : config.limits).requestsPerMinute,
    timeWindow: 60_000,
    // a chat asks often: it must not use up what an order needs
    keyGenerator: request => `${limitedAddress(request.ip)}${isChat(request) ? ' chat' : ''}`,
    errorResponseBuilder: (_request, {ttl}) =>
      new HubProblem('too-many-requests', {retryAfter: Math.ceil(ttl / 1000)}),
  });
  const routes = enforceAccess(app, context);
  await app.register(publicRoutes(context, streams));
  await app.register(bridgeRoutes(context));
  await app.register(paymentRoutes(context));
  await app.register(accountRoutes(context));
  await app.register(deskRoutes(context));
  await app.register(chatDeskRoutes(context, streams));
  await app.register(eventDeskRoutes(context));
  await app.register(pageRoutes(context));
  await app.register(statusRoutes(context));
  await app.register(embedRoutes(context));
  await app.register(docsRoutes);
  await app.register(staticRoutes());
  return routes;
}

const isChat = ({routeOptions: {url = ''}}: FastifyRequest) =>
  url.startsWith('/v1/') && !isAboutEvents(url);

/** What pages of other sites may call. */
function publicRoutes(context: HubContext, streams: ChatStreamOptions): FastifyPluginAsync {
  return async app => {
    await allowOrigins(app, context);
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });
    await app.register(shopRoutes(context));
    await app.register(orderRoutes(context));
    await app.register(chatRoutes(context, streams));
    await app.register(eventRoutes(context));
  };
}

/** One line in the log and one measure, when a request is over. */
function measureRequests(app: HubServer, {metrics, events}: HubContext): void {
  app.addHook('onResponse', async (request, reply) => {
    const {method, route, address} = describeRequest(request);
    const status = reply.statusCode;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    metrics.requestSeconds.observe({method, route, status}, reply.elapsedTime / 1000);
    request.log.info({method, route, status, ms, address}, 'request');
  });
  // streams would otherwise keep a server from stopping for as long as a desk is open
  app.addHook('preClose', done => {
    events.close();
    done();
  });
}
