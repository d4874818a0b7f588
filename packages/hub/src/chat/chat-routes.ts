import type {FastifyPluginAsync} from 'fastify';
import type {HubContext} from '../context.js';
import {messageRoutes} from './log/message-routes.js';
import {roomRoutes} from './rooms/room-routes.js';
import {chatStreamRoutes} from './stream/stream-routes.js';
import type {ChatStreamOptions} from './stream/stream-routes.js';

/** All routes of the chat (docs/chat-protocol.md). */
export function chatRoutes(
  context: HubContext,
  options: ChatStreamOptions = {},
): FastifyPluginAsync {
  return async app => {
    app.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    await app.register(roomRoutes(context));
    await app.register(messageRoutes(context));
    await app.register(chatStreamRoutes(context, options));
  };
}
