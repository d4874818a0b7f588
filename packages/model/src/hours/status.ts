import {DAY} from './calendar.js';
import {readHours, type Hours, type OpeningHoursOptions} from './options.js';
import {shown, type HoursState, type Mark} from './rule.js';

/** What a place is at an instant. */
export interface OpeningStatus {
  state: HoursState;
  /**
   * The next instant at which the state changes; absent when it does not within a year, and when the
   * whole value is unknown. The comment may change before.
   */
  until?: Date;
  /** The state that begins at `until`. */
  next?: HoursState;
  /** The words of the value for this state, in the language of the mapper. Plain text. */
  comment?: string;
}

/** `[start, end)` during which a place is open, or may be. */
export interface OpenInterval {
  start: Date;
  end: Date;
  state: 'open' | 'unknown';
  comment?: string;
}

/** Bounds the work on values that never change. */
const HORIZON_DAYS = 366;

interface Segment extends Mark {
  /** Milliseconds since 1970-01-01T00:00Z, `end` exclusive. */
  start: number;
  end: number;
}

/**
 * The segments of time from the midnight before `from`, one after the other without gaps. Where a
 * change of clocks turns the ends of one round, it does not take place.
 */
function* segmentsOf(hours: Hours, from: number): Generator<Segment> {
  const first = hours.dayAt(from);
  let current: Segment | undefined;
  for (let day = first; day <= first + (hours.isConstant ? 0 : HORIZON_DAYS); day++) {
    for (const {from, to, state, comment} of hours.tiles(day)) {
      const end = hours.instantOf(day, to);
      if (current?.state == state && current.comment == comment) {
        current.end = end;
        continue;
      }
      const start: number = current?.end ?? hours.instantOf(day, from);
      if (end <= start) continue;
      if (current) yield current;
      current = {start, end, state, comment};
    }
  }
  if (current) yield {...current, end: Infinity};
}

/**
 * Is a place with these hours open at an instant, and until when? Never throws: a value that is
 * absent, malformed or not covered (see `parseHours`), an invalid date, one before 1843 or
 * after 2096, and an unknown zone are `unknown`.
 * @example
 * openingStatus('Tu-Sa 09:00-12:30', new Date('2026-11-24T10:00+01:00'));
 * // {state: 'open', until: 2026-11-24T11:30Z, next: 'closed'}
 */
export function openingStatus(
  hours: string | undefined,
  at: Date,
  options: OpeningHoursOptions = {},
): OpeningStatus {
  const read = readHours(hours, at, options);
  let now: Segment | undefined;
  if (read) {
    for (const segment of segmentsOf(read, +at)) {
      if (now && segment.state != now.state) {
        return {...shown(now), until: new Date(segment.start), next: segment.state};
      }
      if (segment.end > +at) now ??= segment;
    }
  }
  return now ? shown(now) : {state: 'unknown'};
}

/**
 * When a place is open, or may be, between two instants: sorted, apart, clipped to `[from, to)` and
 * to 366 days after `from`. Spans past midnight are whole, and an hour lost or gained by a change of
 * clocks is not counted or counted twice. `undefined` where `openingStatus` has nothing to go by.
 */
export function openIntervals(
  hours: string | undefined,
  from: Date,
  to: Date,
  options: OpeningHoursOptions = {},
): OpenInterval[] | undefined {
  const read = readHours(hours, from, options);
  if (!read) return;
  const limit = Math.min(+to, +from + HORIZON_DAYS * DAY);
  const intervals: OpenInterval[] = [];
  for (const segment of segmentsOf(read, +from)) {
    if (segment.start >= limit) break;
    const start = Math.max(segment.start, +from);
    const end = Math.min(segment.end, limit);
    if (segment.state == 'closed' || !(end > start)) continue;
    const mark = shown(segment) as Omit<OpenInterval, 'start' | 'end'>;
    intervals.push({start: new Date(start), end: new Date(end), ...mark});
  }
  return intervals;
}
