import {between, isNth, pad} from './calendar.js';
import {DATE, MONTHS, RULE, SPAN, WEEKDAY, WEEKDAYS} from './grammar.js';
import type {DayTest, HoursState, Rule, Schedule, Span} from './rule.js';

const MIDNIGHT = 1440;
const MAX_LENGTH = 1000;
/** Rules times ends of spans, which are looked at for every day. */
const MAX_WORK = 4000;

/**
 * Reads the part of the OSM `opening_hours` grammar that shops use
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification): years, months, dates,
 * weekdays, `PH`, `SH`, times, states, comments, and the three separators. `undefined` for anything
 * else (weeks, Easter, sun times, points in time, offsets from weekdays and holidays, …), for values
 * of more than 1,000 characters or very many rules. Never throws.
 */
export function parseHours(text: string): Schedule | undefined {
  if (text.length > MAX_LENGTH) return;
  const comments: string[] = [];
  const value = text
    .replace(/"([^"]+)"/g, (_, comment: string) => (comments.push(comment), '"'))
    .toLowerCase()
    .replace('24/7', '00:00-24:00')
    .replace(/[‐-―−à]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([-,;|+[\]]) ?/g, '$1')
    .trim();
  const rules: Rule[] = [];
  let separator = ';';
  let after = ';';
  RULE.lastIndex = 0;
  do {
    const match: RegExpExecArray = RULE.exec(value)!;
    const before = separator;
    if (before != ',' || after != '||') after = before;
    separator = match[7]!;
    const rule = ruleOf(match, comments, after as Rule['after']);
    // Days alone before a comma are half a list, and nothing before `||` is half a value.
    const isHalf = !match.slice(4, 7).join('');
    if (!rule || (isHalf && /[,|]/.test(separator))) return;
    if (match.slice(1, 7).join('')) rules.push(rule);
    else if (before != ';') return;
  } while (separator);
  if (RULE.lastIndex < value.length) return;
  const edges = [0];
  for (const {spans} of rules) {
    for (const {from, to} of spans) edges.push(from % MIDNIGHT, to % MIDNIGHT);
  }
  if (!rules.length || rules.length * edges.length > MAX_WORK) return;
  return {rules, edges: edges.sort((a, b) => a - b)};
}

type Groups = (string | undefined)[];

const items = <T>(list = '', item: RegExp, make: (groups: Groups) => T) =>
  [...list.matchAll(item)].map(make);

function ruleOf(
  [, dates, holiday, weekdays, times, state, comment]: Groups,
  comments: string[],
  after: Rule['after'],
): Rule | undefined {
  const period = items(dates, DATE, datesOf());
  const groups = [
    period,
    items(holiday, WEEKDAY, weekdaysOf),
    items(weekdays, WEEKDAY, weekdaysOf),
  ].filter(group => group.length);
  const spans = items(times, SPAN, spanOf);
  if ([...groups, spans].some(group => group.includes(undefined))) return;
  return {
    dates: groups as DayTest[][],
    period: dates ? (period as DayTest[]) : undefined,
    spans: spans as Span[],
    // A comment alone is a condition; days alone do not say at which hours.
    state: (state?.replace('off', 'closed') ??
      (comment || !times ? 'unknown' : 'open')) as HoursState,
    comment: comment && comments.shift(),
    after,
  };
}

/**
 * Years, months and dates with or without a year: all are parts of ISO dates, and compare as text.
 * Dates without month and year take those of the item before.
 */
function datesOf() {
  let year: string | undefined;
  let month: string | undefined;
  let last: string | undefined;
  return ([, ofYear, ofMonth, date, toYear, toMonth, toDate]: Groups): DayTest | undefined => {
    if (ofYear || ofMonth) [year, month] = [ofYear, ofMonth];
    const from = isoPart(year, month, date);
    const to =
      toYear || toMonth
        ? isoPart(toYear ?? (toDate ? undefined : year), toMonth, toDate)
        : isoPart(year, month, toDate ?? date);
    // `2026,2027 Dec 24` and `Dec 24, 2026` mean days, and not whole years.
    const isMixed = last && [last.length, from.length].includes(4);
    last = from;
    // Reversed dates go round the end of the year, but not within a month or between two years.
    const isReversed = from > to && (year || !toMonth);
    if ((date && !month) || from.length != to.length || isMixed || isReversed) return;
    const start = year ? 0 : 5;
    return ({iso}) => between(iso.slice(start, start + from.length), from, to);
  };
}

/** `YYYY-MM-DD`, or what is there of it. */
const isoPart = (year?: string, month?: string, date?: string) =>
  [year, month && pad(MONTHS.indexOf(month) + 1), date && pad(date)].filter(Boolean).join('-');

function weekdaysOf([, holiday, from, to = from, which]: Groups): DayTest {
  if (holiday) return day => day[holiday as 'ph' | 'sh'];
  return day =>
    between(day.weekday, WEEKDAYS.indexOf(from!), WEEKDAYS.indexOf(to!)) &&
    (!which || which.split(',').some(nth => isNth(day, +nth)));
}

/** An open end is taken to be after midnight and after ten hours. */
function spanOf([, hour, minute = '0', lastHour, lastMinute = '0']: Groups): Span | undefined {
  const from = +hour! * 60 + +minute;
  let to = lastHour ? +lastHour * 60 + +lastMinute : Math.max(MIDNIGHT, from + 600);
  if (to <= from) to += MIDNIGHT;
  return from < MIDNIGHT && to <= 2 * MIDNIGHT ? {from, to, openEnd: !lastHour} : undefined;
}
