import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {RecurrenceId} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {sha256Hex} from '../../chance-and-clock.js';
import {HubProblem} from '../../http/problem.js';
import {languageOf} from '../../text/words.js';
import {requireCalendar, type Calendar} from '../calendars/calendar-store.js';
import {isPublic, requireEvent, type EventRow} from '../store/event-row.js';
import {dateFile} from './date-file.js';
import {CalendarParams, EventParams} from './publish-routes.js';
import {publishedFile, type FileKind} from './published-files.js';
import {sendPublished} from './send-published.js';
import {FilterQuery} from './window.js';

const TYPES: Record<FileKind, string> = {
  ics: 'text/calendar; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};
const SUMMARIES: Record<FileKind, string> = {
  ics: 'A calendar as iCalendar, for programs that subscribe to it',
  jsonld: 'The next dates as schema.org Events',
  atom: 'What was published or changed last, as Atom',
};
/** Seconds: programs that subscribe ask each hour, or more often than that. */
const MAX_AGE = 300;

/** A calendar in the formats that other programs know. */
export function fileRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db} = context;

  const oneDateFile = (calendar: Calendar, row: EventRow, recurrenceId: string) => {
    const text = dateFile(context, calendar, row, recurrenceId);
    if (text === undefined) throw new HubProblem('not-found');
    return {text, tag: `"${row.version}-${sha256Hex(text).slice(0, 16)}"`};
  };

  return (app, _options, done) => {
    for (const kind of ['ics', 'jsonld', 'atom'] as const) {
      app.get(
        `/v1/calendars/:calendar/events.${kind}`,
        {
          config: {access: anyone},
          schema: {
            summary: SUMMARIES[kind],
            params: CalendarParams,
            querystring: FilterQuery,
          },
        },
        async (request, reply) => {
          const {params, query, headers} = request;
          const calendar = await requireCalendar(db, params.calendar);
          const language = languageOf(headers['accept-language']);
          const file = await publishedFile(context, calendar, {...query, kind, language});
          if (kind === 'atom') reply.header('vary', 'Accept-Language');
          return sendPublished(request, reply, {
            ...file,
            type: TYPES[kind],
            changedAt: calendar.publishedAt,
            isDated: true,
            maxAge: MAX_AGE,
          });
        },
      );
    }

    app.get(
      '/v1/calendars/:calendar/events/:event.ics',
      {
        config: {access: anyone},
        schema: {
          summary: 'One event, or one date of it, as iCalendar',
          params: EventParams,
          querystring: Type.Object({date: Type.Optional(RecurrenceId)}),
        },
      },
      async (request, reply) => {
        const {params, query} = request;
        const calendar = await requireCalendar(db, params.calendar);
        const row = await requireEvent(db, params.event, calendar.id);
        if (!isPublic(row)) throw new HubProblem('not-found');
        const file =
          query.date === undefined
            ? await publishedFile(context, calendar, {
                kind: 'ics',
                language: 'fr',
                eventId: row.id,
              })
            : oneDateFile(calendar, row, query.date);
        // phones open it in their calendar when it comes as a file of its own, not from the page's memory
        return sendPublished(request, reply.header('content-disposition', DISPOSITION), {
          ...file,
          type: TYPES.ics,
          changedAt: calendar.publishedAt,
          isDated: true,
          maxAge: MAX_AGE,
        });
      },
    );
    done();
  };
}

const DISPOSITION = 'inline; filename="evenement.ics"';
