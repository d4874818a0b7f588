import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ConversationRequest, EventPage, Room} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {EventsQuery, RoomParams} from '../chat-schemas.js';
import {eventPage} from '../log/read-events.js';
import {accessRoom, requireSecretHash} from './access.js';
import {beginConversation} from './begin-conversation.js';
import {toRoom} from './room-view.js';

/** Rooms and what was said in them. */
export function roomRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.put(
      '/v1/rooms/:room',
      {
        schema: {
          summary: 'Begin a conversation, under the UUID of its visitor',
          params: RoomParams,
          body: ConversationRequest,
          response: {200: Room, 201: Room},
        },
      },
      async (request, reply) => {
        const keyHash = requireSecretHash(request);
        const {
          params: {room: roomId},
          body,
        } = request;
        const isNew = await beginConversation(context, {roomId, keyHash, request: body});
        return reply
          .code(isNew ? 201 : 200)
          .send(toRoom(await accessRoom(context, request, roomId)));
      },
    );

    app.get(
      '/v1/rooms/:room',
      {schema: {summary: 'A room', params: RoomParams, response: {200: Room}}},
      async request => toRoom(await accessRoom(context, request, request.params.room)),
    );

    app.get(
      '/v1/rooms/:room/events',
      {
        schema: {
          summary: 'A part of the log: after a number, or the latest before one',
          params: RoomParams,
          querystring: EventsQuery,
          response: {200: EventPage},
        },
      },
      async request => {
        const {row, viewer} = await accessRoom(context, request, request.params.room);
        return eventPage(context.db, row, request.query, viewer);
      },
    );
    done();
  };
}
