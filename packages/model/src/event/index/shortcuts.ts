import {DAY, weekdayOf} from '../time/civil.js';
import {instantOf, wallAt} from '../time/clock.js';
import {clockOf} from '../time/intl-clock.js';
import {weekOfLocale} from './week-of-locale.js';

/** Ranges of days that people ask for by name. */
export type DateShortcut =
  'today' | 'tomorrow' | 'this-weekend' | 'this-week' | 'next-week' | 'this-month';

/** Days of one zone, numbered from 1970-01-01 like those of `Occurrence`, both included. */
export interface DayRange {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** How the weeks of a language run; 0 is Monday. */
export interface WeekDays {
  /** The first day of a week. */
  readonly start: number;
  /** The days of a weekend, in their order. */
  readonly weekend: readonly number[];
}

export interface ShortcutOptions {
  /** IANA zone, of which "today" is meant. */
  readonly timeZone: string;
  /** BCP 47 tag, for the days of the week. */
  readonly locale: string;
}

/** The day on which an instant falls in a zone. @throws {RangeError} for an unknown zone. */
export function dayAt(now: Date, timeZone: string): number {
  const clock = clockOf(timeZone);
  if (!clock) throw new RangeError(`no time zone is called ${timeZone}`);
  return Math.floor(wallAt(clock, now.getTime()) / DAY);
}

/** The instant at which a day begins in a zone. @throws {RangeError} for an unknown zone. */
export function startOfDay(day: number, timeZone: string): Date {
  const clock = clockOf(timeZone);
  if (!clock) throw new RangeError(`no time zone is called ${timeZone}`);
  return new Date(instantOf(clock, day * DAY));
}

/**
 * The days that a shortcut means now. Of what has begun it is the rest: "this week" is from today on, and so is
 * "this weekend" on a Sunday.
 *
 * @throws {RangeError} for an unknown zone.
 */
export function shortcutRange(
  shortcut: DateShortcut,
  now: Date,
  {timeZone, locale}: ShortcutOptions,
): DayRange {
  return shortcutDays(shortcut, dayAt(now, timeZone), weekOfLocale(locale));
}

/** The same for a day that is known, in weeks that are known. */
export function shortcutDays(
  shortcut: DateShortcut,
  today: number,
  {start, weekend}: WeekDays,
): DayRange {
  const nextWeek = today + 7 - ((weekdayOf(today) - start + 7) % 7);
  switch (shortcut) {
    case 'today':
      return {firstDay: today, lastDay: today};
    case 'tomorrow':
      return {firstDay: today + 1, lastDay: today + 1};
    case 'this-week':
      return {firstDay: today, lastDay: nextWeek - 1};
    case 'next-week':
      return {firstDay: nextWeek, lastDay: nextWeek + 6};
    case 'this-weekend': {
      const at = weekend.indexOf(weekdayOf(today));
      const firstDay = at < 0 ? today + ((weekend[0]! - weekdayOf(today) + 7) % 7) : today;
      return {firstDay, lastDay: firstDay + weekend.length - 1 - Math.max(0, at)};
    }
    case 'this-month': {
      const date = new Date(today * DAY);
      const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY;
      return {firstDay: today, lastDay: end - 1};
    }
  }
}
