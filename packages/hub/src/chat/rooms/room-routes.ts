import {inRoom, visitor} from '../../access/access.js';
import {roomAccessOf} from '../../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {
  ConversationRequest,
  EventPage,
  JoinRequest,
  Room,
  VisitorContact,
} from '@local-widgets/model/schemas.js';
import type {FastifyRequest} from 'fastify';
import type {HubContext} from '../../context.js';
import {requireOrigin} from '../../http/cors.js';
import {HubProblem} from '../../http/problem.js';
import {EventsQuery, Nothing, RoomParams, TranscriptBody} from '../chat-schemas.js';
import {eventPage} from '../log/read-events.js';
import {sendTranscript} from '../mail/send-transcript.js';
import {accessRoom, requireSecretHash} from './access.js';
import {beginConversation} from './begin-conversation.js';
import {changeContact} from './contact.js';
import {eraseConversation, leaveRoom} from './erase-room.js';
import {joinRoom} from './join-room.js';
import {changeState} from './room-state.js';
import {toRoom} from './room-view.js';

/** Rooms: beginning, joining, reading, ending, erasing. */
export function roomRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  const roomOf = async (request: FastifyRequest, id: string) =>
    toRoom(await accessRoom(context, request, id), clock.now());
  return (app, _options, done) => {
    app.put(
      '/v1/rooms/:room',
      {
        config: {access: visitor},
        schema: {
          summary: 'Begin a conversation, under the UUID of its visitor',
          params: RoomParams,
          body: ConversationRequest,
          response: {200: Room, 201: Room},
        },
      },
      async (request, reply) => {
        const {params, body, ip} = request;
        const keyHash = requireSecretHash(request);
        await requireOrigin(context, body.shop, request.headers.origin);
        const beginning = {roomId: params.room, keyHash, request: body, ip};
        const isNew = await beginConversation(context, beginning);
        return reply.code(isNew ? 201 : 200).send(await roomOf(request, params.room));
      },
    );

    app.get(
      '/v1/rooms/:room',
      {
        config: {access: inRoom('reader')},
        schema: {summary: 'A room', params: RoomParams, response: {200: Room}},
      },
      request => toRoom(roomAccessOf(request), clock.now()),
    );

    app.put(
      '/v1/rooms/:room/contact',
      {
        config: {access: inRoom('visitor')},
        schema: {
          summary: 'How one is called and reached',
          params: RoomParams,
          body: VisitorContact,
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        const access = roomAccessOf(request);
        await changeContact(context, access, request.body);
        return reply.code(204).send(null);
      },
    );

    app.put(
      '/v1/rooms/:room/members/me',
      {
        config: {access: inRoom('visitor')},
        schema: {
          summary: 'Join a public room, and accept its rules',
          params: RoomParams,
          body: JoinRequest,
          response: {200: Room},
        },
      },
      async request => {
        const {params, body, ip} = request;
        const keyHash = requireSecretHash(request);
        const access = roomAccessOf(request);
        await joinRoom(context, access, {keyHash, request: body, ip});
        return roomOf(request, params.room);
      },
    );

    app.get(
      '/v1/rooms/:room/events',
      {
        config: {access: inRoom('reader')},
        schema: {
          summary: 'A part of the log: after a number, or the latest before one',
          params: RoomParams,
          querystring: EventsQuery,
          response: {200: EventPage},
        },
      },
      async request => {
        const {row, viewer} = roomAccessOf(request);
        return eventPage(db, row, request.query, viewer);
      },
    );

    app.post(
      '/v1/rooms/:room/end',
      {
        config: {access: inRoom('speaker')},
        schema: {summary: 'End a conversation', params: RoomParams, response: {200: Room}},
      },
      async request => {
        const {row, asking} = roomAccessOf(request);
        if (row.kind === 'public') throw new HubProblem('not-found');
        await changeState(context, row.id, {state: 'ended', by: asking.role});
        return roomOf(request, row.id);
      },
    );

    app.delete(
      '/v1/rooms/:room',
      {
        config: {access: inRoom('visitor')},
        schema: {
          summary: 'Erase one’s conversation; of a public room: leave, and erase what one said',
          params: RoomParams,
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        const {row, asking, member} = roomAccessOf(request);
        if (asking.role === 'shop' || !member) throw new HubProblem('not-found');
        if (row.kind === 'public') await leaveRoom(context, row.id, member.visitor_id);
        else await eraseConversation(context, row.id);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/v1/rooms/:room/transcript',
      {
        config: {access: inRoom('speaker')},
        schema: {
          summary: 'Send what was said to an address',
          params: RoomParams,
          body: TranscriptBody,
          response: {202: Nothing},
        },
      },
      async (request, reply) => {
        const access = roomAccessOf(request);
        await sendTranscript(context, access, request.body.email);
        return reply.code(202).send(null);
      },
    );
    done();
  };
}
