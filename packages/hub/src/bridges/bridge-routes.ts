import type {FastifyPluginAsync} from 'fastify';
import type {HubContext} from '../context.js';
import {mailRoutes} from './mail/mail-routes.js';
import {matrixRoutes} from './matrix/matrix-routes.js';
import {pictureRoutes} from './pictures/picture-routes.js';

/** What other servers tell the bridges of this hub, and fetch from them. */
export function bridgeRoutes(context: HubContext): FastifyPluginAsync {
  const {mail, xmpp, matrix} = context.config.bridges;
  return async app => {
    if (mail?.webhookSecret !== undefined) await app.register(mailRoutes(context, mail));
    if (xmpp) await app.register(pictureRoutes(context));
    if (matrix) await app.register(matrixRoutes(context, matrix), {prefix: '/_matrix/app/v1'});
  };
}
