import {merchant} from '../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {FastifyRequest} from 'fastify';
import {Type} from 'typebox';
import type {HubContext} from '../context.js';
import {HubProblem, invalidField} from '../http/problem.js';
import {replayWebhook} from '../outbox/replay.js';
import {webhookUrlFault} from '../webhooks/webhook-url.js';
import {NewWebhook, Replay, RowParams, ShopParams, WebhookPatch} from './desk-schemas.js';
import {deskWords} from './desk-words.js';
import {
  addEndpoint,
  listAttempts,
  listEndpoints,
  removeEndpoint,
  rotateSecret,
  switchEndpoint,
} from './webhook-store.js';

/** Where the hub tells of a shop's orders. For merchants. */
export function webhookRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config, outbox} = context;
  const gone = {204: Type.Null()};

  /** The endpoint's shop and id, once it is known that both are the caller's. */
  const requireEndpoint = async (request: FastifyRequest<{Params: {shop: string; id: string}}>) => {
    const {shop, id} = request.params;
    const endpoints = await listEndpoints(db, shop);
    if (!endpoints.some(endpoint => endpoint.id === id)) throw new HubProblem('not-found');
    return {shop, id};
  };

  return (app, _options, done) => {
    app.get(
      '/api/shops/:shop/desk/webhooks',
      {
        config: {access: merchant},
        schema: {summary: 'Where events go. Merchant', params: ShopParams},
      },
      async request => {
        return {webhooks: await listEndpoints(db, request.params.shop)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/webhooks',
      {
        config: {access: merchant},
        schema: {
          summary: 'Add an endpoint; its secret is told once. Merchant',
          params: ShopParams,
          body: NewWebhook,
        },
      },
      async (request, reply) => {
        const {
          params: {shop},
          body: {url},
        } = request;
        const fault = webhookUrlFault(url, config.webhooks);
        if (fault !== undefined) {
          throw invalidField('/url', language => deskWords(language)[fault]);
        }
        return reply.code(201).send(await addEndpoint(context, shop, url));
      },
    );

    app.patch(
      '/api/shops/:shop/desk/webhooks/:id',
      {
        config: {access: merchant},
        schema: {
          summary: 'Switch an endpoint on or off. Merchant',
          params: RowParams,
          body: WebhookPatch,
        },
      },
      async request => {
        const {shop, id} = await requireEndpoint(request);
        await switchEndpoint(db, shop, id, request.body.isEnabled);
        return (await listEndpoints(db, shop)).find(endpoint => endpoint.id === id);
      },
    );

    app.delete(
      '/api/shops/:shop/desk/webhooks/:id',
      {
        config: {access: merchant},
        schema: {summary: 'Remove an endpoint. Merchant', params: RowParams, response: gone},
      },
      async (request, reply) => {
        const {shop, id} = await requireEndpoint(request);
        await removeEndpoint(db, shop, id);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/shops/:shop/desk/webhooks/:id/attempts',
      {
        config: {access: merchant},
        schema: {summary: 'The last deliveries. Merchant', params: RowParams},
      },
      async request => {
        const {id} = await requireEndpoint(request);
        return {attempts: await listAttempts(db, id)};
      },
    );

    app.post(
      '/api/shops/:shop/desk/webhooks/:id/replay',
      {
        config: {access: merchant},
        schema: {summary: 'Send a message again. Merchant', params: RowParams, body: Replay},
      },
      async (request, reply) => {
        const {id: endpointId} = await requireEndpoint(request);
        const {outboxId} = request.body;
        const question = {endpointId, outboxId, now: clock.now()};
        if (!(await replayWebhook(db, question))) throw new HubProblem('not-found');
        outbox.wake();
        return reply.code(202).send({});
      },
    );

    app.post(
      '/api/shops/:shop/desk/webhooks/:id/rotate',
      {
        config: {access: merchant},
        schema: {summary: 'Give an endpoint a new secret. Merchant', params: RowParams},
      },
      async request => {
        const {shop, id} = await requireEndpoint(request);
        const secret = await rotateSecret(context, shop, id);
        if (secret === undefined) throw new HubProblem('not-found');
        return {secret};
      },
    );
    done();
  };
}
