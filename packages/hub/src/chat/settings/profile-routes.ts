import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {ChatProfile} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {ShopParams} from '../chat-schemas.js';
import {chatProfile} from './chat-profile.js';

/** What a page may know before anybody writes. */
export function chatProfileRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/chat',
      {
        config: {access: anyone},
        schema: {
          summary: 'Whether somebody is there, and how one can write to the shop',
          params: ShopParams,
          response: {200: ChatProfile},
        },
      },
      async request => chatProfile(context, request.params.shop),
    );
    done();
  };
}
