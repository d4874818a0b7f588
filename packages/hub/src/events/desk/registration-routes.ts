import {clerk} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Registration, RegistrationList, Text} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {languageOf} from '../../text/words.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {cancelRegistration} from '../signup/cancel-registration.js';
import {requireRegistration} from '../signup/registration-row.js';
import {documentOf, requireEvent} from '../store/event-row.js';
import {DateQuery, EventParams, RegistrationParams} from './desk-event-schemas.js';
import {listRegistrations} from './desk-registrations.js';
import {registrationsCsv} from './registrations-csv.js';

/** Who comes to an event, for those who keep the door. */
export function deskRegistrationRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db} = context;

  const calendarOf = ({shop, calendar}: {shop: string; calendar: string}) =>
    requireCalendar(db, calendar, shop);

  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/calendars/:calendar/events/:event/registrations',
      {
        config: {access: clerk},
        schema: {
          summary: 'Who comes, date by date. Clerk',
          params: EventParams,
          querystring: DateQuery,
          response: {200: RegistrationList},
        },
      },
      async request => {
        const {params, query} = request;
        const calendar = await calendarOf(params);
        return listRegistrations(db, await requireEvent(db, params.event, calendar.id), query.date);
      },
    );

    app.get(
      '/v1/shops/:shop/calendars/:calendar/events/:event/registrations.csv',
      {
        config: {access: clerk},
        schema: {
          summary: 'The same for a spreadsheet. Clerk',
          params: EventParams,
          querystring: DateQuery,
        },
      },
      async (request, reply) => {
        const {params, query, headers} = request;
        const calendar = await calendarOf(params);
        const event = await requireEvent(db, params.event, calendar.id);
        const language = languageOf(headers['accept-language']);
        const {timeZone} = documentOf(event);
        const list = await listRegistrations(db, event, query.date);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="inscriptions.csv"')
          .serializer(String)
          .send(registrationsCsv(list, {language, timeZone}));
      },
    );

    app.delete(
      '/v1/shops/:shop/calendars/:calendar/registrations/:registration',
      {
        config: {access: clerk},
        schema: {
          summary: 'Take somebody off the list, who is told. Clerk',
          params: RegistrationParams,
          querystring: Type.Object({reason: Type.Optional(Text(300))}),
          response: {200: Registration},
        },
      },
      async request => {
        const {params, query} = request;
        const calendar = await calendarOf(params);
        const {event} = await requireRegistration(db, params.registration);
        if (event.calendar_id !== calendar.id) throw new HubProblem('not-found');
        return cancelRegistration(context, {
          id: params.registration,
          by: 'organizer',
          reason: query.reason,
        });
      },
    );
    done();
  };
}
