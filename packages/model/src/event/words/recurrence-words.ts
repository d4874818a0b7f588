import type {CivilDate} from '../time/civil.js';
import type {Sense} from './sense.js';

/** A date as it is said; without its year where that goes without saying. */
export interface SaidDate extends Omit<CivilDate, 'year'> {
  readonly year: number | undefined;
}

/** The sentences of one language about what repeats. Parts begin in lower case. */
export interface RecurrenceWords {
  /** "tous les mardis" */
  readonly repeats: (sense: Sense) => string;
  /** "jusqu’au 30 juin" */
  readonly until: (date: SaidDate) => string;
  /** "10 fois" */
  readonly times: (count: number) => string;
  /** "sauf le 12 mai", "sauf les 12 et 19 mai" */
  readonly except: (dates: readonly SaidDate[]) => string;
  /** "sauf 9 dates" */
  readonly exceptMany: (count: number) => string;
  /** "et aussi le 3 juillet" */
  readonly also: (dates: readonly SaidDate[]) => string;
  /** "et à 9 autres dates" */
  readonly alsoMany: (count: number) => string;
  /** "les 12, 13 et 14 mai" */
  readonly dates: (dates: readonly SaidDate[]) => string;
  /** "12 dates du 12 mai au 30 juin" */
  readonly datesBetween: (count: number, first: SaidDate, last: SaidDate) => string;
}

/** Dates in groups of one month each, in their order. */
export function byMonth(dates: readonly SaidDate[]): SaidDate[][] {
  const groups: SaidDate[][] = [];
  for (const date of dates) {
    const group = groups.at(-1);
    if (group?.[0]?.month === date.month && group[0].year === date.year) group.push(date);
    else groups.push([date]);
  }
  return groups;
}
