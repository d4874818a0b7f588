import {fail, type Cursor} from './cursor.js';
import type {Span} from './rule.js';

const MIDNIGHT = 1440;

/** The times of a rule. A comma before anything but a time is left: it begins an additional rule. */
export function timeSpans(cursor: Cursor): Span[] {
  const spans: Span[] = [];
  const isTime = (ahead?: number) => cursor.is('time', ahead) || cursor.is('number', ahead);
  while (isTime() || (spans.length && isTime(1) && cursor.skip(','))) spans.push(...span(cursor));
  return spans.some(({to}) => to > 2 * MIDNIGHT) ? fail() : spans;
}

/** `09:00-12:00`, `22:00-26:00`, `18:00+` or `18:00-22:00+`. */
function span(cursor: Cursor): Span[] {
  const hasMinutes = cursor.is('time');
  const from = timeOf(cursor);
  if (from >= MIDNIGHT) fail();
  if (hasMinutes && cursor.skip('+')) return [openEnd(from)];
  if (!cursor.skip('-')) fail();
  const isNight = hasMinutes && cursor.is('time');
  let to = timeOf(cursor);
  if (to <= from) {
    // `9-5` may be an afternoon.
    if (!isNight) fail();
    to += MIDNIGHT;
  }
  return cursor.skip('+') ? [openEnd(to), {from, to}] : [{from, to}];
}

/** Minutes of `9:30`, `09.30`, `9h30`, `9h` or `9`; after a month, `9` would be a date. */
const timeOf = (cursor: Cursor) =>
  cursor.is('time')
    ? cursor.need('time')
    : cursor.is('month', -1)
      ? fail()
      : cursor.need('number') * 60;

/** The library of the OSM wiki guesses: to midnight by day, ten hours from 17:00, eight from 22:00. */
const openEnd = (from: number): Span => ({
  from,
  to: from < 1020 ? MIDNIGHT : from + (from < 1320 ? 600 : 480),
  openEnd: true,
});
