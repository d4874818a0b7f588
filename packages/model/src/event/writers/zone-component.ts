import {civilOf, DAY, dayOf, dayOfWall, daysInMonth, SECOND, weekdayOf} from '../time/civil.js';
import type {Clock} from '../time/clock.js';
import {basicDate} from '../time/write-date.js';
import {WEEKDAYS} from '../recurrence/rule.js';

/** A change of clocks. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Years after the end of what is asked for in which changes must be regular to be written as a rule. */
const WATCHED_YEARS = 10;
/** No zone has changed its clocks twice within this time since 1950. */
const STEP = 7 * DAY;

/**
 * The VTIMEZONE of a zone (RFC 5545 §3.6.5), made of what Intl knows: every change of clocks between two instants,
 * and a rule for the years after, when there is one. Content lines, not folded.
 *
 * @param from The first instant that is to be right. @param to The last.
 */
export function zoneComponent(clock: Clock, from: number, to: number): string[] {
  const first = Math.min(startOfYear(from), LATEST);
  const until = Math.min(to, LATEST);
  const last = startOfYear(until) + (WATCHED_YEARS + 1) * 366 * DAY;
  const changes = changesOf(clock, Math.max(first, EARLIEST), last);
  const {single, regular} = partsOf(changes, civilOf(dayOfWall(until)).year);
  const observances = [
    firstObservance(clock, first),
    ...single.map(change => observance(change)),
    ...regular.map(({change, rule}) => observance(change, rule)),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${clock.name ?? 'UTC'}`, ...observances.flat(), 'END:VTIMEZONE'];
}

/** No zone had changes before, and nobody knows which ones will hold after: a feed may name the year 9999. */
const EARLIEST = dayOf(1840, 1, 1) * DAY;
const LATEST = dayOf(2100, 1, 1) * DAY;

const startOfYear = (instant: number): number =>
  dayOf(civilOf(dayOfWall(instant)).year, 1, 1) * DAY;

function changesOf(clock: Clock, from: number, to: number): Change[] {
  const changes: Change[] = [];
  let before = clock.offsetAt(from);
  for (let at = from + STEP; at <= to; at += STEP) {
    const after = clock.offsetAt(at);
    if (after === before) continue;
    changes.push({at: changeIn(clock, at - STEP, at, before), from: before, to: after});
    before = after;
  }
  return changes;
}

/** The first second, from `low` to `high`, that is not at the offset before. */
function changeIn(clock: Clock, low: number, high: number, before: number): number {
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (clock.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

interface Parts {
  /** Changes that happen once. */
  readonly single: readonly Change[];
  /** The first of changes that come every year, with their rule. */
  readonly regular: readonly {readonly change: Change; readonly rule: string}[];
}

/** A zone is regular when from some year on the same two rules hold in every year that is watched. */
function partsOf(changes: readonly Change[], lastYear: number): Parts {
  const yearOf = ({at, from}: Change): number => civilOf(dayOfWall(at + from)).year;
  const watched = changes.filter(change => yearOf(change) > lastYear);
  const first = watched.slice(0, 2);
  const rules = first.map(change =>
    ruleOf(
      change,
      watched.filter(other => isAlike(change, other)),
    ),
  );
  const isRegular =
    first.length === 2 &&
    !isAlike(first[0]!, first[1]!) &&
    rules.every(rule => rule !== undefined) &&
    watched.length >= 2 * WATCHED_YEARS;
  if (!isRegular) return {single: changes, regular: []};
  // the rules hold for as many years before as they fit
  const fits = (change: Change): boolean =>
    first.some(
      (model, at) =>
        isAlike(model, change) &&
        timeOf(model) === timeOf(change) &&
        nthOf(change, rules[at]!) !== undefined,
    );
  let start = changes.length;
  while (start > 0 && fits(changes[start - 1]!)) start--;
  const regular = first.map((model, at) => ({
    change: changes.slice(start).find(change => isAlike(model, change))!,
    rule: rules[at]!,
  }));
  return {single: changes.slice(0, start), regular};
}

const isAlike = (one: Change, other: Change): boolean =>
  one.from === other.from && one.to === other.to;

/** The rule by which alike changes come every year; undefined when there is none. */
function ruleOf(change: Change, all: readonly Change[]): string | undefined {
  const day = dayOfWall(change.at + change.from);
  const {month, day: date, year} = civilOf(day);
  const weekday = WEEKDAYS[weekdayOf(day)]!;
  const isLast = date > daysInMonth(year, month) - 7;
  const candidates = [
    ...(isLast ? [`FREQ=YEARLY;BYMONTH=${month};BYDAY=-1${weekday}`] : []),
    `FREQ=YEARLY;BYMONTH=${month};BYDAY=${Math.ceil(date / 7)}${weekday}`,
    `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}`,
  ];
  return candidates.find(rule =>
    all.every(other => nthOf(other, rule) !== undefined && timeOf(other) === timeOf(change)),
  );
}

const timeOf = ({at, from}: Change): number => at + from - dayOfWall(at + from) * DAY;

/** The day of a change, when the rule names it. */
function nthOf(change: Change, rule: string): number | undefined {
  const day = dayOfWall(change.at + change.from);
  const {year, month, day: date} = civilOf(day);
  const [, ruleMonth, nth, weekday, ruleDate] =
    /BYMONTH=(\d+);(?:BYDAY=(-?\d)(\w\w)|BYMONTHDAY=(\d+))/.exec(rule) ?? [];
  if (Number(ruleMonth) !== month) return undefined;
  if (ruleDate !== undefined) return Number(ruleDate) === date ? day : undefined;
  if (WEEKDAYS[weekdayOf(day)] !== weekday) return undefined;
  const found =
    nth === '-1' ? date > daysInMonth(year, month) - 7 : Math.ceil(date / 7) === Number(nth);
  return found ? day : undefined;
}

/** What holds from the beginning; a component needs one that begins before all others. */
function firstObservance(clock: Clock, at: number): string[] {
  const offset = clock.offsetAt(at);
  return observance({at, from: offset, to: offset});
}

function observance({at, from, to}: Change, rule?: string): string[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basicDate(at + from, 'local')}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `END:${kind}`,
  ];
}

/** `+0100`; with seconds where there are some, before standard time. */
function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / SECOND;
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const rest = seconds % 60 ? pad(seconds % 60) : '';
  return `${offset < 0 ? '-' : '+'}${pad(seconds / 3600)}${pad((seconds / 60) % 60)}${rest}`;
}
