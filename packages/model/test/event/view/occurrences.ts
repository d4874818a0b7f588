import fc from 'fast-check';
import type {Occurrence} from '../../../src/event/event.js';
import {dayOfIso} from '../../../src/event/index/days.js';

const DAY = 864e5;

/** The day number of an ISO date. */
export const dayOf = (date: string): number => dayOfIso(date)!;

/** Milliseconds of `2026-06-14T18:30`, on clocks that show UTC. */
export const at = (text: string): number => Date.parse(`${text}Z`);

/**
 * An occurrence in UTC: from `2026-06-14T18:30` to `2026-06-14T20:00`, or on whole days, the last one
 * included.
 */
export function on(start: string, end = start, eventId = `${start}/${end}`): Occurrence {
  const isAllDay = !start.includes('T');
  const from = isAllDay ? dayOf(start) * DAY : at(start);
  const to = isAllDay ? (dayOf(end) + 1) * DAY : at(end);
  const firstDay = Math.floor(from / DAY);
  const lastDay = to > from ? Math.ceil(to / DAY) - 1 : firstDay;
  return {
    eventId,
    recurrenceId: start.replace(/[-:]/g, ''),
    start: from,
    end: to,
    isAllDay,
    firstDay,
    lastDay,
    startMinute: isAllDay ? 0 : (from - firstDay * DAY) / 6e4,
    endMinute: isAllDay ? 1440 : (to - lastDay * DAY) / 6e4,
  };
}

/** By start, then longer ones first, as a reading gives them. */
export const sorted = (occurrences: Occurrence[]): Occurrence[] =>
  occurrences.sort((a, b) => a.start - b.start || b.end - a.end);

const minutes = (minute: number): string => new Date(minute * 6e4).toISOString().slice(0, 16);

/** Any mix of what a town has between May and August 2026. */
export const anyOccurrences: fc.Arbitrary<Occurrence[]> = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.nat(110), fc.nat(95), fc.integer({min: 0, max: 60}))
        .map(([day, quarter, length]) => {
          const start = (dayOf('2026-05-01') + day) * 1440 + quarter * 15;
          return on(minutes(start), minutes(start + length * 15));
        }),
      fc.tuple(fc.nat(110), fc.integer({min: 0, max: 40})).map(([day, length]) => {
        const first = dayOf('2026-05-01') + day;
        return on(
          minutes(first * 1440).slice(0, 10),
          minutes((first + length) * 1440).slice(0, 10),
        );
      }),
    ),
    {maxLength: 120},
  )
  .map(sorted);
