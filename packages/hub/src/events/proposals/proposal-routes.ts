import {anyone, holder} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Id, Proposal, ProposalRequest} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {requestKey} from '../../idempotency/request-key.js';
import {limitedAddress} from '../../log/truncate-address.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {confirmProposal, requireProposal, toProposal, withdrawProposal} from './follow-proposal.js';
import {propose} from './propose.js';

const TokenParams = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});

/** Proposing an event without an account, and following it with the secret link. */
export function proposalRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, config} = context;
  const limit = {
    rateLimit: {
      max: config.events.limits.proposalsPerHour,
      timeWindow: 3_600_000,
      keyGenerator: (request: {ip: string}) => `proposals ${limitedAddress(request.ip)}`,
    },
  };
  return (app, _options, done) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.post(
      '/v1/calendars/:calendar/proposals',
      {
        schema: {
          summary: 'Propose an event; a link to confirm it is sent. Needs Idempotency-Key',
          params: Type.Object({calendar: Id}),
          body: ProposalRequest,
          response: {202: Type.Object({})},
        },
        config: {...limit, access: anyone},
      },
      async (request, reply) => {
        const calendar = await requireCalendar(db, request.params.calendar);
        const idempotencyKey = requestKey(request.headers['idempotency-key']);
        await propose(context, {calendar, request: request.body, idempotencyKey});
        return reply.code(202).send({});
      },
    );

    app.get(
      '/v1/proposals/:token',
      {
        config: {access: holder('proposal')},
        schema: {
          summary: 'Where a proposal stands, by its secret',
          params: TokenParams,
          response: {200: Proposal},
        },
      },
      async ({params}) => toProposal(await requireProposal(db, params.token), config.publicUrl),
    );

    app.post(
      '/v1/proposals/:token/confirmation',
      {
        config: {access: holder('proposal')},
        schema: {
          summary: 'Confirm a proposal',
          params: TokenParams,
          response: {200: Proposal},
        },
      },
      async ({params: {token}}) => {
        await confirmProposal(context, await requireProposal(db, token));
        return toProposal(await requireProposal(db, token), config.publicUrl);
      },
    );

    app.delete(
      '/v1/proposals/:token',
      {
        config: {access: holder('proposal')},
        schema: {
          summary: 'Take a proposal back, and erase it',
          params: TokenParams,
          response: {204: Type.Null()},
        },
      },
      async ({params}, reply) => {
        await withdrawProposal(context, await requireProposal(db, params.token));
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
