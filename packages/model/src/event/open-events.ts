import {openFeed, type FeedInput, type OpenFeed} from '../place/open-feed.js';
import {quote} from '../place/position.js';
import {UnreadableFeedError} from '../place/unreadable-feed-error.js';
import {EventCollector, type EventContext} from './collect-events.js';
import {decodeCalendar} from './decode-calendar.js';
import type {EventsReading} from './event.js';
import type {EventReader} from './readers/reader.js';
import type {EventFormat} from './readers/readers.js';
import type {RuleEngine} from './recurrence/rule-engine.js';
import {Budget} from './recurrence/budget.js';
import {DAY} from './time/civil.js';
import {instantOf, type Clock} from './time/clock.js';
import {readDate} from './time/date-value.js';
import {clockOf} from './time/intl-clock.js';
import type {DescriptionContext} from './to-event.js';

/** A `Date`, milliseconds since 1970-01-01T00:00Z, or ISO 8601; a day alone begins in the zone of the reading. */
export type Moment = Date | number | string;

/** What holds for every format. */
export interface ReadEventsOptions extends DescriptionContext {
  /** The window of time: what touches it is read. Included. */
  readonly from: Moment;
  /** Not included. At most 100 years after `from`. */
  readonly to: Moment;
  /**
   * IANA zone in which days and minutes are told, whole days lie and floating times run. Mostly that of the
   * town: a concert is at eight there, wherever it is looked up.
   */
  readonly timeZone: string;
  /** Address of the feed, against which relative links and images are resolved. */
  readonly baseUrl?: string | undefined;
  /** Name of the publisher for events that do not tell their own source. */
  readonly sourceName?: string | undefined;
  /** What the webmaster calls this source. */
  readonly sourceLabel?: string | undefined;
  /** Skips the detection by content. With `json-ld`, a web page that holds it is read too. */
  readonly format?: EventFormat | undefined;
  /** Default 50 000; the rest is left out, said by `truncated` and a `too-many` rejection. */
  readonly maxEvents?: number | undefined;
  /** Default 200 000, of all events together. */
  readonly maxOccurrences?: number | undefined;
  /** Default 5 000: thirteen years of every day. */
  readonly maxOccurrencesPerEvent?: number | undefined;
  /**
   * Most periods, days and times that the rules of the feed may go through, those of one event a twentieth
   * of it. Default 1 000 000: some tenths of a second.
   */
  readonly maxSteps?: number | undefined;
}

/**
 * Where a reading collects what it finds.
 *
 * @throws {RangeError} for a zone or a window that is none.
 */
export function collectorFor(options: ReadEventsOptions, rules?: RuleEngine): EventCollector {
  const {timeZone, maxEvents = 50_000, maxOccurrences = 200_000} = options;
  const {maxOccurrencesPerEvent = 5_000, maxSteps = 1_000_000} = options;
  const clock = clockOf(timeZone);
  if (!clock) throw new RangeError(`no time zone is called ${quote(timeZone)}`);
  const window = {from: instantIn(clock, options.from), to: instantIn(clock, options.to)};
  if (!(window.from <= window.to && window.to - window.from <= 36_525 * DAY)) {
    throw new RangeError('the window of time must be from earlier to later, within 100 years');
  }
  const context: EventContext = {
    baseUrl: options.baseUrl,
    sourceName: options.sourceName,
    sourceLabel: options.sourceLabel,
    window,
    clock,
    budget: new Budget(maxSteps, Math.ceil(maxSteps / 20)),
    rules,
    limits: {events: maxEvents, occurrences: maxOccurrences, perEvent: maxOccurrencesPerEvent},
  };
  return new EventCollector(context);
}

function instantIn(clock: Clock, moment: Moment): number {
  if (typeof moment === 'number') return moment;
  const day = typeof moment === 'string' ? readDate(moment) : undefined;
  return day?.form === 'date' ? instantOf(clock, day.at) : new Date(moment).getTime();
}

/**
 * Decodes a feed, and parses it when it is JSON.
 *
 * @throws {UnreadableFeedError} for what is no feed.
 */
export function openEvents(input: FeedInput, format: EventFormat | undefined): OpenFeed {
  const bytes =
    input instanceof ArrayBuffer
      ? new Uint8Array(input)
      : ArrayBuffer.isView(input)
        ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
        : undefined;
  const reader = format && {
    input: format === 'icalendar' ? ('text' as const) : ('json' as const),
    readsPages: format === 'json-ld',
  };
  return openFeed(bytes ? decodeCalendar(bytes) : input, reader);
}

/** Those that may read a feed: the one of a format, or all. @throws {UnreadableFeedError} */
export function readersOf(
  readers: readonly EventReader<EventFormat>[],
  format: EventFormat | undefined,
): readonly EventReader<EventFormat>[] {
  const named = format ? readers.filter(reader => reader.format === format) : readers;
  if (named.length) return named;
  throw new UnreadableFeedError('unknown-format', `no format is called ${quote(format)}`);
}

/** Starts the first reader that knows the feed. @throws {UnreadableFeedError} when none does. */
export function startReading(
  feed: OpenFeed,
  readers: readonly EventReader<EventFormat>[],
  collector: EventCollector,
): {format: EventFormat; work: Generator<undefined>} {
  for (const reader of readers) {
    if (reader.input !== feed.kind) continue;
    const work = reader.read(feed.kind === 'json' ? feed.json : feed.text, collector);
    if (work) return {format: reader.format, work};
  }
  const said = feed.kind === 'json' ? Object.keys(feed.json ?? {}) : feed.text;
  throw new UnreadableFeedError(
    'unknown-format',
    `not in the format ${readers.map(({format}) => format).join(', ')}: ${quote(said)}`,
  );
}

export interface ReadEventsResult extends EventsReading {
  readonly format: EventFormat;
}
