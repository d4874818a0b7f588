import {readEventsLazily, UnreadableFeedError, type EventsReading} from '@local-widgets/model';
import type {FeedState} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {sayEvent} from '../event-words.js';
import {filterKey, filterReading} from '../publish/filter-reading.js';
import {KeptTexts} from '../publish/kept-texts.js';
import type {DayWindow, FilterQuery} from '../publish/window.js';
import {readCopy, refreshFeed} from './feed-copies.js';
import {FeedError} from './feed-error.js';
import {toFeedState, type Feed} from './feed-store.js';

/** Rejections that are told; the rest would be of no use to anybody. */
const MOST_REJECTED = 100;

/** JSON of `PublishedEvents`, with its ETag. */
export interface FeedText {
  text: string;
  tag: string;
  state: FeedState;
}

const kept = new WeakMap<HubContext['db'], KeptTexts<{text: string}>>();

/**
 * What is on in a window by another agenda: from its copy, which is asked for again when it is old. What is
 * read is the model's `Event`, and nothing else of what the source says.
 *
 * @throws HubProblem `feed-unavailable` when it could never be read
 */
export async function feedEvents(
  context: HubContext,
  feed: Feed,
  window: DayWindow,
  query: FilterQuery = {},
): Promise<FeedText> {
  const texts = kept.get(context.db) ?? new KeptTexts<{text: string}>();
  kept.set(context.db, texts);
  let fresh: EventsReading | undefined;
  const current = await refreshFeed(context, feed, async body => {
    fresh = await readFeedBody(body, feed, window);
  });
  const state = toFeedState(current);
  const {bodyHash} = current;
  if (bodyHash === undefined) throw unavailable(state);
  const {timeZone, from, to} = window;
  const source = [current.calendarId, current.id, current.version, bodyHash];
  const key = [...source, timeZone, from, to, filterKey(query)].join(' ');
  let found = texts.get(key);
  if (!found) {
    fresh ??= await readFeedBody((await readCopy(context, current))!, feed, window);
    found = {text: toText(filterReading(fresh, query), window)};
    texts.set(key, found);
  }
  const json = JSON.stringify(state);
  return {
    text: `{"feed":${json},${found.text}}`,
    tag: `"${bodyHash.slice(0, 16)}-${sha256Hex(`${key} ${json}`).slice(0, 16)}"`,
    state,
  };
}

/** @throws FeedError `unreadable` */
export async function readFeedBody(
  body: Buffer,
  {settings}: Pick<Feed, 'settings'>,
  {starts, ends, timeZone}: Pick<DayWindow, 'starts' | 'ends' | 'timeZone'>,
): Promise<EventsReading> {
  try {
    // in slices: orders and messages go on meanwhile
    return await readEventsLazily(body, {
      from: starts,
      to: ends,
      timeZone,
      baseUrl: settings.url?.replace(/^webcals?:/i, 'https:'),
      sourceName: settings.name,
    });
  } catch (error) {
    if (error instanceof UnreadableFeedError) throw new FeedError('unreadable', {cause: error});
    throw error;
  }
}

function toText(
  {events, occurrences, rejected, truncated, calendar}: EventsReading,
  window: DayWindow,
) {
  const {timeZone, from, to} = window;
  const members = {
    calendar,
    ...{timeZone, from, to},
    ...{events, occurrences, truncated},
    rejected: rejected.slice(0, MOST_REJECTED),
    signUps: [],
    holidays: [],
  };
  return JSON.stringify(members).slice(1, -1);
}

const unavailable = ({problem = 'unreachable'}: FeedState) =>
  new HubProblem('feed-unavailable', {
    retryAfter: 60,
    detail: sayEvent(words => words.problems[problem]),
  });
