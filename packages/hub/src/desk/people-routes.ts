import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Type} from 'typebox';
import {createToken, listTokens, revokeToken} from '../accounts/api-tokens.js';
import {invitePerson} from '../accounts/invitations.js';
import {dismissPerson, listPeople} from '../accounts/people.js';
import {requireRole} from '../accounts/require-role.js';
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
      {schema: {summary: 'Who works in the shop. Merchant', params: ShopParams}},
      async request => {
        await requireRole(context, request, request.params.shop, 'merchant');
        return {people: await listPeople(db, request.params.shop)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/people',
      {
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
        const {role} = await requireRole(context, request, shop, 'merchant');
        const language = languageOf(headers['accept-language']);
        const person = await invitePerson(context, shop, {...body, language}, role);
        return reply.code(201).send(person);
      },
    );

    app.delete(
      '/api/shops/:shop/desk/people/:id',
      {
        schema: {
          summary: 'Take somebody out of the shop. Merchant',
          params: RowParams,
          response: gone,
        },
      },
      async (request, reply) => {
        const {shop, id} = request.params;
        const {role} = await requireRole(context, request, shop, 'merchant');
        await dismissPerson(context, shop, id, role);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/shops/:shop/desk/tokens',
      {schema: {summary: 'API tokens. Merchant', params: ShopParams}},
      async request => {
        await requireRole(context, request, request.params.shop, 'merchant');
        return {tokens: await listTokens(context, request.params.shop)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/tokens',
      {
        schema: {
          summary: 'Make an API token, told once. Merchant',
          params: ShopParams,
          body: NewToken,
        },
      },
      async (request, reply) => {
        await requireRole(context, request, request.params.shop, 'merchant');
        const token = await createToken(context, request.params.shop, request.body);
        return reply.code(201).header('cache-control', 'no-store').send(token);
      },
    );

    app.delete(
      '/api/shops/:shop/desk/tokens/:id',
      {schema: {summary: 'Revoke an API token. Merchant', params: RowParams, response: gone}},
      async (request, reply) => {
        const {shop, id} = request.params;
        await requireRole(context, request, shop, 'merchant');
        if (!(await revokeToken(context, shop, id))) throw new HubProblem('not-found');
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
