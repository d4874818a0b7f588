import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {CalendarSettings, DeskCalendar, Id} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {requireRole} from '../../accounts/require-role.js';
import type {HubContext} from '../../context.js';
import {listCalendars} from '../calendars/calendar-store.js';
import {versionTag} from '../versions.js';
import {deleteCalendar, toDeskCalendars, writeCalendar} from './desk-calendar.js';
import {CalendarParams, CalendarsAnswer, Gone, IfMatch} from './desk-event-schemas.js';

/** The calendars of a shop or a town hall. */
export function deskCalendarRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, config} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/calendars',
      {
        schema: {
          summary: 'The calendars of a shop. Clerk',
          params: Type.Object({shop: Id}),
          response: {200: CalendarsAnswer},
        },
      },
      async request => {
        const {shop} = request.params;
        await requireRole(context, request, shop, 'clerk');
        const calendars = await listCalendars(db, shop);
        return {calendars: await toDeskCalendars(db, config.publicUrl, calendars)};
      },
    );

    app.put(
      '/v1/shops/:shop/calendars/:calendar',
      {
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
        await requireRole(context, request, shop, 'merchant');
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

    app.delete(
      '/v1/shops/:shop/calendars/:calendar',
      {
        schema: {
          summary: 'Delete a calendar without published events. Merchant',
          params: CalendarParams,
          headers: IfMatch,
          response: Gone,
        },
      },
      async (request, reply) => {
        const {params, headers} = request;
        await requireRole(context, request, params.shop, 'merchant');
        const ifMatch = headers['if-match'];
        await deleteCalendar(context, {shopId: params.shop, id: params.calendar, ifMatch});
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
