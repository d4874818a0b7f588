import type {Day, DayTest} from './rule.js';

/**
 * Plain calendar days without a zone, counted from 1970-01-01 (day 0, a Thursday) in the proleptic
 * Gregorian calendar.
 */

/** Milliseconds in a day of 24 hours. */
export const DAY = 864e5;

/** The number of the day of a date; `month` counts from 1, overflowing days run into the next month. */
export const dayNumber = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) / DAY;

/** `YYYY-MM-DD` of a day. */
export const isoDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Easter Sunday of a year of the Gregorian calendar, as a day number.
 * J.-M. Oudin's integer algorithm (Explanatory Supplement to the Astronomical Almanac, 1992, p. 581).
 */
export function easter(year: number): number {
  const century = Math.floor(year / 100);
  const leaps = century - Math.floor(century / 4);
  const golden = year % 19;
  const epact = (leaps - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon =
    epact -
    Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + moon + 2 - leaps) % 7;
  return dayNumber(year, 3, 28 + moon - sunday);
}

/** The facts of a day; holidays are for the caller to tell. */
export function dayOf(number: number, PH = false, SH = false): Day {
  const date = new Date(number * DAY);
  return {
    number,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
    PH,
    SH,
  };
}

/** Orders days within and across years; leaves room for 29 February in every year. */
export const ordinal = (year: number, month: number, date: number) =>
  (year * 12 + month) * 31 + date;

/** A date of any year, as an `ordinal`. */
export type Point = (year: number) => number;

/** The days between two dates, both included; round the turn of the year when they are reversed. */
export const between =
  (from: Point, to: Point): DayTest =>
  ({year, month, date}) => {
    const start = from(year);
    const end = to(year);
    const at = ordinal(year, month, date);
    return start > end ? at >= start || at <= end : at >= start && at <= end;
  };

/** Is `value` in the range on a ring of `size` values? */
export const inRing = (value: number, from: number, to: number, size: number) =>
  (value - from + size) % size <= (to - from + size) % size;

/** How many days of this weekday the month has up to this one, or from this one on. */
export const nthInMonth = ({year, month, date, number}: Day, fromEnd: boolean) =>
  Math.ceil((fromEnd ? dayNumber(year, month + 1, 1) - number : date) / 7);

/** ISO 8601 week number. */
export function weekOf({number, weekday}: Day): number {
  const thursday = number - weekday + 3;
  return 1 + Math.floor((thursday - dayNumber(dayOf(thursday).year, 1, 1)) / 7);
}
