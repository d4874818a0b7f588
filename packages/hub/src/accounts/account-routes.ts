import {ownPage, signedIn} from '../access/access.js';
import {personOf} from '../access/granted.js';
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {languageOf} from '../text/words.js';
import {LinkRequest, SessionAnswer, SessionRequest} from './account-schemas.js';
import {readSessionToken, writeSessionCookie} from './cookie.js';
import {passkeyRoutes} from './passkey-routes.js';
import {describeSession} from './people.js';
import {closeSession} from './sessions.js';
import {signIn} from './sign-in.js';
import {requestLink, useLink} from './sign-in-links.js';

/** Signing in and out; who works where. Answers are never kept by anyone on the way. */
export function accountRoutes(context: HubContext): FastifyPluginAsyncTypebox {
  const {config} = context;
  // tighter than the rest: each of these sends a mail, or tries a secret
  const signInLimit = {
    rateLimit: {max: config.limits.signInsPerHour, timeWindow: 3_600_000},
  };
  return async app => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/api/session/link',
      {
        schema: {
          summary: 'Send a sign-in link; the same answer whoever asks',
          body: LinkRequest,
          response: {202: Type.Object({})},
        },
        config: {...signInLimit, access: ownPage},
      },
      async (request, reply) => {
        await requestLink(context, {
          email: request.body.email,
          language: languageOf(request.headers['accept-language']),
        });
        return reply.code(202).send({});
      },
    );

    app.post(
      '/api/session',
      {
        schema: {
          summary: 'Sign in by the secret of a link',
          body: SessionRequest,
          response: {200: SessionAnswer},
        },
        config: {...signInLimit, access: ownPage},
      },
      async (request, reply) => {
        const {token, name, email} = request.body;
        const answer = name !== undefined && email !== undefined && {name, email};
        const language = languageOf(request.headers['accept-language']);
        const personId = await useLink(context, token, answer ? {...answer, language} : undefined);
        return signIn(context, reply, personId);
      },
    );

    app.get(
      '/api/session',
      {
        config: {access: signedIn},
        schema: {summary: 'Who is signed in, and where they work', response: {200: SessionAnswer}},
      },
      async (request, reply) => {
        const person = personOf(request);
        // the browser's cookie lasts as long as the session, which was used just now
        writeSessionCookie(config, reply, readSessionToken(config, request));
        return describeSession(context.db, person);
      },
    );

    app.delete(
      '/api/session',
      {config: {access: ownPage}, schema: {summary: 'Sign out', response: {204: Type.Null()}}},
      async (request, reply) => {
        const token = readSessionToken(config, request);
        if (token !== undefined) await closeSession(context, token);
        writeSessionCookie(config, reply, undefined);
        return reply.code(204).send(null);
      },
    );

    await app.register(passkeyRoutes(context));
  };
}
