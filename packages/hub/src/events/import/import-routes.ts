import {merchant} from '../../access/access.js';
import type {FastifyPluginCallbackTypebox} from '@fastify/type-provider-typebox';
import type {EventsReading} from '@local-widgets/model';
import {EventImportReport, Id} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {Value} from 'typebox/value';
import {callerOf} from '../../access/granted.js';
import type {HubContext} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {languageOf} from '../../text/words.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {CalendarParams} from '../desk/desk-event-schemas.js';
import {sayEvent} from '../event-words.js';
import {readCopy, refreshFeed} from '../feeds/feed-copies.js';
import {FeedError} from '../feeds/feed-error.js';
import {readFeedBody} from '../feeds/feed-events.js';
import {requireFeed} from '../feeds/feed-store.js';
import {actorOf} from '../store/history.js';
import {importEvents} from './import-events.js';
import type {ImportWindow} from './to-document.js';

/** As many bytes as a feed may have. */
const FILE_LIMIT = 10 * 1024 * 1024;
const DAY = 86_400_000;
/** Days that are read: what differed a while ago still does, and what repeats is taken over as its rule. */
const BEFORE = 366;
const AHEAD = 1096;

const FeedBody = Type.Object({feed: Id}, {additionalProperties: false});

/** Taking another agenda over, with a dry run before. */
export function importRoutes(context: HubContext): FastifyPluginCallbackTypebox {
  const {db, clock} = context;
  return (app, _options, done) => {
    // bytes: calendars are written in the character set of their day
    for (const type of ['text/calendar', 'application/ld+json']) {
      app.addContentTypeParser(type, {parseAs: 'buffer'}, (_request, body, done) =>
        done(null, body),
      );
    }

    app.post(
      '/v1/shops/:shop/calendars/:calendar/import',
      {
        config: {access: merchant},
        schema: {
          summary: 'Import a file or a feed; dry-run=1 only tells. Merchant',
          params: CalendarParams,
          querystring: Type.Object({'dry-run': Type.Optional(Type.Literal('1'))}),
          response: {200: EventImportReport},
        },
        bodyLimit: FILE_LIMIT,
      },
      async request => {
        const {params, query, body, headers} = request;
        const caller = callerOf(request);
        const calendar = await requireCalendar(db, params.calendar, params.shop);
        const {timeZone} = calendar.settings;
        const now = clock.now().getTime();
        const window = {from: now - BEFORE * DAY, to: now + AHEAD * DAY, timeZone};
        const {reading, source} = await readSource(body, calendar.id, window);
        return importEvents(context, {
          ...{calendar, reading, window, source},
          isDryRun: query['dry-run'] === '1',
          by: actorOf(caller),
          language: languageOf(headers['accept-language']),
        });
      },
    );
    done();
  };

  async function readSource(
    body: unknown,
    calendarId: string,
    window: ImportWindow,
  ): Promise<{reading: EventsReading; source: string}> {
    const span = {starts: window.from, ends: window.to, timeZone: window.timeZone};
    if (Buffer.isBuffer(body)) {
      const settings = {name: 'file', isPublic: false};
      return {reading: await readOrRefuse(body, {settings}, span), source: 'file'};
    }
    if (!Value.Check(FeedBody, body)) {
      throw invalidField(
        '/feed',
        sayEvent(words => words.feed.missing),
      );
    }
    const feed = await requireFeed(db, calendarId, body.feed);
    const current = await refreshFeed(context, feed, copy => readFeedBody(copy, feed, span));
    const copy = await readCopy(context, current);
    if (!copy) {
      const {problem = 'unreachable'} = current;
      throw new HubProblem('feed-unavailable', {
        retryAfter: 60,
        detail: sayEvent(words => words.problems[problem]),
      });
    }
    return {reading: await readOrRefuse(copy, feed, span), source: feed.id};
  }
}

async function readOrRefuse(...given: Parameters<typeof readFeedBody>): Promise<EventsReading> {
  try {
    return await readFeedBody(...given);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    throw new HubProblem('invalid', {detail: sayEvent(words => words.feed.unreadable)});
  }
}
