import {clerk, merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {
  DeskEvent,
  EventCancellation,
  EventDecision,
  EventWrite,
} from '@local-widgets/model/schemas.js';
import type {FastifyReply, FastifyRequest} from 'fastify';
import {callerOf} from '../../access/granted.js';
import {includesRole} from '../../accounts/roles.js';
import type {HubContext} from '../../context.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {requireEvent} from '../store/event-row.js';
import {actorOf, readHistory} from '../store/history.js';
import {versionTag} from '../versions.js';
import {cancelEvent} from './cancel-event.js';
import {decideEvent} from './decide-event.js';
import {deleteEvent} from './delete-event.js';
import {countPeople, toDeskEvent} from './desk-event.js';
import {
  CalendarParams,
  DateParams,
  EventParams,
  EventsAnswer,
  EventsQuery,
  Gone,
  IfMatch,
} from './desk-event-schemas.js';
import {listEvents} from './list-events.js';
import {writeEvent} from './write-event.js';

interface Params {
  shop: string;
  calendar: string;
}

/** Writing, proposing, deciding and cancelling events. */
export function deskEventRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock, config} = context;

  /** The calendar and who asks. */
  const enter = async (request: FastifyRequest, params: Params) => {
    const caller = callerOf(request);
    const calendar = await requireCalendar(db, params.calendar, params.shop);
    return {calendar, role: caller.role, by: actorOf(caller)};
  };

  /** The event as it is now, with its version as the ETag. */
  const answer = async (reply: FastifyReply, calendar: string, id: string) => {
    const row = await requireEvent(db, id, calendar);
    const now = clock.now().getTime();
    const people = await countPeople(db, [id], now);
    reply.header('etag', versionTag(row.version));
    return toDeskEvent(row, {
      publicUrl: config.publicUrl,
      now,
      registrations: people.get(id),
      history: await readHistory(db, id),
    });
  };

  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/calendars/:calendar/events',
      {
        config: {access: clerk},
        schema: {
          summary: 'Events of a calendar, whatever their state. Clerk',
          params: CalendarParams,
          querystring: EventsQuery,
          response: {200: EventsAnswer},
        },
      },
      async request => {
        const {params, query} = request;
        const {calendar} = await enter(request, params);
        const {state, when, change, search, after = 0, limit = 50} = query;
        const wanted = {states: state, when, hasChange: change !== undefined, search};
        return listEvents(context, {calendarId: calendar.id, ...wanted, after, limit});
      },
    );

    app.get(
      '/v1/shops/:shop/calendars/:calendar/events/:event',
      {
        config: {access: clerk},
        schema: {
          summary: 'One event, with what was done to it. Clerk',
          params: EventParams,
          response: {200: DeskEvent},
        },
      },
      async (request, reply) => {
        const {params} = request;
        const {calendar} = await enter(request, params);
        return answer(reply, calendar.id, params.event);
      },
    );

    app.put(
      '/v1/shops/:shop/calendars/:calendar/events/:event',
      {
        config: {access: clerk},
        schema: {
          summary: 'Write an event, and propose (clerk) or publish it (merchant)',
          params: EventParams,
          headers: IfMatch,
          body: EventWrite,
          response: {200: DeskEvent, 201: DeskEvent},
        },
      },
      async (request, reply) => {
        const {params, headers, body: write} = request;
        const asked = await enter(request, params);
        const id = params.event;
        const isNew = await writeEvent(context, {
          ...asked,
          id,
          write,
          ifMatch: headers['if-match'],
        });
        return reply.code(isNew ? 201 : 200).send(await answer(reply, asked.calendar.id, id));
      },
    );

    app.delete(
      '/v1/shops/:shop/calendars/:calendar/events/:event',
      {
        config: {access: clerk},
        schema: {
          summary: 'Delete what was never published, or was imported. Clerk',
          params: EventParams,
          headers: IfMatch,
          response: Gone,
        },
      },
      async (request, reply) => {
        const {params, headers} = request;
        const {calendar, role} = await enter(request, params);
        await deleteEvent(context, {
          calendar,
          id: params.event,
          ifMatch: headers['if-match'],
          isMerchant: includesRole(role, 'merchant'),
        });
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/v1/shops/:shop/calendars/:calendar/events/:event/decision',
      {
        config: {access: merchant},
        schema: {
          summary: 'Accept or reject a proposed event, or a proposed change. Merchant',
          params: EventParams,
          headers: IfMatch,
          body: EventDecision,
          response: {200: DeskEvent},
        },
      },
      async (request, reply) => {
        const {params, headers, body: decision} = request;
        const {calendar, by} = await enter(request, params);
        const id = params.event;
        await decideEvent(context, {calendar, id, decision, ifMatch: headers['if-match'], by});
        return answer(reply, calendar.id, id);
      },
    );

    /** Both for the series and for one date; taking it back has no body. */
    const cancellation = (isCancelled: boolean) => ({
      summary: isCancelled
        ? 'Cancel, and tell who signed up. Merchant'
        : 'Takes place after all; who signed up is told. Merchant',
      headers: IfMatch,
      response: {200: DeskEvent},
    });
    const ofSeries = '/v1/shops/:shop/calendars/:calendar/events/:event/cancellation';
    const ofDate =
      '/v1/shops/:shop/calendars/:calendar/events/:event/occurrences/:recurrenceId/cancellation';

    const cancel = async (
      request: FastifyRequest,
      reply: FastifyReply,
      params: Params & {event: string; recurrenceId?: string},
      {isCancelled, reason}: {isCancelled: boolean; reason?: string | undefined},
    ) => {
      const {calendar, by} = await enter(request, params);
      const {event: id, recurrenceId} = params;
      const ifMatch = request.headers['if-match'];
      await cancelEvent(context, {calendar, id, recurrenceId, isCancelled, reason, ifMatch, by});
      return answer(reply, calendar.id, id);
    };

    app.put(
      ofSeries,
      {
        config: {access: merchant},
        schema: {...cancellation(true), params: EventParams, body: EventCancellation},
      },
      (request, reply) =>
        cancel(request, reply, request.params, {isCancelled: true, reason: request.body.reason}),
    );
    app.delete(
      ofSeries,
      {config: {access: merchant}, schema: {...cancellation(false), params: EventParams}},
      (request, reply) => cancel(request, reply, request.params, {isCancelled: false}),
    );
    app.put(
      ofDate,
      {
        config: {access: merchant},
        schema: {...cancellation(true), params: DateParams, body: EventCancellation},
      },
      (request, reply) =>
        cancel(request, reply, request.params, {isCancelled: true, reason: request.body.reason}),
    );
    app.delete(
      ofDate,
      {config: {access: merchant}, schema: {...cancellation(false), params: DateParams}},
      (request, reply) => cancel(request, reply, request.params, {isCancelled: false}),
    );
    done();
  };
}
