import {derivedId, type EventCollector} from '../collect-events.js';
import type {EventRejectionReason} from '../event.js';
import type {EventValues} from '../event-values.js';
import {NeedsPart} from '../needs-part.js';
import {isObject, listOf, type Json} from '../../place/json.js';
import {quote} from '../../place/position.js';
import {messageOf} from '../../place/unreadable-feed-error.js';
import {cleanText} from '../../text/clean-text.js';
import {onElapsedTime} from '../series/elapsed.js';
import {datedEvent} from '../series/event-of.js';
import {MAX_DAYS, NO_LENGTH, type Length} from '../series/length.js';
import {once, type Series, type Span} from '../series/series.js';
import {DAY, dayOfWall} from '../time/civil.js';
import {instantOf, wallAt, type Clock} from '../time/clock.js';
import {readDate, type DateValue} from '../time/date-value.js';
import {clockOf} from '../time/intl-clock.js';
import {basicDate, isoDate} from '../time/write-date.js';
import {describeEvent, put} from '../to-event.js';

/** When an item of a JSON feed is: texts in ISO 8601. */
export interface ItemTime {
  readonly start: unknown;
  /** The last day itself where only days are told; the moment of the end otherwise. */
  readonly end?: unknown;
  /** IANA name of the zone in which times without an offset are, and rules run. */
  readonly timeZone?: unknown;
}

/** What an item repeats by; see `EventRecurrence`. */
export interface ItemRecurrence {
  readonly rule?: unknown;
  readonly dates?: unknown;
  readonly exceptDates?: unknown;
  /** Set where the start is only from when on the rule holds: the first date is the rule's own. */
  readonly isFirstByRule?: boolean;
}

/** An item as its reader understands it. */
export interface Item {
  readonly uid?: unknown;
  readonly values: EventValues;
  /** The first, then the others, each with its own end. */
  readonly times: readonly ItemTime[];
  readonly recurrence?: ItemRecurrence | undefined;
}

/** Why an item is none; `undefined` for what was never meant to be one. */
export type ItemProblem = {readonly reason: EventRejectionReason; readonly detail: string};

/** Items between two points at which the reading may pause. */
const SLICE = 100;

/** Hands on the items of a list: what cannot be read is told, what was never meant to be one is passed over. */
export function* addItems(
  list: Iterable<unknown>,
  collector: EventCollector,
  read: (item: Json) => Item | ItemProblem | undefined,
): Generator<undefined> {
  let at = 0;
  for (const value of list) {
    if (collector.isFull) return;
    const origin = {at, unit: 'item'} as const;
    try {
      const item = isObject(value) ? read(value) : notAnEvent(value);
      if (item && 'reason' in item) collector.reject(origin, item.reason, item.detail);
      else if (item) addItem(item, at, collector);
    } catch (error) {
      if (error instanceof NeedsPart) throw error;
      collector.reject(origin, 'bad-row', messageOf(error));
    }
    if (++at % SLICE === 0) yield;
  }
}

export const notAnEvent = (said: unknown): ItemProblem => ({
  reason: 'not-an-event',
  detail: `not an event: ${quote(said)}`,
});

function addItem(
  {uid, values, times, recurrence}: Item,
  at: number,
  collector: EventCollector,
): void {
  const {context} = collector;
  const id = cleanText(uid, 300);
  const origin = {at, unit: 'item', uid: id} as const;
  const [first, ...others] = times;
  const tell = (reason: EventRejectionReason, detail: string, isPartial = true): void =>
    collector.reject(origin, reason, detail, isPartial);
  if (first?.start === undefined || first.start === null || first.start === '') {
    tell('no-start', 'no start', false);
    return;
  }
  const span = spanOf(first, context.clock, tell);
  if (!span) {
    tell('bad-start', `the start is ${quote(first.start)}`, false);
    return;
  }
  const dates = others.slice(0, context.limits.perEvent).flatMap(time => {
    const other = spanOf(time, context.clock, tell);
    if (other && other.isAllDay === span.isAllDay) {
      return [{wall: wallAt(span.clock, other.start), length: other.length}];
    }
    tell('bad-date', `one of the dates is ${quote(time.start)}`);
    return [];
  });
  const series = withRecurrence({...once(span), dates}, recurrence, collector, tell);
  const form = span.isAllDay ? 'date' : 'local';
  const timed = span.isFloating ? series : onElapsedTime(series);
  collector.add({
    ...origin,
    id: id ?? derivedId(cleanText(values.name, 300) ?? '', basicDate(series.wall, form)),
    series: timed,
    form: timed.onWall ? 'utc' : form,
    events: [
      own => {
        const draft = datedEvent(own, {...span, wall: series.wall}, series);
        put(draft, 'uid', id);
        return describeEvent(draft, values, context);
      },
    ],
  });
}

