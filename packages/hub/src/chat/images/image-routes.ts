import {inRoom} from '../../access/access.js';
import {roomAccessOf} from '../../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ChatImage} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {invalidField} from '../../http/problem.js';
import {chatWords} from '../chat-words.js';
import {ItemParams} from '../chat-schemas.js';
import {keepImage, MOST_BYTES, readImage} from './image-store.js';

/** Pictures: their own bytes in and out. */
export function imageRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.addContentTypeParser(
      /^image\/(jpeg|png|webp)$/,
      {parseAs: 'buffer', bodyLimit: MOST_BYTES},
      (_request, body, parsed) => parsed(null, body),
    );

    app.put(
      '/v1/rooms/:room/images/:uuid',
      {
        config: {access: inRoom('speaker')},
        bodyLimit: MOST_BYTES,
        schema: {
          summary: 'Send a JPEG, PNG or WebP for a message; its metadata are removed',
          params: ItemParams,
          consumes: ['image/jpeg', 'image/png', 'image/webp'],
          response: {200: ChatImage, 201: ChatImage},
        },
      },
      async (request, reply) => {
        const {uuid: id} = request.params;
        const access = roomAccessOf(request);
        const sent = request.body;
        if (!Buffer.isBuffer(sent)) {
          throw invalidField('', language => chatWords(language).notAPicture);
        }
        const {image, isNew} = await keepImage(context, access, {id, sent});
        return reply.code(isNew ? 201 : 200).send(image);
      },
    );

    app.get(
      '/v1/rooms/:room/images/:uuid',
      {config: {access: inRoom('reader')}, schema: {summary: 'A picture', params: ItemParams}},
      async (request, reply) => {
        const {uuid} = request.params;
        const {type, bytes} = await readImage(context, roomAccessOf(request), uuid);
        return (
          reply
            .type(type)
            // who has seen it keeps it for the day; nobody on the way does
            .header('cache-control', 'private, max-age=86400')
            .header('content-disposition', 'inline')
            .serializer((body: unknown) => body as string)
            .send(bytes)
        );
      },
    );
    done();
  };
}
