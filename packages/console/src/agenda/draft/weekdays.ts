import type {Weekday} from '@local-widgets/model/schemas.js';
import {dayAfter} from '../../format/day-after.js';

export const WEEKDAYS: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** @param day ISO date */
export function weekdayOf(day: string): Weekday | undefined {
  const sundayFirst = new Date(`${day}T12:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7];
}

/** Which of its weekday in its month a day is, from 1. */
export const nthOf = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7);

/** Whether no such weekday comes after it in its month. */
export const isLastOf = (day: string): boolean => dayAfter(day, 7).slice(0, 7) !== day.slice(0, 7);

/** The first of these weekdays from a day on. */
export function firstOn(day: string, weekdays: readonly Weekday[]): string {
  for (let later = 0; later < 7; later++) {
    const found = dayAfter(day, later);
    if (weekdays.includes(weekdayOf(found)!)) return found;
  }
  return day;
}
