import {dayOf, isoDate} from './calendar.js';
import {tilesOf, type Tile} from './evaluate.js';
import {frenchHolidays, type HolidayName} from './holidays.js';
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
  /** Nothing ever changes. */
  isConstant: boolean;
}

function holidayAt(calendar: HolidayCalendar, day: number): HolidayName | undefined {
  const date = isoDate(day);
  if (typeof calendar == 'function') return calendar(date);
  if (calendar == 'none') return;
  const region = calendar == 'FR' ? 'metropole' : 'alsace-moselle';
  return frenchHolidays(+date.slice(0, 4), region).find(holiday => holiday.date == date)?.name;
}

/** `undefined` when the value is not covered, or a date or the zone is not valid. */
export function readHours(
  value: string | undefined,
  instants: readonly Date[],
  {timeZone = 'Europe/Paris', holidays = 'FR', schoolHolidays}: OpeningHoursOptions,
): Hours | undefined {
  const schedule = value && parseHours(value);
  if (!schedule || instants.some(instant => isNaN(+instant))) return;
  let zone;
  try {
    zone = zoneOf(timeZone);
  } catch {
    return;
  }
  const isPH = (day: number) => holidays != 'none' && !!holidayAt(holidays, day);
  const isSH = (day: number) => !!schoolHolidays?.(isoDate(day));
  const both = [false, true];
  const daysAt = (day: number) =>
    (holidays == 'none' ? both : [/ph/i.test(value) && isPH(day)]).flatMap(PH =>
      (schoolHolidays ? [isSH(day)] : /sh/i.test(value) ? both : [false]).map(SH =>
        dayOf(day, PH, SH),
      ),
    );
  return {
    zone,
    tiles: day => tilesOf(schedule, daysAt(day), daysAt(day - 1)),
    holiday: day => holidayAt(holidays, day),
    isConstant: !schedule.edges[1] && schedule.rules.every(rule => !rule.dates.length),
  };
}
