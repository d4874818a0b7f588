import type {Day} from './rule.js';

/**
 * Plain calendar days without a zone, counted from 1970-01-01 (day 0, a Thursday) in the proleptic
 * Gregorian calendar.
 */

/** Milliseconds in a day of 24 hours. */
export const DAY = 864e5;

/** The number of the day of a date; `month` counts from 1, overflowing days run into the next month. */
export const dayNumber = (year: number, month: number, day: number) =>
  Date.UTC(year, month - 1, day) / DAY;

/** Two digits. */
export const pad = (value: number | string) => String(value).padStart(2, '0');

/** `YYYY-MM-DD` of a day. */
export const isoDate = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Easter Sunday of a year from 1900 to 2099, as a day number: the rule of the Royal Greenwich
 * Observatory (S. Carter), which leaves out the corrections of other centuries.
 */
export function easter(year: number): number {
  const moon = ((204 - 11 * (year % 19)) % 30) + 21;
  const fullMoon = moon > 48 ? moon - 1 : moon;
  return dayNumber(year, 3, fullMoon + 7 - ((year + (year >> 2) + fullMoon + 1) % 7));
}

/** Days since the last Monday: 0 is Monday, 6 is Sunday. 700,003 keeps the sum positive. */
export const weekdayOf = (day: number) => (day + 700_003) % 7;

/** Is `value` from `from` to `to`, both included? When they are reversed, round the end of the year. */
export const between = <T extends number | string>(value: T, from: T, to: T) =>
  from > to ? value >= from || value <= to : value >= from && value <= to;

/** Is the day the nth of its weekday in the month, counted from the end when `nth` is negative? */
export function isNth({number, iso}: Day, nth: number): boolean {
  const isInMonth = (weeks: number) => isoDate(number + 7 * weeks).slice(0, 7) == iso.slice(0, 7);
  return !isInMonth(-nth) && isInMonth(Math.sign(nth) - nth);
}
