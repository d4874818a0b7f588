import {clerk, merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import {DeskFeed, FeedSettings} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {readFeeds, requireFeed} from '../feeds/feed-store.js';
import {versionTag} from '../versions.js';
import {CalendarParams, FeedParams, Gone, IfMatch} from './desk-event-schemas.js';
import {deleteFeed, toDeskFeed, writeFeed} from './desk-feeds.js';

/** Other agendas that a calendar hands on or imports. */
export function deskFeedRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db} = context;

  const calendarOf = ({shop, calendar}: {shop: string; calendar: string}) =>
    requireCalendar(db, calendar, shop);

  return (app, _options, done) => {
    app.get(
      '/v1/shops/:shop/calendars/:calendar/feeds',
      {
        config: {access: clerk},
        schema: {
          summary: 'Other agendas, and whether they could be read. Clerk',
          params: CalendarParams,
          response: {200: Type.Object({feeds: Type.Array(DeskFeed)})},
        },
      },
      async request => {
        const calendar = await calendarOf(request.params);
        return {feeds: (await readFeeds(db, calendar.id)).map(toDeskFeed)};
      },
    );

    app.put(
      '/v1/shops/:shop/calendars/:calendar/feeds/:feed',
      {
        config: {access: merchant},
        schema: {
          summary: 'Add another agenda, or change where it is. Merchant',
          params: FeedParams,
          headers: IfMatch,
          body: FeedSettings,
          response: {200: DeskFeed, 201: DeskFeed},
        },
      },
      async (request, reply) => {
        const {params, headers, body: settings} = request;
        const calendar = await calendarOf(params);
        const id = params.feed;
        const ifMatch = headers['if-match'];
        const isNew = await writeFeed(context, {calendar, id, settings, ifMatch});
        const feed = await requireFeed(db, calendar.id, id);
        return reply
          .code(isNew ? 201 : 200)
          .header('etag', versionTag(feed.version))
          .send(toDeskFeed(feed));
      },
    );

    app.delete(
      '/v1/shops/:shop/calendars/:calendar/feeds/:feed',
      {
        config: {access: merchant},
        schema: {
          summary: 'Remove another agenda; what was imported stays. Merchant',
          params: FeedParams,
          headers: IfMatch,
          response: Gone,
        },
      },
      async (request, reply) => {
        const {params, headers} = request;
        const calendar = await calendarOf(params);
        await deleteFeed(context, {calendar, id: params.feed, ifMatch: headers['if-match']});
        return reply.code(204).send(null);
      },
    );
    done();
  };
}
