import {anyone, holder} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {
  PlacedRegistration,
  RecurrenceId,
  Registration,
  RegistrationRequest,
  Uuid,
} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {limitedAddress} from '../../log/truncate-address.js';
import {cancelRegistration} from './cancel-registration.js';
import {eraseRegistration} from './erase-registration.js';
import {exportRegistration} from './export-registration.js';
import {requireRegistrationByToken} from './registration-row.js';
import {signUp} from './sign-up.js';

const DateParams = Type.Object({event: Uuid, recurrenceId: RecurrenceId, uuid: Uuid});
const TokenParams = Type.Object({token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'})});

/** Signing up for a date, and what one does afterwards with the secret link. No account, no cookie. */
export function registrationRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, config} = context;
  const limit = {
    rateLimit: {
      max: config.events.limits.registrationsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request: {ip: string}) => `registrations ${limitedAddress(request.ip)}`,
    },
  };
  return (app, _options, done) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.put(
      '/v1/events/:event/occurrences/:recurrenceId/registrations/:uuid',
      {
        schema: {
          summary: 'Sign up for a date; the same UUID is the same registration',
          params: DateParams,
          body: RegistrationRequest,
          response: {200: PlacedRegistration, 201: PlacedRegistration},
        },
        config: {...limit, access: anyone},
      },
      async ({params, body: request}, reply) => {
        const {event: eventId, recurrenceId, uuid} = params;
        const {answer, isReplay} = await signUp(context, {eventId, recurrenceId, uuid, request});
        return reply.code(isReplay ? 200 : 201).send(answer);
      },
    );

    app.get(
      '/v1/registrations/:token',
      {
        config: {access: holder('registration')},
        schema: {
          summary: 'A registration, by its secret',
          params: TokenParams,
          response: {200: Registration},
        },
      },
      async ({params}) => (await requireRegistrationByToken(db, params.token)).registration,
    );

    app.post(
      '/v1/registrations/:token/cancellation',
      {
        config: {access: holder('registration')},
        schema: {
          summary: 'Give the places back',
          params: TokenParams,
          response: {200: Registration},
        },
      },
      async ({params}) => {
        const {row} = await requireRegistrationByToken(db, params.token);
        return cancelRegistration(context, {id: row.id, by: 'person'});
      },
    );

    app.get(
      '/v1/registrations/:token/export',
      {
        config: {access: holder('registration')},
        schema: {summary: 'All that is held of a registration', params: TokenParams},
      },
      async ({params}, reply) => {
        const found = await requireRegistrationByToken(db, params.token);
        reply.header('content-disposition', 'attachment; filename="registration.json"');
        return exportRegistration(db, found);
      },
    );

    app.delete(
      '/v1/registrations/:token',
      {
        config: {access: holder('registration')},
        schema: {
          summary: 'Cancel, and erase who it was',
          params: TokenParams,
          response: {204: Type.Null()},
        },
      },
      async ({params}, reply) => {
        const {row} = await requireRegistrationByToken(db, params.token);
        await eraseRegistration(context, row.id);
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
