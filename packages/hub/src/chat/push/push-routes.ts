import {anyone, signedIn} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import {personOf} from '../../access/granted.js';
import type {HubContext} from '../../context.js';
import {languageOf} from '../../text/words.js';
import {Nothing} from '../chat-schemas.js';
import {subscribe, unsubscribe} from './subscriptions.js';
import {newVapidSecret, vapidKeys} from './vapid.js';

const Endpoint = Type.String({minLength: 1, maxLength: 2000});
const Key = Type.String({maxLength: 200, pattern: '^[A-Za-z0-9_-]+=*$'});

const SubscriptionBody = Type.Object({
  endpoint: Endpoint,
  keys: Type.Object({p256dh: Key, auth: Key}),
});

/** Which browsers of the signed-in person are told when nobody is at the desk. */
export function pushRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {chat, chance} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/push-key',
      {
        config: {access: anyone},
        schema: {
          summary: 'The key that a browser subscribes with (RFC 8292)',
          response: {200: Type.Object({pushKey: Type.String()})},
        },
      },
      async () => ({pushKey: await pushKey({chat, chance})}),
    );

    app.put(
      '/v1/push-subscriptions',
      {
        config: {access: signedIn},
        schema: {
          summary: 'Tell this browser of new messages. Signed in',
          body: SubscriptionBody,
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        const {id} = personOf(request);
        const language = languageOf(request.headers['accept-language']);
        await subscribe(context, id, request.body, language);
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/v1/push-subscriptions',
      {
        config: {access: signedIn},
        schema: {
          summary: 'Tell it no longer. Signed in',
          body: Type.Object({endpoint: Endpoint}, {additionalProperties: false}),
          response: {204: Nothing},
        },
      },
      async (request, reply) => {
        const {id} = personOf(request);
        await unsubscribe(context, id, request.body.endpoint);
        return reply.code(204).send(null);
      },
    );
    done();
  };
}

/** base64url of the hub's public key. */
export async function pushKey({
  chat,
  chance,
}: Pick<HubContext, 'chat' | 'chance'>): Promise<string> {
  return vapidKeys(await chat.secrets.read('push', () => newVapidSecret(chance))).publicKey;
}
