import type {DeskFeed, FeedSettings} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem, invalidField, type Sentence} from '../../http/problem.js';
import {markPublished, type Calendar} from '../calendars/calendar-store.js';
import {sayEvent} from '../event-words.js';
import {readFeeds, toFeedState, type Feed} from '../feeds/feed-store.js';
import {feedUrlFault} from '../feeds/feed-url.js';
import {requireVersion} from '../versions.js';

/** Feeds of one calendar. */
const MOST_FEEDS = 50;

export const toDeskFeed = (feed: Feed): DeskFeed => ({
  id: feed.id,
  settings: feed.settings,
  version: feed.version,
  state: toFeedState(feed),
});

export interface FeedWrite {
  calendar: Calendar;
  id: string;
  settings: FeedSettings;
  ifMatch: string | undefined;
}

/**
 * Adds a feed to a calendar, or changes one.
 *
 * @returns whether it is a new one
 * @throws HubProblem `invalid` by field, `version-missing`, `version-changed`
 */
export async function writeFeed(context: HubContext, write: FeedWrite): Promise<boolean> {
  const {calendar, id, settings, ifMatch} = write;
  checkFeed(context, settings);
  return context.db.transaction().execute(async trx => {
    // two who add at the same moment wait for each other here
    await markPublished(trx, context.clock, calendar.id);
    const feeds = await readFeeds(trx, calendar.id);
    const before = feeds.find(feed => feed.id === id);
    requireVersion(ifMatch, before?.version);
    if (!before) {
      if (feeds.length >= MOST_FEEDS) throw new HubProblem('too-large');
      await trx
        .insertInto('calendar_feeds')
        .values({
          calendar_id: calendar.id,
          id,
          settings: JSON.stringify(settings),
          version: 1,
          ...NO_COPY,
          created_at: context.clock.now().getTime(),
        })
        .execute();
      return true;
    }
    const isSameSource =
      before.settings.url === settings.url && before.settings.agenda === settings.agenda;
    await trx
      .updateTable('calendar_feeds')
      .set({
        settings: JSON.stringify(settings),
        version: before.version + 1,
        ...(!isSameSource && NO_COPY),
      })
      .where('calendar_id', '=', calendar.id)
      .where('id', '=', id)
      .execute();
    return false;
  });
}

const NO_COPY = {
  body: null,
  body_hash: null,
  etag: null,
  last_modified: null,
  fetched_at: null,
  tried_at: null,
  problem: null,
};

function checkFeed({config}: HubContext, {url, agenda}: FeedSettings): void {
  const {feeds} = config.events;
  const refuse = (pointer: string, message: Sentence) => {
    throw invalidField(pointer, message);
  };
  if ((url === undefined) === (agenda === undefined)) {
    refuse(
      '/url',
      sayEvent(words => words.feed.oneOfTwo),
    );
  }
  if (agenda !== undefined && feeds.openAgendaKey === undefined) {
    refuse(
      '/agenda',
      sayEvent(words => words.feed.noKey),
    );
  }
  const fault = url === undefined ? undefined : feedUrlFault(url, feeds);
  if (fault !== undefined) {
    refuse(
      '/url',
      sayEvent(words => words.feed[fault]),
    );
  }
}

/** @throws HubProblem `not-found`, `version-missing`, `version-changed` */
export async function deleteFeed(
  {db, clock}: HubContext,
  {calendar, id, ifMatch}: Omit<FeedWrite, 'settings'>,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await markPublished(trx, clock, calendar.id);
    const [feed] = await readFeeds(trx, calendar.id, id);
    if (!feed) throw new HubProblem('not-found');
    requireVersion(ifMatch, feed.version);
    await trx
      .deleteFrom('calendar_feeds')
      .where('calendar_id', '=', calendar.id)
      .where('id', '=', id)
      .execute();
  });
}
