import type {FastifyInstance, FastifyPluginAsync} from 'fastify';
import type {HubContext} from '../context.js';
import {deskChatRoutes} from './desk/desk-chat-routes.js';
import {imageRoutes} from './images/image-routes.js';
import {messageRoutes} from './log/message-routes.js';
import {moderationRoutes} from './moderation/moderation-routes.js';
import {reportRoutes} from './moderation/report-routes.js';
import {pushRoutes} from './push/push-routes.js';
import {roomRoutes} from './rooms/room-routes.js';
import {chatProfileRoutes} from './settings/profile-routes.js';
import {chatSettingsRoutes} from './settings/settings-routes.js';
import {chatStreamRoutes} from './stream/stream-routes.js';
import type {ChatStreamOptions} from './stream/stream-routes.js';
import {visitorRoutes} from './visitors/visitor-routes.js';

/** What pages of other sites may call (docs/chat-protocol.md). */
export function chatRoutes(
  context: HubContext,
  options: ChatStreamOptions = {},
): FastifyPluginAsync {
  return async app => {
    keepNothing(app);
    await app.register(chatProfileRoutes(context));
    await app.register(roomRoutes(context));
    await app.register(messageRoutes(context));
    await app.register(imageRoutes(context));
    await app.register(reportRoutes(context));
    await app.register(visitorRoutes(context));
    await app.register(chatStreamRoutes(context, options));
  };
}

/** What the desk alone calls, on the hub's own origin. */
export function chatDeskRoutes(
  context: HubContext,
  options: ChatStreamOptions = {},
): FastifyPluginAsync {
  return async app => {
    keepNothing(app);
    await app.register(deskChatRoutes(context, options));
    await app.register(chatSettingsRoutes(context));
    await app.register(moderationRoutes(context));
    await app.register(pushRoutes(context));
  };
}

/** Answers are kept by nobody on the way, unless they say so. */
function keepNothing(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
