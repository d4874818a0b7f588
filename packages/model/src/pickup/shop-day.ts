import {between, isoDate, weekdayOf} from '../hours/calendar.js';
import type {Zone} from '../hours/zone.js';
import type {Closure} from '../schemas.js';
import type {Basket} from './basket.js';

/** A stretch of time, in milliseconds since 1970-01-01T00:00Z, `end` exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** A day of the calendar where the shop is, from its midnight to the next. */
export interface ShopDay extends Stretch {
  /** Day number (hours/calendar.ts). */
  number: number;
  /** `YYYY-MM-DD`. */
  iso: string;
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Finds the day of an instant; slots come in order, so most are on the day of the one before. */
export function dayFinder(zone: Zone): (instant: number) => ShopDay {
  let last: ShopDay | undefined;
  return instant => {
    if (!last || instant < last.start || instant >= last.end) {
      const number = zone.dayAt(instant);
      const [start, end] = [zone.instantOf(number, 0), zone.instantOf(number + 1, 0)];
      last = {number, iso: isoDate(number), start, end};
    }
    return last;
  };
}

/** Is the shop closed on one of the days from `first` to `last`? Dates compare as text. */
export const isClosed = (closures: readonly Closure[], first: ShopDay, last = first): boolean =>
  closures.some(({from, to}) => from <= last.iso && to >= first.iso);

/** Can all products be handed out on this day? A season may go round the end of the year. */
export const isTogether = (lines: Basket, {number, iso}: ShopDay): boolean =>
  lines.every(({product: {availability: {weekdays, season} = {}}}) => {
    const isWeekday = !weekdays || weekdays.includes(WEEKDAYS[weekdayOf(number)]!);
    return isWeekday && (!season || between(iso.slice(5), season.from, season.to));
  });
