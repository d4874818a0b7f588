import {holder} from '../../access/access.js';
import type {FastifyPluginCallback} from 'fastify';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {pictureAt} from './picture-url.js';

/** Pictures for who answers in a program of their own; see `pictureUrl`. */
export function pictureRoutes(context: HubContext): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get<{Params: {token: string}}>(
      '/v1/bridges/pictures/:token',
      {
        config: {access: holder('picture')},
        schema: {summary: 'A picture, by the address that a bridge told'},
      },
      async (request, reply) => {
        const picture = await pictureAt(context, request.params.token);
        if (!picture) throw new HubProblem('not-found');
        return reply
          .type(picture.type)
          .header('cache-control', 'private, max-age=86400')
          .header('cross-origin-resource-policy', 'cross-origin')
          .header('content-disposition', 'inline')
          .send(picture.bytes);
      },
    );
    done();
  };
}
