import {fail, list, type Cursor} from './cursor.js';
import {between, easter, inRing, nthInMonth, ordinal, weekOf, type Point} from './calendar.js';
import type {DayTest} from './rule.js';

const MONTH_LENGTHS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The days of a rule: groups that must all hold. Selectors of one kind stand together and none comes
 * after the times: `Mo 09:00-12:00 Tu 10:00-12:00` lacks a separator, and is not guessed at.
 */
export function daySelectors(cursor: Cursor): DayTest[][] {
  const groups: Record<string, DayTest[]> = {};
  const add = (kind: string, tests: DayTest[]) => {
    if (groups[kind]) fail();
    groups[kind] = tests;
  };
  for (;;) {
    // `2026 Dec 24` is a date, `2026 Dec` a year and a month.
    const isDate = cursor.is('month', 1) && cursor.is('number', 2);
    if (cursor.is('year') && !isDate) add('years', list(cursor, years));
    else if (cursor.is('year') || cursor.is('month') || cursor.is('easter')) {
      add('months', list(cursor, months));
    } else if (cursor.skip('week')) add('weeks', list(cursor, weeks));
    else if (cursor.is('holiday') && !cursor.is(',', 1)) add('holidays', weekdays(cursor));
    else if (cursor.is('weekday') || cursor.is('holiday')) add('weekdays', list(cursor, weekdays));
    else if (!Object.keys(groups).length || !cursor.skip(':')) return Object.values(groups);
  }
}

/** Four digits that cannot be a year to come are more often a time without its colon. */
function yearOf(cursor: Cursor): number {
  const year = cursor.need('year');
  return year > 2000 && year < 2100 ? year : fail();
}

function years(cursor: Cursor): DayTest[] {
  const from = yearOf(cursor);
  const to = cursor.skip('+') ? Infinity : cursor.skip('-') ? yearOf(cursor) : from;
  return to < from ? fail() : [({year}) => year >= from && year <= to];
}

function months(cursor: Cursor): DayTest[] {
  if (cursor.skip('easter')) return [easterDay(cursor)];
  const year = cursor.is('year') ? yearOf(cursor) : undefined;
  const month = cursor.need('month');
  if (!cursor.is('number')) {
    const last = cursor.skip('-') ? cursor.need('month') : month;
    return year ? fail() : [day => inRing(day.month, month, last, 12)];
  }
  const tests: DayTest[] = [];
  do tests.push(dateRange(cursor, month, year));
  while (cursor.is(',') && cursor.is('number', 1) && cursor.skip(','));
  return tests;
}

/** `24`, `24-26`, `24-Jan 05` or `24-2027 Jan 05`, after a month. */
function dateRange(cursor: Cursor, month: number, year?: number): DayTest {
  const from = dateOf(cursor, month, year);
  if (!cursor.skip('-')) return between(from, from);
  const isSameMonth = cursor.is('number');
  if (!isSameMonth && !year == cursor.is('year')) fail();
  const lastYear = isSameMonth ? year : year && yearOf(cursor);
  const to = dateOf(cursor, isSameMonth ? month : cursor.need('month'), lastYear);
  return (isSameMonth || year) && from(0) > to(0) ? fail() : between(from, to);
}

function dateOf(cursor: Cursor, month: number, ofYear?: number): Point {
  const date = cursor.need('number');
  if (!date || date > MONTH_LENGTHS[month]!) fail();
  return year => ordinal(ofYear ?? year, month, date);
}

/** `easter`, `easter +1 day`, `easter -2 days`. */
function easterDay(cursor: Cursor): DayTest {
  const isBefore = cursor.skip('-');
  const days = isBefore || cursor.skip('+') ? cursor.need('number') : 0;
  if (days > 99 || (days && !cursor.skip('day'))) fail();
  return ({year, number}) => number == easter(year) + (isBefore ? -days : days);
}

function weeks(cursor: Cursor): DayTest[] {
  const from = cursor.need('number');
  const to = cursor.skip('-') ? cursor.need('number') : from;
  const step = cursor.skip('/') ? cursor.need('number') : 1;
  if (!from || !step || to < from || to > 53) fail();
  return [
    day => {
      const week = weekOf(day);
      return week >= from && week <= to && !((week - from) % step);
    },
  ];
}

function weekdays(cursor: Cursor): DayTest[] {
  const holiday = cursor.take('holiday') as 'PH' | 'SH' | undefined;
  if (holiday) return [day => day[holiday]];
  const from = cursor.need('weekday');
  if (cursor.skip('[')) {
    const tests = list(cursor, () => nth(cursor, from));
    return cursor.skip(']') ? tests : fail();
  }
  const to = cursor.skip('-') ? cursor.need('weekday') : from;
  return [day => inRing(day.weekday, from, to, 7)];
}

/** `1`, `1-3` or `-1`. */
function nth(cursor: Cursor, weekday: number): DayTest[] {
  const isLast = cursor.skip('-');
  const from = cursor.need('number');
  const to = !isLast && cursor.skip('-') ? cursor.need('number') : from;
  if (!from || to > 5 || to < from) fail();
  return [
    day => {
      const n = nthInMonth(day, isLast);
      return day.weekday == weekday && n >= from && n <= to;
    },
  ];
}
