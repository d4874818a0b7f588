import {anyone, holder, inRoom, visitor} from '../../access/access.js';
import {roomAccessOf} from '../../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Challenge, Id, Instant, RoomId} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {giveChallenge} from '../abuse/challenges.js';
import {Nothing, RoomParams} from '../chat-schemas.js';
import {requireSecretHash} from '../rooms/access.js';
import {makeLink, useLink} from './visitor-links.js';
import {eraseVisitor, exportVisitor, requireVisitor} from './visitor-data.js';

const LinkParams = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});
const NewLink = Type.Object({token: Type.String(), url: Type.String(), expiresAt: Instant});
const OpenedLink = Type.Object({room: RoomId, shop: Id});

/** Who visitors are: nobody but who has a secret. */
export function visitorRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.post(
      '/v1/challenges',
      {
        config: {access: anyone},
        schema: {summary: 'A proof of work to be solved, good once', response: {200: Challenge}},
      },
      async request => giveChallenge(context, request.ip),
    );

    app.post(
      '/v1/rooms/:room/links',
      {
        config: {access: inRoom('visitor')},
        schema: {
          summary: 'A link that opens this visitor on another device, once',
          params: RoomParams,
          response: {201: NewLink},
        },
      },
      async (request, reply) => {
        const access = roomAccessOf(request);
        const page = `${request.headers.origin ?? context.config.publicUrl}/`;
        return reply.code(201).send(await makeLink(context, access, page));
      },
    );

    app.post(
      '/v1/links/:token',
      {
        config: {access: holder('chat link')},
        schema: {
          summary: 'Open such a link, with the secret of the other device',
          params: LinkParams,
          response: {200: OpenedLink},
        },
      },
      async request => useLink(context, request.params.token, requireSecretHash(request)),
    );

    app.get(
      '/v1/me',
      {config: {access: visitor}, schema: {summary: 'All that is held of a visitor'}},
      async (request, reply) => {
        const visitor = await requireVisitor(context, requireSecretHash(request));
        reply.header('content-disposition', 'attachment; filename="conversations.json"');
        return exportVisitor(context, visitor);
      },
    );

    app.delete(
      '/v1/me',
      {
        config: {access: visitor},
        schema: {summary: 'Erase all that is held of a visitor', response: {204: Nothing}},
      },
      async (request, reply) => {
        await eraseVisitor(context, await requireVisitor(context, requireSecretHash(request)));
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
