import {holidayDates, type HolidayRegion} from './holiday-dates.js';

/** The name of a public holiday in French and in English. */
export interface HolidayName {
  fr: string;
  en: string;
}

/** A public holiday; `date` is `YYYY-MM-DD`. */
export interface Holiday {
  date: string;
  name: HolidayName;
}

/**
 * Which days are `PH`: France's by rule, a function from `YYYY-MM-DD` to the name of the holiday, or
 * `none` when nobody knows (then hours that hang on `PH` are unknown).
 */
export type HolidayCalendar =
  'FR' | 'FR-alsace-moselle' | 'none' | ((date: string) => HolidayName | undefined);

/** In the order of the table of dates. */
const NAMES: readonly (readonly [string, string])[] = [
  ['Jour de l’An', 'New Year’s Day'],
  ['Lundi de Pâques', 'Easter Monday'],
  ['Fête du Travail', 'Labour Day'],
  ['Victoire 1945', 'Victory Day'],
  ['Ascension', 'Ascension Day'],
  ['Lundi de Pentecôte', 'Whit Monday'],
  ['Fête nationale', 'National Day'],
  ['Assomption', 'Assumption Day'],
  ['Toussaint', 'All Saints’ Day'],
  ['Armistice 1918', 'Armistice Day'],
  ['Noël', 'Christmas Day'],
  ['Vendredi saint', 'Good Friday'],
  ['Saint-Étienne', 'St Stephen’s Day'],
];

/**
 * The public holidays of a year from 1900 to 2099, sorted by date: 11 in metropolitan France, which is
 * the default (Code du travail, article L3133-1), 13 in Moselle, Bas-Rhin and Haut-Rhin (article
 * L3134-13). The days of abolition and the other holidays of overseas France are not in it. The list
 * is that of today's law, whatever the year. Two entries share a date when Ascension falls on 1 or
 * 8 May.
 */
export function frenchHolidays(year: number, region?: HolidayRegion): Holiday[] {
  return holidayDates(year, region).map(({date, index}) => {
    const [fr, en] = NAMES[index]!;
    return {date, name: {fr, en}};
  });
}

const namesByYear = new Map<string, ReadonlyMap<string, HolidayName>>();

/** The name of the public holiday that a day (`YYYY-MM-DD`) is; a year is worked out once. */
export function holidayNameOf(date: string, calendar: HolidayCalendar): HolidayName | undefined {
  if (typeof calendar == 'function') return calendar(date);
  if (calendar == 'none') return;
  const year = date.slice(0, 4);
  const region = calendar.slice(3) as HolidayRegion;
  let names = namesByYear.get(year + region);
  if (!names) {
    names = new Map(frenchHolidays(+year, region).map(({date, name}) => [date, name]));
    namesByYear.set(year + region, names);
  }
  return names.get(date);
}
