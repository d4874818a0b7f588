import {isoDate, weekdayOf} from './calendar.js';
import {tilesOf, type Tile} from './evaluate.js';
import {frenchHolidays, type HolidayName, type HolidayRegion} from './holidays.js';
import {parseHours} from './parse.js';
import type {Day, Schedule} from './rule.js';
import {zoneOf, type Zone} from './zone.js';

/**
 * Which days are `PH`: France's by rule, a function from `YYYY-MM-DD` to the name of the holiday, or
 * `none` when nobody knows (then hours that hang on `PH` are unknown).
 */
export type HolidayCalendar =
  'FR' | 'FR-alsace-moselle' | 'none' | ((date: string) => HolidayName | undefined);

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
  holiday(day: number): HolidayName | undefined;
  /** Nothing ever changes: spares looking for a change, for the most common of such values. */
  isConstant: boolean;
}

/** October 2096: the rule for Easter holds until 2099. */
const MAX_INSTANT = 4e12;

const namesByYear = new Map<string, Map<string, HolidayName>>();

/** Asked for every day of every value, so a year is worked out once. */
function frenchNames(year: string, region: string): Map<string, HolidayName> {
  let names = namesByYear.get(year + region);
  if (!names) {
    const days = frenchHolidays(+year, region as HolidayRegion);
    names = new Map(days.map(({date, name}) => [date, name]));
    namesByYear.set(year + region, names);
  }
  return names;
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
  const nameOf =
    holidays == 'none'
      ? undefined
      : typeof holidays == 'function'
        ? holidays
        : (date: string) => frenchNames(date.slice(0, 4), holidays.slice(3)).get(date);
  // What the value does not ask is not; what is not known may be.
  const cases = (kind: RegExp, iso: string, test?: (date: string) => unknown) =>
    kind.test(value) ? (test ? [!!test(iso)] : [false, true]) : [false];
  const days = (number: number): Day[] => {
    const iso = isoDate(number);
    return cases(/ph/i, iso, nameOf).flatMap(ph =>
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
    holiday: day => nameOf?.(isoDate(day)),
    isConstant:
      schedule.rules.every(({dates}) => !dates.length) && schedule.edges.every(edge => !edge),
  };
}
