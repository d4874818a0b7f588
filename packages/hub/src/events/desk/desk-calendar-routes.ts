import {clerk, merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {
  CalendarDeletion,
  CalendarSettings,
  DeskCalendar,
  Id,
} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {listCalendars, requireCalendar} from '../calendars/calendar-store.js';
import {versionTag} from '../versions.js';
import {calendarDeletion, deleteCalendar} from './delete-calendar.js';
import {toDeskCalendars, writeCalendar} from './desk-calendar.js';
import {
  CalendarParams,
  CalendarsAnswer,
  DeletionQuery,
  Gone,
  IfMatch,
} from './desk-event-schemas.js';

/** The calendars of a shop or a town hall. */
export function deskCalendarRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, config} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/calendars',
      {
        config: {access: clerk},
        schema: {
          summary: 'The calendars of a shop. Clerk',
          params: Type.Object({shop: Id}),
          response: {200: CalendarsAnswer},
        },
      },
      async request => {
        const {shop} = request.params;
        const calendars = await listCalendars(db, shop);
        return {calendars: await toDeskCalendars(db, config.publicUrl, calendars)};
      },
    );

    app.put(
      '/v1/shops/:shop/calendars/:calendar',
      {
        config: {access: merchant},
        schema: {
          summary: 'Make a calendar, or change its settings. Merchant',
          params: CalendarParams,
          headers: IfMatch,
          body: CalendarSettings,
          response: {200: DeskCalendar, 201: DeskCalendar},
        },
      },
      async (request, reply) => {
        const {params, headers, body: settings} = request;
        const {shop, calendar: id} = params;
        const ifMatch = headers['if-match'];
        const write = {shopId: shop, id, settings, ifMatch};
        const {calendar, isNew} = await writeCalendar(context, write);
        const [written] = await toDeskCalendars(db, config.publicUrl, [calendar]);
        return reply
          .code(isNew ? 201 : 200)
          .header('etag', versionTag(calendar.version))
          .send(written!);
      },
    );

    app.get(
      '/v1/shops/:shop/calendars/:calendar/deletion',
      {
        config: {access: merchant},
        schema: {
          summary: 'What would go with a calendar, and whom it would be told. Merchant',
          params: CalendarParams,
          response: {200: CalendarDeletion},
        },
      },
      async request => {
        const {shop, calendar: id} = request.params;
        return calendarDeletion(context, await requireCalendar(db, id, shop));
      },
    );

    app.delete(
      '/v1/shops/:shop/calendars/:calendar',
      {
        config: {access: merchant},
        schema: {
          summary: 'Delete a calendar with all that is in it; who signed up is told. Merchant',
          params: CalendarParams,
          headers: IfMatch,
          querystring: DeletionQuery,
          response: Gone,
        },
      },
      async (request, reply) => {
        const {params, headers, query} = request;
        await deleteCalendar(context, {
          shopId: params.shop,
          id: params.calendar,
          ifMatch: headers['if-match'],
          takesEvents: query.events === '1',
          people: query.people ?? 0,
          reason: query.reason,
        });
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
