import {inRoom} from '../../access/access.js';
import {roomAccessOf} from '../../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Instant, ReportRequest} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {languageOf} from '../../text/words.js';
import {RoomParams} from '../chat-schemas.js';
import {reportMessage} from './reports.js';

const ReportAnswer = Type.Object({id: Type.String(), receivedAt: Instant});

/** Notices, also of people who wrote nothing themselves. */
export function reportRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.post(
      '/v1/rooms/:room/reports',
      {
        config: {access: inRoom('reader')},
        schema: {
          summary: 'Report a message',
          params: RoomParams,
          body: ReportRequest,
          response: {201: ReportAnswer},
        },
      },
      async (request, reply) => {
        const {body, headers, ip} = request;
        const access = roomAccessOf(request);
        const language = languageOf(headers['accept-language']);
        const answer = await reportMessage(context, access, {request: body, language, ip});
        return reply.code(201).send(answer);
      },
    );
    done();
  };
}