interface ItemSpan extends Span {
  readonly isFloating: boolean;
  /** The instant, of days that of midnight. */
  readonly start: number;
}

function spanOf(
  {start: startText, end: endText, timeZone}: ItemTime,
  display: Clock,
  tell: (reason: EventRejectionReason, detail: string) => void,
): ItemSpan | undefined {
  const start = dateOf(startText);
  if (!start) return undefined;
  const named = typeof timeZone === 'string' && timeZone ? clockOf(timeZone.trim()) : undefined;
  if (timeZone && !named) tell('unknown-zone', `the time zone is ${quote(timeZone)}`);
  const isAllDay = start.form === 'date';
  const clock = isAllDay ? display : (named ?? display);
  const wall = start.form === 'utc' ? wallAt(clock, start.at) : start.at;
  const isFloating = start.form === 'local' && !named;
  const span = {wall, clock, isAllDay, isFloating, start: instantOf(clock, wall)};
  const end =
    endText === undefined || endText === null || endText === '' ? undefined : dateOf(endText);
  const length = end && lengthUpTo(end, span);
  if (endText && !length) tell('bad-end', `the end is ${quote(endText)}`);
  return {...span, length: length ?? (isAllDay ? {days: 1, rest: 0} : NO_LENGTH)};
}

function lengthUpTo(
  {form, at}: DateValue,
  {wall, clock, isAllDay, start}: Omit<ItemSpan, 'length'>,
): Length | undefined {
  if (isAllDay) {
    const days = dayOfWall(form === 'utc' ? wallAt(clock, at) : at) - dayOfWall(wall) + 1;
    return days >= 1 && days <= MAX_DAYS ? {days, rest: 0} : undefined;
  }
  // a day as the end of a time: all of that day
  const end = form === 'utc' ? at : instantOf(clock, form === 'date' ? at + DAY : at);
  const rest = end - start;
  return rest >= 0 && rest <= MAX_DAYS * DAY ? {days: 0, rest} : undefined;
}

function dateOf(value: unknown): DateValue | undefined {
  if (value instanceof Date) return readDate(value.toISOString());
  return typeof value === 'string' ? readDate(value.slice(0, 40)) : undefined;
}

function withRecurrence(
  series: Series,
  recurrence: ItemRecurrence | undefined,
  {context}: EventCollector,
  tell: (reason: EventRejectionReason, detail: string) => void,
): Series {
  if (!recurrence) return series;
  const {clock, isAllDay, wall: start} = series;
  const {rules: engine, limits} = context;
  const read = (list: unknown): DateValue[] =>
    listOf(list)
      .slice(0, limits.perEvent)
      .flatMap(text => {
        const date = dateOf(text);
        if (!date) tell('bad-date', `one of the dates is ${quote(text)}`);
        return date ?? [];
      });
  const wallOf = ({form, at}: DateValue): number => {
    const wall = form === 'utc' ? wallAt(clock, at) : at;
    return isAllDay ? dayOfWall(wall) * DAY : wall;
  };
  const time = isAllDay ? 0 : start - dayOfWall(start) * DAY;
  const dates = read(recurrence.dates).map(date => ({
    wall: wallOf(date) + (date.form === 'date' ? time : 0),
  }));
  const except = read(recurrence.exceptDates);
  const text = typeof recurrence.rule === 'string' ? recurrence.rule : undefined;
  if (text && !engine) throw new NeedsPart('rules');
  const rule = text && engine ? engine.readRule(text) : undefined;
  if (typeof rule === 'string') tell('bad-rule', `${rule} in ${quote(text)}`);
  const isRule = rule !== undefined && typeof rule !== 'string';
  const isMoved = isRule && recurrence.isFirstByRule && engine;
  const wall = isMoved ? engine.firstOf(rule, start, isAllDay) : start;
  const isDay = ({form}: DateValue): boolean => form === 'date' && !isAllDay;
  return {
    ...series,
    wall,
    dates: [...series.dates, ...dates],
    exceptWalls: new Set(except.filter(date => !isDay(date)).map(wallOf)),
    exceptDays: new Set(except.filter(isDay).map(({at}) => dayOfWall(at))),
    rules: isRule ? [{rule, until: untilOf(rule.until, wallOf, isAllDay)}] : [],
  };
}

function untilOf(
  until: DateValue | undefined,
  wallOf: (date: DateValue) => number,
  isAllDay: boolean,
): number {
  if (!until) return Infinity;
  return until.form === 'date' && !isAllDay ? until.at + DAY - 1 : wallOf(until);
}

/** The text of a value with languages (`{fr: …, en: …}`): French, or else the first that has words. */
export function inFrench(value: unknown): unknown {
  return isObject(value) ? value['fr'] || Object.values(value).find(Boolean) : value;
}

/** `2026-05-12` of a date that carries more. */
export function dayText(value: unknown): string | undefined {
  const date = dateOf(value);
  return date && isoDate(date.at, 'date');
}
