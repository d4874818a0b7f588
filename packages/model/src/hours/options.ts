import {dayOf, isoDate} from './calendar.js';
import {tilesOf, type Tile} from './evaluate.js';
import {frenchHolidays, type HolidayName, type HolidayRegion} from './holidays.js';
import {parseHours} from './parse.js';
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
export interface Hours {
  zone: Zone;
  tiles(day: number): Tile[];
  holiday(day: number): HolidayName | undefined;
  /** Nothing ever changes: spares looking for a change, for the most common of such values. */
  isConstant: boolean;
}

const BOTH = [false, true];

/** `undefined` when the value is not covered, or the instant or the zone is not valid. */
export function readHours(
  value = '',
  at: Date,
  {timeZone = 'Europe/Paris', holidays = 'FR', schoolHolidays}: OpeningHoursOptions,
): Hours | undefined {
  const schedule = parseHours(value);
  const zone = zoneOf(timeZone);
  if (!schedule || !zone || isNaN(+at)) return;
  const nameOf =
    holidays == 'none'
      ? undefined
      : typeof holidays == 'function'
        ? holidays
        : (date: string) =>
            frenchHolidays(+date.slice(0, 4), holidays.slice(3) as HolidayRegion).find(
              day => day.date == date,
            )?.name;
  // What is not known may be, or not.
  const cases = (kind: RegExp, test: ((date: string) => unknown) | undefined, day: number) =>
    kind.test(value) ? (test ? [!!test(isoDate(day))] : BOTH) : [false];
  const days = (day: number) =>
    cases(/ph/i, nameOf, day).flatMap(ph =>
      cases(/sh/i, schoolHolidays, day).map(sh => dayOf(day, ph, sh)),
    );
  return {
    zone,
    tiles: day => tilesOf(schedule, days(day), days(day - 1)),
    holiday: day => nameOf?.(isoDate(day)),
    isConstant: value == '24/7',
  };
}
