import {dayNumber, easter, isoDate} from './calendar.js';

/** Where the list of article L3133-1 holds alone, and where local law adds two days. */
export type HolidayRegion = 'metropole' | 'alsace-moselle';

/** Month (0: days after Easter Sunday) and day; those of Alsace-Moselle alone come last. */
const TABLE: readonly (readonly [number, number])[] = [
  [1, 1],
  [0, 1],
  [5, 1],
  [5, 8],
  [0, 39],
  [0, 50],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
  [0, -2],
  [12, 26],
];

/** A public holiday without its name; `index` is its row among the names. */
export interface HolidayDate {
  readonly date: string;
  readonly index: number;
}

/** The days of `frenchHolidays()`, sorted by date. Hours of opening need no names. */
export function holidayDates(year: number, region?: HolidayRegion): HolidayDate[] {
  return TABLE.slice(0, region == 'alsace-moselle' ? 13 : 11)
    .map(([month, day], index) => ({
      date: isoDate(month ? dayNumber(year, month, day) : easter(year) + day),
      index,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
