import {anyone} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {Id, PublishedEvents} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {sendPublished} from '../publish/send-published.js';
import {readWindow, WindowQuery} from '../publish/window.js';
import {feedEvents} from './feed-events.js';
import {requireFeed} from './feed-store.js';

/** Other agendas, for pages that may not ask for them themselves. Their addresses are never the asker's. */
export function feedRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  return (app, _options, done) => {
    app.get(
      '/v1/calendars/:calendar/feeds/:feed/events',
      {
        config: {access: anyone},
        schema: {
          summary: 'What is on by another agenda that the calendar hands on',
          params: Type.Object({calendar: Id, feed: Id}),
          querystring: WindowQuery,
          response: {200: PublishedEvents, 304: Type.Null()},
        },
      },
      async (request, reply) => {
        const {params, query} = request;
        const calendar = await requireCalendar(db, params.calendar);
        const feed = await requireFeed(db, calendar.id, params.feed);
        if (!feed.settings.isPublic) throw new HubProblem('not-found');
        const now = clock.now().getTime();
        const window = readWindow(query, calendar.settings.timeZone, now);
        const {text, tag, state} = await feedEvents(context, feed, window, query);
        const {fetchedAt, isStale} = state;
        return sendPublished(request, reply, {
          ...{text, tag},
          type: 'application/json; charset=utf-8',
          changedAt: fetchedAt === undefined ? clock.now() : new Date(fetchedAt),
          ...(!isStale && {maxAge: 300}),
        });
      },
    );
    done();
  };
}
