import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox';
import type {HubContext} from '../context.js';
import {catalogueRoutes} from './catalogue-routes.js';
import {deskOrderRoutes} from './order-routes.js';
import {peopleRoutes} from './people-routes.js';
import {settingsRoutes} from './settings-routes.js';
import {streamRoutes, type StreamRouteOptions} from './stream-routes.js';
import {webhookRoutes} from './webhook-routes.js';

/** What those who work in a shop do there; each route asks for a role. */
export function deskRoutes(
  context: HubContext,
  options: StreamRouteOptions = {},
): FastifyPluginAsyncTypebox {
  return async app => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await app.register(deskOrderRoutes(context));
    await app.register(streamRoutes(context, options));
    await app.register(settingsRoutes(context));
    await app.register(catalogueRoutes(context));
    await app.register(peopleRoutes(context));
    await app.register(webhookRoutes(context));
  };
}
