import {civilOf, dayOf, daysInMonth} from '../time/civil.js';

/** The first day of the month of a day (see `Occurrence.firstDay`). */
export function firstOfMonth(day: number): number {
  const {year, month} = civilOf(day);
  return dayOf(year, month, 1);
}

/** The last day of the month of a day. */
export function lastOfMonth(day: number): number {
  const {year, month} = civilOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** The same date so many months later; the last of the month where it has none such. */
export function addMonths(day: number, months: number): number {
  const date = civilOf(day);
  const count = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}
