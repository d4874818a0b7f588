import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {MessageRequest, SentMessage} from '@local-widgets/model/schemas.js';
import type {FastifyRequest} from 'fastify';
import type {HubContext} from '../../context.js';
import {ItemParams} from '../chat-schemas.js';
import {accessRoom} from '../rooms/access.js';
import type {RoomAccess} from '../rooms/access.js';
import {postMessage} from './post-message.js';
import type {Speaker} from './post-message.js';

/** Writing. */
export function messageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.put(
      '/v1/rooms/:room/messages/:uuid',
      {
        schema: {
          summary: 'Send a message, once, under the UUID of its sender',
          params: ItemParams,
          body: MessageRequest,
          response: {200: SentMessage, 201: SentMessage},
        },
      },
      async (request, reply) => {
        const {params, body} = request;
        const access = await accessRoom(context, request, params.room);
        const {event, isNew} = await postMessage(context, access, {
          id: params.uuid,
          speaker: speakerOf(context, request, access),
          via: access.asking.role === 'shop' ? 'desk' : 'page',
          text: body.text,
          image: body.image,
        });
        return reply.code(isNew ? 201 : 200).send({event});
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
