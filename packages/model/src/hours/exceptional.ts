import {isoDate} from './calendar.js';
import {matches, tilesOf, type Tile} from './evaluate.js';
import {holidayNameOf, type HolidayName} from './holidays.js';
import {readHours, type Hours, type OpeningHoursOptions} from './options.js';
import type {Day, Rule} from './rule.js';
import {spansOf, type OpeningSpan} from './week.js';

/** Days in a row whose hours are not those of the ordinary week. */
export interface ExceptionalDays {
  /** First day, `YYYY-MM-DD`; today when they have begun before. */
  from: string;
  /** Last day, included; the same as `from` for a single day. */
  to: string;
  /** The hours of each of the days; none: closed. */
  spans: OpeningSpan[];
  /** A single day that is a public holiday. */
  holiday?: {name: HolidayName};
  /** The words of the value for a closure (`Congés annuels`). Plain text. */
  comment?: string;
}

export interface ExceptionalDaysOptions extends OpeningHoursOptions {
  /** How many days from today on they may begin in; 60 when absent, at most 366. */
  days?: number;
}

/** Days; what lasts longer is the ordinary week of a season. */
const SEASON = 35;
const MAX_DAYS = 366;

/** What the value says of a day, and what it would say were the day an ordinary one. */
interface Judged {
  spans: OpeningSpan[];
  comment: string | undefined;
  /** A dated rule speaks of the day: it goes together with its neighbours. */
  isDated: boolean;
  differs: boolean;
}

/** For each day: the length of the row of days that pass the test; 0 for days that do not. */
function runsOf(days: readonly Day[], test: (day: Day) => unknown): number[] {
  const runs = days.map(day => +!!test(day));
  for (let i = 1; i < runs.length; i++) if (runs[i]) runs[i]! += runs[i - 1]!;
  for (let i = runs.length - 2; i >= 0; i--) if (runs[i] && runs[i + 1]) runs[i] = runs[i + 1]!;
  return runs;
}

const isShort = (run: number | undefined) => !!run && run <= SEASON;

/**
 * Takes the exceptions out of days: rules with dates and school holidays that pass within five weeks,
 * and public holidays. Where nobody knows what a day is, nothing is taken out.
 */
function judge(hours: Hours, first: number, count: number): (day: number) => Judged {
  const {rules, edges} = hours.schedule;
  const start = first - SEASON - 1;
  const cases = [...Array(count + 2 * SEASON + 2).keys()].map(i => hours.days(start + i));
  const days = cases.map(([day]) => day!);
  const inPeriod = (day: Day) => (rule: Rule) => rule.period?.some(test => test(day));
  const runs = new Map(rules.map(rule => [rule, runsOf(days, day => inPeriod(day)(rule))]));
  const anyRuns = runsOf(days, day => rules.some(inPeriod(day)));
  const schoolRuns = runsOf(days, ({sh}) => sh);

  const ordinary = (i: number): Day[] => {
    const isKnown = (kind: 'ph' | 'sh') => cases[i]!.every(day => day[kind] == days[i]![kind]);
    const ph = isKnown('ph') && {ph: false};
    const sh = isKnown('sh') && isShort(schoolRuns[i]) && {sh: false};
    return cases[i]!.map(day => ({...day, ...ph, ...sh}));
  };
  const isWeekly = rules.some(
    rule => !rule.period && days.some((_, i) => ordinary(i).some(day => matches(rule, day))),
  );
  /** The dated rules that make the day an exception. */
  const exceptions = (i: number): Rule[] => {
    const short = rules.filter(rule => isShort(runs.get(rule)![i]));
    const isSeason = rules.some(rule => runs.get(rule)![i]! > SEASON) || isWeekly;
    // a season may be told in parts: `Jun 15-Jul 31 …; Aug …; Sep 1-15 …`
    return isSeason || isShort(anyRuns[i]) ? short : [];
  };
  const ordinaryTiles = (i: number): Tile[] => {
    const out = exceptions(i);
    const left = {rules: rules.filter(rule => !out.includes(rule)), edges};
    return tilesOf(left, ordinary(i), ordinary(i - 1));
  };
  return day => {
    const i = day - start;
    const tiles = hours.tiles(day);
    const spans = spansOf(tiles, hours.tiles(day + 1));
    const usual = spansOf(ordinaryTiles(i), ordinaryTiles(i + 1));
    return {
      spans,
      comment: spans.length ? undefined : tiles.find(({comment}) => comment)?.comment,
      isDated:
        exceptions(i).some(rule => cases[i]!.some(today => matches(rule, today))) ||
        (days[i]!.sh && !ordinary(i)[0]!.sh),
      differs: JSON.stringify(spans) != JSON.stringify(usual),
    };
  };
}

/**
 * The days from today on whose hours come from a rule for dates, public holidays or school holidays,
 * and differ from those of the ordinary week: `25 December: closed`, `3–16 August: closed`. Days in a
 * row with equal hours are one entry, over the days that are closed every week as well. Hours that hold
 * for more than five weeks on end are those of a season, and ordinary. Nothing is said of public
 * holidays when the value does not speak of them. Sorted; the last entry is whole, also when it ends
 * after `days`. `undefined` as in `openIntervals`.
 * @example
 * exceptionalDays('Mo-Sa 09:00-19:00; Dec 25 off', new Date('2026-12-01T10:00+01:00'));
 * // [{from: '2026-12-25', to: '2026-12-25', spans: [], holiday: {name: {fr: 'Noël', …}}}]
 */
export function exceptionalDays(
  hours: string | undefined,
  at: Date,
  options: ExceptionalDaysOptions = {},
): ExceptionalDays[] | undefined {
  const read = readHours(hours, at, options);
  if (!read) return;
  const first = read.dayAt(+at);
  const count = Math.min(options.days ?? 60, MAX_DAYS);
  const judged = judge(read, first, count + SEASON + 1);
  const entries: ExceptionalDays[] = [];
  let last: (Judged & {entry: ExceptionalDays; isTold: boolean}) | undefined;
  for (let day = first; day < first + count + SEASON; day++) {
    const now = judged(day);
    const goesOn =
      last?.isDated &&
      now.isDated &&
      last.comment == now.comment &&
      JSON.stringify(last.spans) == JSON.stringify(now.spans);
    if (!goesOn) {
      if (day >= first + count) break;
      const {spans, comment} = now;
      const entry = {from: isoDate(day), to: '', spans, ...(comment && {comment})};
      last = now.isDated || now.differs ? {...now, entry, isTold: false} : undefined;
    }
    if (!last) continue;
    const {entry} = last;
    entry.to = isoDate(day);
    const holiday = holidayNameOf(isoDate(day), read.holidays);
    if (goesOn) delete entry.holiday;
    else if (holiday) entry.holiday = {name: holiday};
    if (now.differs && !last.isTold) {
      last.isTold = true;
      entries.push(entry);
    }
  }
  return entries;
}
