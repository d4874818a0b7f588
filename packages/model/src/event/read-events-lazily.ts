import {runInSlices} from '../async/run-in-slices.js';
import type {FeedInput, OpenFeed} from '../place/open-feed.js';
import {asUnreadable} from '../place/unreadable-feed-error.js';
import type {EventCollector} from './collect-events.js';
import {NeedsPart} from './needs-part.js';
import {
  collectorFor,
  openEvents,
  readersOf,
  startReading,
  type ReadEventsOptions,
  type ReadEventsResult,
} from './open-events.js';
import {isICalendar} from './readers/is-icalendar.js';
import type {EventReader} from './readers/reader.js';
import type {EventFormat} from './readers/readers.js';

export interface ReadEventsLazilyOptions extends ReadEventsOptions {
  /** Ends the reading between two slices of work; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The same as `readEvents` for a page that pays for every byte and for every pause: what reads iCalendar, rules,
 * odd time zones and the other formats is loaded for a feed that needs it, and the page can do other things
 * in between. The parsing of a JSON text is not cut.
 *
 * @throws {UnreadableFeedError} and {RangeError} as `readEvents`; the reason of the signal; and whatever a failed
 *   import rejects with.
 */
export async function readEventsLazily(
  input: FeedInput,
  options: ReadEventsLazilyOptions,
): Promise<ReadEventsResult> {
  // what is wrong with the options is told before anything is loaded
  collectorFor(options);
  const feed = attempt(() => openEvents(input, options.format));
  const parts = new Parts(feed, options);
  for (;;) {
    const {readers, collector} = await parts.load();
    try {
      const {format, work} = attempt(() => startReading(feed, readers, collector));
      await runInSlices(safely(work), options.signal);
      return {format, ...collector.finish()};
    } catch (error) {
      if (!(error instanceof NeedsPart) || parts.needed.has(error.part)) throw error;
      parts.needed.add(error.part);
    }
  }
}

/** What is loaded for one feed. */
class Parts {
  readonly needed = new Set<NeedsPart['part']>();
  private readonly isCalendar: boolean;

  constructor(
    feed: OpenFeed,
    private readonly options: ReadEventsOptions,
  ) {
    const {format} = options;
    this.isCalendar = feed.kind === 'text' && (format === 'icalendar' || isICalendar(feed.text));
    if (this.isCalendar) this.needed.add('rules');
  }

  async load(): Promise<{
    readers: readonly EventReader<EventFormat>[];
    collector: EventCollector;
  }> {
    const {needed, options, isCalendar} = this;
    const [rules, readers] = await Promise.all([
      needed.has('rules') ? import('./recurrence/rule-engine.js') : undefined,
      isCalendar ? calendarReaders(needed.has('odd-zones')) : otherReaders(options.format),
    ]);
    return {readers, collector: collectorFor(options, rules?.ruleEngine)};
  }
}

async function otherReaders(
  format: EventFormat | undefined,
): Promise<readonly EventReader<EventFormat>[]> {
  const {moreReaders} = await import('./readers/more-readers.js');
  return attempt(() => readersOf(moreReaders, format));
}

async function calendarReaders(withOddZones: boolean): Promise<[EventReader<'icalendar'>]> {
  const [{readICalendar}, odd] = await Promise.all([
    import('./ical/read-icalendar.js'),
    withOddZones ? import('./ical/odd-zones.js') : undefined,
  ]);
  const findOddZone =
    odd?.findOddZone ??
    (() => {
      throw new NeedsPart('odd-zones');
    });
  return [
    {
      format: 'icalendar',
      input: 'text',
      read: (text, collector) =>
        isICalendar(text as string)
          ? readICalendar(text as string, collector, findOddZone)
          : undefined,
    },
  ];
}

/** The same work with the errors of a reading; a signal's reason is none of these. */
function* safely(work: Generator<undefined>): Generator<undefined, void> {
  try {
    yield* work;
  } catch (error) {
    throw error instanceof NeedsPart ? error : asUnreadable(error);
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asUnreadable(error);
  }
}
