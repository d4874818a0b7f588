import type {Event, Occurrence} from '@local-widgets/model';

/**
 * Events and their dates as bytes and numbers, which are handed over from one thread to another without a
 * copy. As objects they would take the page longer to receive than the worker to read, most of them for
 * nothing: a month shows a hundred of ten thousand.
 */
export interface PackedReading {
  /** Each event as JSON on a line of its own, in UTF-8. */
  readonly events: Bytes;
  /** Where the line of each ends, in bytes. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** A JSON array of their ids. */
  readonly ids: Bytes;
  /** Index of the first event of its series for each: a series, and what departs from it. */
  readonly bases: Uint32Array<ArrayBuffer>;
  readonly dates: PackedDates;
}

/** Occurrences by start; what two numbers tell stands in pairs. */
export interface PackedDates {
  /** Index of the event of each. */
  readonly events: Uint32Array<ArrayBuffer>;
  /** Start and end. */
  readonly times: Float64Array<ArrayBuffer>;
  /** First and last day. */
  readonly days: Int32Array<ArrayBuffer>;
  /** First and last minute; both -1 when it is all day. */
  readonly minutes: Int16Array<ArrayBuffer>;
  /** A JSON array of `recurrenceId`. */
  readonly recurrenceIds: Bytes;
}

/** Bytes that can be handed over. */
export type Bytes = Uint8Array<ArrayBuffer>;

const LINE_FEED = 10;

export function packReading(
  events: readonly Event[],
  occurrences: readonly Occurrence[],
): PackedReading {
  const ids = events.map(({id}) => id);
  // no line of JSON holds a line feed
  const bytes = bytesOf(events.map(event => `${JSON.stringify(event)}\n`).join(''));
  const ends = new Uint32Array(events.length);
  for (let i = 0, at = 0; i < ends.length; i++) at = (ends[i] = bytes.indexOf(LINE_FEED, at)) + 1;
  return {
    events: bytes,
    ends,
    ids: bytesOf(JSON.stringify(ids)),
    bases: basesOf(events),
    dates: packDates(occurrences, new Map(ids.map((id, index) => [id, index]))),
  };
}

function basesOf(events: readonly Event[]): Uint32Array<ArrayBuffer> {
  const first = new Map<string, number>();
  return Uint32Array.from(events, ({id, superEvent = id}, index) => {
    if (!first.has(superEvent)) first.set(superEvent, index);
    return first.get(superEvent)!;
  });
}

function packDates(
  occurrences: readonly Occurrence[],
  indexOf: ReadonlyMap<string, number>,
): PackedDates {
  const {length} = occurrences;
  const packed = {
    events: new Uint32Array(length),
    times: new Float64Array(length * 2),
    days: new Int32Array(length * 2),
    minutes: new Int16Array(length * 2),
    recurrenceIds: bytesOf(JSON.stringify(occurrences.map(({recurrenceId}) => recurrenceId))),
  };
  occurrences.forEach((each, i) => {
    packed.events[i] = indexOf.get(each.eventId)!;
    packed.times.set([each.start, each.end], i * 2);
    packed.days.set([each.firstDay, each.lastDay], i * 2);
    packed.minutes.set(each.isAllDay ? [-1, -1] : [each.startMinute, each.endMinute], i * 2);
  });
  return packed;
}

/** What can be handed over. */
export function buffersOf({events, ends, ids, bases, dates}: PackedReading): ArrayBuffer[] {
  const {times, days, minutes, recurrenceIds} = dates;
  const parts = [events, ends, ids, bases, dates.events, times, days, minutes, recurrenceIds];
  return parts.map(({buffer}) => buffer);
}

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
