import type {Event, EventsReading} from '@local-widgets/model';
import type {EventLookup} from '../../state/event-lookup.js';
import {LightDate, type DateSource} from './light-date.js';
import type {Bytes, PackedReading} from './packed-reading.js';

export type UnpackedReading = Pick<EventsReading, 'events' | 'occurrences'> & {
  readonly lookup: EventLookup;
};

/** A reading whose events are made of their bytes once somebody asks for them: for one, or for all. */
export function unpackReading({
  events: bytes,
  ends,
  ids,
  bases,
  dates,
}: PackedReading): UnpackedReading {
  /** Those that were asked for, by index. */
  const made = new Map<number, Event>();
  const eventAt = (index: number): Event => {
    let event = made.get(index);
    if (!event) {
      const from = index && ends[index - 1]! + 1;
      made.set(index, (event = parsed(bytes.subarray(from, ends[index])) as Event));
    }
    return event;
  };
  const idList = once(() => parsed(ids) as string[]);
  const indices = once(() => new Map(idList().map((id, index) => [id, index])));
  const events = once(() => [...ends.keys()].map(eventAt));
  const source: DateSource = {
    dates,
    idOf: index => idList()[index]!,
    recurrenceIds: once(() => parsed(dates.recurrenceIds) as string[]),
  };
  const indexOf = (date: {readonly eventId: string}): number | undefined =>
    date instanceof LightDate && date.source === source ? date.event : indices().get(date.eventId);
  return {
    get events() {
      return events();
    },
    occurrences: [...dates.events.keys()].map(at => new LightDate(source, at)),
    lookup: {
      size: ends.length,
      keyOf: indexOf,
      baseOf: date => bases[indexOf(date) ?? -1],
      seriesOf: date => {
        const base = bases[indexOf(date) ?? -1];
        return [...bases.keys()].filter(index => bases[index] === base).map(eventAt);
      },
      eventOf: date => {
        const index = indexOf(date);
        return index === undefined ? undefined : eventAt(index);
      },
    },
  };
}

const decoder = new TextDecoder();

const parsed = (bytes: Bytes): unknown => JSON.parse(decoder.decode(bytes));

/** Made when it is asked for first. */
function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => (made ??= {value: make()}).value;
}
