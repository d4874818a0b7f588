import type {FastifyPluginAsync} from 'fastify';
import type {HubContext} from '../context.js';
import {deskCalendarRoutes} from './desk/desk-calendar-routes.js';
import {deskEventRoutes} from './desk/desk-event-routes.js';
import {deskFeedRoutes} from './desk/feed-routes.js';
import {deskRegistrationRoutes} from './desk/registration-routes.js';
import {feedRoutes} from './feeds/feed-routes.js';
import {importRoutes} from './import/import-routes.js';
import {proposalRoutes} from './proposals/proposal-routes.js';
import {fileRoutes} from './publish/file-routes.js';
import {publishRoutes} from './publish/publish-routes.js';
import {registrationRoutes} from './signup/registration-routes.js';

/** What pages of other sites may ask about calendars. */
export function eventRoutes(context: HubContext): FastifyPluginAsync {
  return async app => {
    await app.register(publishRoutes(context));
    await app.register(fileRoutes(context));
    await app.register(feedRoutes(context));
    await app.register(registrationRoutes(context));
    await app.register(proposalRoutes(context));
  };
}

/** What those who work in a shop or a town hall do in its calendars; each route asks for a role. */
export function eventDeskRoutes(context: HubContext): FastifyPluginAsync {
  return async app => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    await app.register(deskCalendarRoutes(context));
    await app.register(deskEventRoutes(context));
    await app.register(deskRegistrationRoutes(context));
    await app.register(deskFeedRoutes(context));
    await app.register(importRoutes(context));
  };
}
