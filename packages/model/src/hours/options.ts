import {isoDate, weekdayOf} from './calendar.js';
import {tilesOf, type Tile} from './evaluate.js';
import {holidayDates, type HolidayRegion} from './holiday-dates.js';
import type {HolidayCalendar} from './holidays.js';
import {parseHours} from './parse.js';
import type {Day, Schedule} from './rule.js';
import {zoneOf, type Zone} from './zone.js';

export interface OpeningHoursOptions {
  /** IANA name of the zone of the place; `Europe/Paris` when absent. */
  timeZone?: string;
  /** `FR` when absent. */
  holidays?: HolidayCalendar;
  /** Is the day (`YYYY-MM-DD`) in the school holidays of the place (`SH`)? Unknown when absent. */
  schoolHolidays?: (date: string) => boolean;
}

/** A value ready to be asked about days. */
export interface Hours extends Zone {
  schedule: Schedule;
  /** A day as it may be: several where nobody knows whether it is in the holidays that are asked for. */
  days(day: number): Day[];
  tiles(day: number): Tile[];
  /** Which days are public holidays. */
  holidays: HolidayCalendar;
  /** Nothing ever changes: spares looking for a change, for the most common of such values. */
  isConstant: boolean;
}

/** October 2096: the rule for Easter holds until 2099. */
const MAX_INSTANT = 4e12;

const datesByYear = new Map<string, ReadonlySet<string>>();

/** Asked for every day of every value, so a year is worked out once. */
function isFrenchHoliday(date: string, region: string): boolean {
  const year = date.slice(0, 4);
  let dates = datesByYear.get(year + region);
  if (!dates) {
    dates = new Set(holidayDates(+year, region as HolidayRegion).map(({date}) => date));
    datesByYear.set(year + region, dates);
  }
  return dates.has(date);
}

/** `undefined` when the value is not covered, or the instant or the zone is not valid. */
export function readHours(
  value = '',
  at: Date,
  {timeZone = 'Europe/Paris', holidays = 'FR', schoolHolidays}: OpeningHoursOptions,
): Hours | undefined {
  const schedule = parseHours(value);
  const zone = zoneOf(timeZone);
  if (!schedule || !zone || !(Math.abs(+at) < MAX_INSTANT)) return;
  const isHoliday =
    holidays == 'none'
      ? undefined
      : typeof holidays == 'function'
        ? holidays
        : (date: string) => isFrenchHoliday(date, holidays.slice(3));
  // What the value does not ask is not; what is not known may be.
  const cases = (kind: RegExp, iso: string, test?: (date: string) => unknown) =>
    kind.test(value) ? (test ? [!!test(iso)] : [false, true]) : [false];
  const days = (number: number): Day[] => {
    const iso = isoDate(number);
    return cases(/ph/i, iso, isHoliday).flatMap(ph =>
      cases(/sh/i, iso, schoolHolidays).map(sh => ({
        number,
        iso,
        weekday: weekdayOf(number),
        ph,
        sh,
      })),
    );
  };
  return {
    ...zone,
    schedule,
    days,
    tiles: day => tilesOf(schedule, days(day), days(day - 1)),
    holidays,
    isConstant:
      schedule.rules.every(({dates}) => !dates.length) && schedule.edges.every(edge => !edge),
  };
}
