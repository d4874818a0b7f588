import type {Occurrence} from '@local-widgets/model';

/**
 * Occurrences as numbers, which are handed over from one thread to another without a copy: as objects
 * they would take longer to arrive than to be read.
 */
export interface PackedOccurrences {
  /** Index of the event among all that were sent. */
  readonly events: Uint32Array<ArrayBuffer>;
  /** Start and end of each. */
  readonly times: Float64Array<ArrayBuffer>;
  /** First and last day of each. */
  readonly days: Int32Array<ArrayBuffer>;
  /** First and last minute of each; both -1 when it is all day. */
  readonly minutes: Int16Array<ArrayBuffer>;
  /** Each on a line of its own. */
  readonly recurrenceIds: string;
}

export function packOccurrences(
  occurrences: readonly Occurrence[],
  indexOf: ReadonlyMap<string, number>,
): PackedOccurrences {
  const {length} = occurrences;
  const packed = {
    events: new Uint32Array(length),
    times: new Float64Array(length * 2),
    days: new Int32Array(length * 2),
    minutes: new Int16Array(length * 2),
    recurrenceIds: occurrences.map(({recurrenceId}) => recurrenceId).join('\n'),
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
export const buffersOf = ({events, times, days, minutes}: PackedOccurrences): ArrayBuffer[] =>
  [events, times, days, minutes].map(({buffer}) => buffer);

/** @param idOf The id of an event by its index. */
export function unpackOccurrences(
  {events, times, days, minutes, recurrenceIds}: PackedOccurrences,
  idOf: (index: number) => string,
): Occurrence[] {
  const ids = recurrenceIds.split('\n');
  return Array.from(events, (event, i) => {
    const [first, last] = [i * 2, i * 2 + 1];
    const isAllDay = minutes[first] === -1;
    return {
      eventId: idOf(event),
      recurrenceId: ids[i]!,
      start: times[first]!,
      end: times[last]!,
      isAllDay,
      firstDay: days[first]!,
      lastDay: days[last]!,
      startMinute: isAllDay ? 0 : minutes[first]!,
      endMinute: isAllDay ? 1440 : minutes[last]!,
    };
  });
}
