import {inRoom} from '../../access/access.js';
import {roomAccessOf} from '../../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {MessageRequest, SentMessage} from '@local-widgets/model/schemas.js';
import type {FastifyRequest} from 'fastify';
import type {HubContext} from '../../context.js';
import {ItemParams, MarkBody, Nothing, RoomParams} from '../chat-schemas.js';
import type {RoomAccess} from '../rooms/access.js';
import {tellTyping} from '../rooms/typing.js';
import {deleteMessage} from './delete-message.js';
import {markRoom} from './marks.js';
import {postMessage} from './post-message.js';
import type {Speaker} from './post-message.js';

/** Writing, taking back, and telling how far one has read. */
export function messageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.put(
      '/v1/rooms/:room/messages/:uuid',
      {
        config: {access: inRoom('speaker')},
        schema: {
          summary: 'Send a message, once, under the UUID of its sender',
          params: ItemParams,
          body: MessageRequest,
          response: {200: SentMessage, 201: SentMessage},
        },
      },
      async (request, reply) => {
        const {params, body} = request;
        const access = roomAccessOf(request);
        const {event, isNew} = await postMessage(context, access, {
          id: params.uuid,
          speaker: speakerOf(context, request, access),
          via: access.asking.role === 'shop' ? 'desk' : 'page',
          ...body,
        });
        return reply.code(isNew ? 201 : 200).send({event});
      },
    );

    app.delete(
      '/v1/rooms/:room/messages/:uuid',
      {
        config: {access: inRoom('speaker')},
        schema: {
          summary: 'Take back one’s own message',
          params: ItemParams,
          response: {200: SentMessage},
        },
      },
      async request => {
        const {room, uuid: messageId} = request.params;
        const {viewer, asking} = roomAccessOf(request);
        const event = await deleteMessage(
          context,
          room,
          {
            messageId,
            by: 'author',
            // people of a shop speak for it together
            allowed: ({author_id, role}) =>
              asking.role === 'shop' ? role === 'shop' : author_id === viewer.authorId,
          },
          viewer,
        );
        return {event};
      },
    );

    for (const kind of ['read', 'delivered'] as const) {
      app.put(
        `/v1/rooms/:room/${kind}`,
        {
          config: {access: inRoom('speaker')},
          schema: {
            summary: kind === 'read' ? 'How far one has read' : 'How far one has it on a device',
            params: RoomParams,
            body: MarkBody,
            response: {204: Nothing},
          },
        },
        async (request, reply) => {
          const access = roomAccessOf(request);
          const {role} = access.asking;
          await markRoom(context, access, {kind, role, upTo: request.body.seq});
          return reply.code(204).send(null);
        },
      );
    }

    app.post(
      '/v1/rooms/:room/typing',
      {
        config: {access: inRoom('speaker')},
        schema: {
          summary: 'Tell the others that one writes',
          params: RoomParams,
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        tellTyping(context, roomAccessOf(request));
        return reply.code(204).send(null);
      },
    );
    done();
  };
}

function speakerOf(
  {config}: Pick<HubContext, 'config'>,
  request: FastifyRequest,
  {asking}: RoomAccess,
): Speaker {
  if (asking.role === 'shop') return asking;
  return {role: 'visitor', address: {ip: request.ip, port: portOf(request, config.trustsProxy)}};
}

/** The port of whoever asks; behind a proxy, where it says so (`X-Real-Port`). */
function portOf({headers, socket}: FastifyRequest, isBehindProxy: boolean): number | undefined {
  if (!isBehindProxy) return socket.remotePort;
  const told = headers['x-real-port'];
  return typeof told === 'string' && /^\d{1,5}$/.test(told) ? Number(told) : undefined;
}
