import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {CalendarProfile, Id, PublishedEvents, Uuid} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {isPublic, requireEvent} from '../store/event-row.js';
import {HubProblem} from '../../http/problem.js';
import {calendarProfile} from './calendar-profile.js';
import {publishedEvents} from './published-reading.js';
import {sendPublished} from './send-published.js';
import {readWindow, WindowQuery} from './window.js';

export const CalendarParams = Type.Object({calendar: Id});
export const EventParams = Type.Object({calendar: Id, event: Uuid});

const JSON_TYPE = 'application/json; charset=utf-8';
const Unchanged = {304: Type.Null()};

/** Reading a calendar: no account, no cookie. */
export function publishRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/calendars/:calendar',
      {
        config: {access: anyone},
        schema: {
          summary: 'A calendar: its name, its zone, where it is to be had',
          params: CalendarParams,
          response: {200: CalendarProfile},
        },
      },
      async ({params}) => calendarProfile(context, await requireCalendar(db, params.calendar)),
    );

    app.get(
      '/v1/calendars/:calendar/events',
      {
        config: {access: anyone},
        schema: {
          summary: 'What is on in a window of days',
          params: CalendarParams,
          querystring: WindowQuery,
          response: {200: PublishedEvents, ...Unchanged},
        },
      },
      async (request, reply) => {
        const {params, query} = request;
        const calendar = await requireCalendar(db, params.calendar);
        const window = readWindow(query, calendar.settings.timeZone, clock.now().getTime());
        const published = await publishedEvents(context, calendar, window, query);
        return sendPublished(request, reply, {
          ...published,
          type: JSON_TYPE,
          changedAt: calendar.publishedAt,
        });
      },
    );

    app.get(
      '/v1/calendars/:calendar/events/:event',
      {
        config: {access: anyone},
        schema: {
          summary: 'One event and its dates in a window of days',
          params: EventParams,
          querystring: WindowQuery,
          response: {200: PublishedEvents, ...Unchanged},
        },
      },
      async (request, reply) => {
        const {params, query} = request;
        const calendar = await requireCalendar(db, params.calendar);
        const row = await requireEvent(db, params.event, calendar.id);
        if (!isPublic(row)) throw new HubProblem('not-found');
        const window = readWindow(query, calendar.settings.timeZone, clock.now().getTime());
        const eventId = params.event;
        const published = await publishedEvents(context, calendar, window, {...query, eventId});
        return sendPublished(request, reply, {
          ...published,
          type: JSON_TYPE,
          changedAt: calendar.publishedAt,
        });
      },
    );
    done();
  };
}
