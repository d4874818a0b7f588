/**
 * Plain days without a zone, numbered from 1970-01-01 (day 0, a Thursday) in the proleptic Gregorian
 * calendar, for any year. Arithmetic on integers: `Date.UTC` takes the years 0 to 99 for 1900 to 1999,
 * and costs more than a rule may spend on a day.
 *
 * A wall time is what a clock shows, as milliseconds: number of the day × `DAY` + time of day.
 */

export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** Milliseconds in a day of 24 hours. */
export const DAY = 86_400_000;

/** A date of the calendar; months count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of the day of a date; days beyond the month run into the next. Months: 1 … 12. */
export function dayOf(year: number, month: number, day: number): number {
  // years that begin in March: the leap day is the last one (H. Hinnant, "chrono-compatible low-level
  // date algorithms")
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    (yearOfEra >> 2) -
    ((yearOfEra / 100) | 0) +
    dayOfYear -
    719_468
  );
}

export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {year: yearOfEra + era * 400 + (month < 3 ? 1 : 0), month, day};
}

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);

/** Days since the last Monday: 0 is Monday, 6 is Sunday. */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;

/** The day on which the week of a day starts, when weeks start on `weekStart` (0 is Monday). */
export const weekOf = (dayNumber: number, weekStart: number): number =>
  dayNumber - ((weekdayOf(dayNumber) - weekStart + 7) % 7);

/** The day of a wall time. */
export const dayOfWall = (wall: number): number => Math.floor(wall / DAY);
