import {runAtOnce} from '../async/run-in-slices.js';
import type {FeedInput} from '../place/open-feed.js';
import {asUnreadable} from '../place/unreadable-feed-error.js';
import {
  collectorFor,
  openEvents,
  readersOf,
  startReading,
  type ReadEventsOptions,
  type ReadEventsResult,
} from './open-events.js';
import {readers} from './readers/readers.js';
import {ruleEngine} from './recurrence/rule-engine.js';

/**
 * Reads a feed of events, whatever its format, and works out when they are on in a window of time: a text,
 * the bytes of a file, or a value that JSON.parse gave. One bad event never loses the others, and no rule
 * takes more than its share of work: see `rejected`.
 *
 * @throws {UnreadableFeedError} when the whole is no feed that we know.
 * @throws {RangeError} for a window or a zone that is none.
 */
export function readEvents(input: FeedInput, options: ReadEventsOptions): ReadEventsResult {
  const collector = collectorFor(options, ruleEngine);
  try {
    const feed = openEvents(input, options.format);
    const {format, work} = startReading(feed, readersOf(readers, options.format), collector);
    runAtOnce(work);
    return {format, ...collector.finish()};
  } catch (error) {
    throw asUnreadable(error);
  }
}
