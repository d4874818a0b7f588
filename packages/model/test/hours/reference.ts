/**
 * The library of the OSM wiki as the reference. It computes in the time zone of the process, so this
 * module sets that zone; Node applies it to every Date made afterwards.
 */
process.env['TZ'] = 'Europe/Paris';

import assert from 'node:assert/strict';
import opening_hours from 'opening_hours';
import {openIntervals} from '../../src/hours/index.js';

export type State = 'open' | 'closed' | 'unknown';
export type Ask = (at: Date) => State;

export const HOUR = 36e5;
export const DAY = 24 * HOUR;

const BRITTANY = {lat: 48.1, lon: -1.68, address: {country_code: 'fr', state: 'Bretagne'}};

/**
 * The reference's answers for a value in Brittany; `undefined` when it refuses the value, or has no
 * data for the instant (school holidays).
 */
export function reference(value: string): ((at: Date) => State | undefined) | undefined {
  assert.equal(new Date(2026, 6, 1).getTimezoneOffset(), -120, 'the process is not in Paris');
  try {
    const hours = new opening_hours(value, BRITTANY);
    return at => {
      try {
        return hours.getState(at) ? 'open' : hours.getUnknown(at) ? 'unknown' : 'closed';
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}

/** Our answers for 730 days, from the intervals of two years; `undefined` when not covered. */
export function ours(value: string, from: Date): Ask | undefined {
  const middle = new Date(+from + 365 * DAY);
  const years = [
    openIntervals(value, from, middle),
    openIntervals(value, middle, new Date(+from + 730 * DAY)),
  ];
  if (years.includes(undefined)) return undefined;
  const intervals = years.flatMap(year => year!);
  return at => {
    let [low, high] = [0, intervals.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (intervals[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    const interval = intervals[low];
    return interval && interval.start <= at ? interval.state : 'closed';
  };
}

/**
 * Instants at which the reference is wrong by the specification or by daylight saving time:
 * - Past midnight, a rule after `||` speaks also where the rules before it have the place open.
 * - Hours past midnight are those of yesterday, for which it asks 24 hours earlier. After the day of 23
 *   hours, in the first hour, that is the day before yesterday.
 * - It compares the digits of the clock. A span that ends inside the hour shown twice is then open
 *   twice, and one that ends inside the hour left out loses its remainder. Ours resolves each end once.
 */
export function isReferenceWrong(value: string, at: Date): boolean {
  const yesterday = new Date(at.getFullYear(), at.getMonth(), at.getDate() - 1);
  const isAfterShortDay = new Date(+at - DAY).getDate() != yesterday.getDate();
  const isChange = new Date(+at - 2 * HOUR).getTimezoneOffset() != at.getTimezoneOffset();
  const isFallbackNight = at.getHours() < 10 && /\|\|[^;]*(\+|-(0\d|2[4-9]):)/.test(value);
  return (
    isFallbackNight || isAfterShortDay || (isChange && /\b(02|26)[:.h]([1-5]|0[1-9])/.test(value))
  );
}

const START = new Date(Date.UTC(2025, 11, 31, 23));

/** Two years from 2026 at an odd step, both nights of each change of clocks, and Christmas. */
export function instants(stepHours: number): Date[] {
  const list: Date[] = [];
  const add = (from: number, to: number, step: number) => {
    for (let at = from; at < to; at += step) list.push(new Date(at));
  };
  add(+START, +START + 729 * DAY, stepHours * HOUR);
  for (const night of ['2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30', '2026-12-23']) {
    add(Date.parse(night + 'T18:00Z'), Date.parse(night + 'T18:00Z') + 34 * HOUR, HOUR / 2);
  }
  return list;
}

export interface Comparison {
  /** `2026-03-29T00:00:00.000Z: reference open, ours closed`. */
  wrong: string[];
  compared: number;
  /** Ours alone is unknown. */
  unknown: number;
}

/** Compares all answers; `undefined` when one of the two does not cover the value. */
export function compare(value: string, at: readonly Date[]): Comparison | undefined {
  const theirs = reference(value);
  const mine = ours(value, START);
  if (!theirs || !mine) return undefined;
  const comparison: Comparison = {wrong: [], compared: 0, unknown: 0};
  for (const instant of at) {
    if (isReferenceWrong(value, instant)) continue;
    const expected = theirs(instant);
    if (!expected) continue;
    const actual = mine(instant);
    comparison.compared++;
    if (actual == expected) continue;
    if (actual == 'unknown') comparison.unknown++;
    else comparison.wrong.push(`${instant.toISOString()}: reference ${expected}, ours ${actual}`);
  }
  return comparison;
}
