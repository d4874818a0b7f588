import {dayNumber, easter, isoDate} from './calendar.js';

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

/** Where the list of article L3133-1 holds alone, and where local law adds two days. */
export type HolidayRegion = 'metropole' | 'alsace-moselle';

/** Month (0: days after Easter Sunday), day, names; those of Alsace-Moselle alone come last. */
const TABLE: readonly (readonly [number, number, string, string])[] = [
  [1, 1, 'Jour de l’An', 'New Year’s Day'],
  [0, 1, 'Lundi de Pâques', 'Easter Monday'],
  [5, 1, 'Fête du Travail', 'Labour Day'],
  [5, 8, 'Victoire 1945', 'Victory Day'],
  [0, 39, 'Ascension', 'Ascension Day'],
  [0, 50, 'Lundi de Pentecôte', 'Whit Monday'],
  [7, 14, 'Fête nationale', 'National Day'],
  [8, 15, 'Assomption', 'Assumption Day'],
  [11, 1, 'Toussaint', 'All Saints’ Day'],
  [11, 11, 'Armistice 1918', 'Armistice Day'],
  [12, 25, 'Noël', 'Christmas Day'],
  [0, -2, 'Vendredi saint', 'Good Friday'],
  [12, 26, 'Saint-Étienne', 'St Stephen’s Day'],
];

/**
 * The public holidays of a year from 1900 to 2099, sorted by date: 11 in metropolitan France, which is
 * the default (Code du travail, article L3133-1), 13 in Moselle, Bas-Rhin and Haut-Rhin (article
 * L3134-13). The days of abolition and the other holidays of overseas France are not in it. The list
 * is that of today's law, whatever the year. Two entries share a date when Ascension falls on 1 or
 * 8 May.
 */
export function frenchHolidays(year: number, region?: HolidayRegion): Holiday[] {
  return TABLE.slice(0, region == 'alsace-moselle' ? 13 : 11)
    .map(([month, day, fr, en]) => ({
      date: isoDate(month ? dayNumber(year, month, day) : easter(year) + day),
      name: {fr, en},
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
