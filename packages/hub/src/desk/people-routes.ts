import {merchant} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import {createToken, listTokens, revokeToken} from '../accounts/api-tokens.js';
import {invitePerson} from '../accounts/invitations.js';
import {dismissPerson, listPeople} from '../accounts/people.js';
import {callerOf} from '../access/granted.js';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {languageOf} from '../text/words.js';
import {Invitation, NewToken, RowParams, ShopParams} from './desk-schemas.js';

/** Who works in a shop, and the programs that may act for it. For merchants. */
export function peopleRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db} = context;
  const gone = {204: Type.Null()};
  return (app, _options, done) => {
    app.get(
      '/api/shops/:shop/desk/people',
      {
        config: {access: merchant},
        schema: {summary: 'Who works in the shop. Merchant', params: ShopParams},
      },
      async request => {
        return {people: await listPeople(db, request.params.shop)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/people',
      {
        config: {access: merchant},
        schema: {
          summary: 'Invite somebody, or change their role. Merchant',
          params: ShopParams,
          body: Invitation,
        },
      },
      async (request, reply) => {
        const {
          params: {shop},
          body,
          headers,
        } = request;
        const {role} = callerOf(request);
        const language = languageOf(headers['accept-language']);
        const person = await invitePerson(context, shop, {...body, language}, role);
        return reply.code(201).send(person);
      },
    );

    app.delete(
      '/api/shops/:shop/desk/people/:id',
      {
        config: {access: merchant},
        schema: {
          summary: 'Take somebody out of the shop. Merchant',
          params: RowParams,
          response: gone,
        },
      },
      async (request, reply) => {
        const {shop, id} = request.params;
        const {role} = callerOf(request);
        await dismissPerson(context, shop, id, role);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/shops/:shop/desk/tokens',
      {config: {access: merchant}, schema: {summary: 'API tokens. Merchant', params: ShopParams}},
      async request => {
        return {tokens: await listTokens(context, request.params.shop)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/tokens',
      {
        config: {access: merchant},
        schema: {
          summary: 'Make an API token, told once. Merchant',
          params: ShopParams,
          body: NewToken,
        },
      },
      async (request, reply) => {
        const token = await createToken(context, request.params.shop, request.body);
        return reply.code(201).header('cache-control', 'no-store').send(token);
      },
    );

    app.delete(
      '/api/shops/:shop/desk/tokens/:id',
      {
        config: {access: merchant},
        schema: {summary: 'Revoke an API token. Merchant', params: RowParams, response: gone},
      },
      async (request, reply) => {
        const {shop, id} = request.params;
        if (!(await revokeToken(context, shop, id))) throw new HubProblem('not-found');
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
