import {ownPage, signedIn} from '../access/access.js';
import {personOf} from '../access/granted.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {
  PasskeyAnswer,
  PasskeyAssertion,
  PasskeyRegistration,
  SessionAnswer,
} from './account-schemas.js';
import {
  authenticationOptions,
  listPasskeys,
  registerPasskey,
  registrationOptions,
  removePasskey,
  verifyPasskey,
} from './passkeys.js';
import {signIn} from './sign-in.js';

/** The options are WebAuthn's own, as the browser's library takes them. */
const Options = Type.Object({}, {additionalProperties: true});

/** Tries of a passkey for each mail that one may ask for. */
const BEGINNINGS = 6;

/** Passkeys: made by somebody who is signed in, and then enough to sign in. */
export function passkeyRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {config} = context;
  // nothing is sent by these, and a page may begin what its reader never ends
  const limit = {
    rateLimit: {max: config.limits.signInsPerHour * BEGINNINGS, timeWindow: 3_600_000},
  };
  return (app, _options, done) => {
    app.post(
      '/api/passkeys/registration-options',
      {
        config: {access: signedIn},
        schema: {summary: 'Begin to register a passkey', response: {200: Options}},
      },
      async request => ({
        ...(await registrationOptions(context, personOf(request))),
      }),
    );

    app.post(
      '/api/passkeys',
      {
        config: {access: signedIn},
        schema: {
          summary: 'Register a passkey',
          body: PasskeyRegistration,
          response: {201: PasskeyAnswer},
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        const {name = config.publicUrl.replace(/^https?:\/\//, ''), ...response} = request.body;
        return reply.code(201).send(await registerPasskey(context, person, response, name));
      },
    );

    app.get(
      '/api/passkeys',
      {
        config: {access: signedIn},
        schema: {
          summary: 'One’s own passkeys',
          response: {200: Type.Object({passkeys: Type.Array(PasskeyAnswer)})},
        },
      },
      async request => {
        const {id} = personOf(request);
        return {passkeys: await listPasskeys(context, id)};
      },
    );

    app.delete(
      '/api/passkeys/:id',
      {
        config: {access: signedIn},
        schema: {
          summary: 'Remove a passkey',
          params: Type.Object({id: Type.String()}),
          response: {204: Type.Null()},
        },
      },
      async (request, reply) => {
        const {id} = personOf(request);
        if (!(await removePasskey(context, id, request.params.id))) {
          throw new HubProblem('not-found');
        }
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/api/passkeys/authentication-options',
      {
        schema: {summary: 'Begin to sign in by a passkey', response: {200: Options}},
        config: {...limit, access: ownPage},
      },
      async () => ({...(await authenticationOptions(context))}),
    );

    app.post(
      '/api/session/passkey',
      {
        schema: {
          summary: 'Sign in by a passkey',
          body: PasskeyAssertion,
          response: {200: SessionAnswer},
        },
        config: {...limit, access: ownPage},
      },
      async (request, reply) => {
        return signIn(context, reply, await verifyPasskey(context, request.body));
      },
    );
    done();
  };
}
