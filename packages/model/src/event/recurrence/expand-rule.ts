import {civilOf, DAY, dayOf, dayOfWall, HOUR, MINUTE, SECOND, weekOf} from '../time/civil.js';
import type {Budget} from './budget.js';
import {dayFilter} from './day-filter.js';
import type {Frequency, Rule} from './rule.js';

/** What of a series is asked for. */
export interface WallWindow {
  /** Wall times, both included. */
  readonly from: number;
  readonly to: number;
  /** The most instances. */
  readonly limit: number;
}

export interface Expansion {
  /** Wall times within the window, in order, each once. */
  readonly walls: number[];
  /** Why there may be more. */
  readonly stop?: 'too-many-occurrences' | 'too-much-work' | undefined;
}

/** What a rule is applied to. */
export interface RuleStart {
  /** Wall time. */
  readonly wall: number;
  /** Parts of a rule that name times of day are then ignored. */
  readonly isAllDay: boolean;
  /** Whether it is the first instance and counts, be it named by the rule or not (§3.8.5.3). */
  readonly isInstance: boolean;
  /**
   * For rules within a day, when the times are not those on the wall: what the clock there shows at a time.
   * Periods follow on each other in the times given, parts of the rule are about the clock.
   */
  readonly onWall?: ((time: number) => number) | undefined;
}

/** What goes through the periods of a rule: days, or hours and less, in numbers of these. */
interface Periods {
  /** In milliseconds. */
  readonly unit: number;
  /** The period that holds a number. */
  readonly periodOf: (number: number) => number;
  /** The number with which a period starts. */
  readonly startOf: (period: number) => number;
  /** Those that the rule names in a period, in order; or the number before which there is none. */
  readonly namedIn: (period: number) => readonly number[] | number;
  /** What is added to each of them, in milliseconds, in order. */
  readonly offsets: readonly number[];
}

/**
 * The instances of a rule in a window, on the clock (RFC 5545 §3.3.10). Rules without `COUNT` begin to be
 * worked out where the window begins, however old they are.
 *
 * @param until Wall time of the last that may be; the rule's own `until` is not looked at.
 */
export function expandRule(
  rule: Rule,
  first: RuleStart,
  until: number,
  window: WallWindow,
  budget: Budget,
): Expansion {
  const {interval, bySetPos, count = Infinity} = rule;
  const {wall: start, isInstance} = first;
  const from = Math.max(window.from, start);
  const to = Math.min(window.to, until);
  const walls = isInstance && start === from && start <= to ? [start] : [];
  const {unit, offsets, periodOf, startOf, namedIn} = periodsOf(rule, first, budget);
  const origin = periodOf(Math.floor(start / unit));
  const aligned = (number: number): number =>
    origin + Math.ceil((periodOf(number) - origin) / interval) * interval;
  let period = count === Infinity ? aligned(Math.floor(from / unit)) : origin;
  let last = isInstance ? start : start - 1;
  let left = isInstance ? count - 1 : count;
  while (left > 0 && startOf(period) * unit <= to) {
    const named = namedIn(period);
    const isJump = typeof named === 'number';
    // what a period holds is counted before it is looked through: it may be every second of a year
    const size = isJump ? 0 : named.length * offsets.length;
    if (!budget.spend(1 + size)) return {walls, stop: 'too-much-work'};
    if (isJump) {
      period = Math.max(period + interval, aligned(named));
      continue;
    }
    const chosen = bySetPos.length
      ? new Set(bySetPos.map(at => (at > 0 ? at - 1 : size + at)))
      : undefined;
    for (let at = 0; at < size; at++) {
      if (chosen && !chosen.has(at)) continue;
      const wall = named[Math.floor(at / offsets.length)]! * unit + offsets[at % offsets.length]!;
      if (wall <= last) continue;
      if (wall > to || left <= 0) break;
      last = wall;
      left--;
      if (wall < from) continue;
      if (walls.length >= window.limit) return {walls, stop: 'too-many-occurrences'};
      walls.push(wall);
    }
    period += interval;
  }
  return {walls};
}

/** What repeats within a day, in milliseconds. */
export const UNITS: {readonly [F in Frequency]?: number} = {
  HOURLY: HOUR,
  MINUTELY: MINUTE,
  SECONDLY: SECOND,
};

function periodsOf(rule: Rule, {wall, isAllDay, onWall}: RuleStart, budget: Budget): Periods {
  const day = dayOfWall(wall);
  const isNamed = dayFilter(rule, day);
  const unit = UNITS[rule.frequency] ?? DAY;
  const offsets = isAllDay ? [0] : offsetsOf(rule, wall - day * DAY, unit, budget);
  if (unit < DAY) {
    return {
      unit,
      offsets,
      periodOf: number => number,
      startOf: number => number,
      namedIn: shortPeriods(rule, unit, isNamed, onWall ?? (time => time)),
    };
  }
  const [periodOf, startOf] = CALENDAR[rule.frequency]!(weekOf(day, rule.weekStart));
  return {
    unit,
    offsets,
    periodOf,
    startOf,
    namedIn(period) {
      const named: number[] = [];
      const end = startOf(period + 1);
      for (let at = startOf(period); at < end; at++) if (isNamed(at)) named.push(at);
      return named;
    },
  };
}

/** By frequency: the period of a day, and the day with which a period starts. */
const CALENDAR: {
  readonly [F in Frequency]?: (
    week: number,
  ) => readonly [(day: number) => number, (period: number) => number];
} = {
  YEARLY: () => [day => civilOf(day).year, year => dayOf(year, 1, 1)],
  MONTHLY: () => [
    day => civilOf(day).year * 12 + civilOf(day).month - 1,
    month => dayOf(Math.floor(month / 12), month - Math.floor(month / 12) * 12 + 1, 1),
  ],
  // weeks are numbered from that of the start
  WEEKLY: week => [day => Math.floor((day - week) / 7), period => week + 7 * period],
  DAILY: () => [day => day, day => day],
};

/** The times of a rule within one unit: each part, or that of the start. None where they are too many. */
function offsetsOf(rule: Rule, time: number, unit: number, budget: Budget): number[] {
  const hours = parts(rule.byHour, time / HOUR, unit > HOUR);
  const minutes = parts(rule.byMinute, (time % HOUR) / MINUTE, unit > MINUTE);
  const seconds = parts(rule.bySecond, (time % MINUTE) / SECOND, unit > SECOND);
  if (!budget.spend(hours.length * minutes.length * seconds.length)) return [];
  return hours.flatMap(hour =>
    minutes.flatMap(minute =>
      seconds.map(second => hour * HOUR + minute * MINUTE + second * SECOND),
    ),
  );
}

function parts(listed: readonly number[], own: number, isInside: boolean): readonly number[] {
  return isInside ? (listed.length ? listed : [Math.floor(own)]) : [0];
}

/** Hours, minutes and seconds: what lies between two that the rule names is jumped over. */
function shortPeriods(
  {byHour, byMinute, bySecond}: Rule,
  unit: number,
  isNamed: (day: number) => boolean,
  onWall: (time: number) => number,
): Periods['namedIn'] {
  let known = NaN;
  let isKnown = false;
  return number => {
    const time = number * unit;
    const wall = onWall(time);
    const day = dayOfWall(wall);
    if (day !== known) [known, isKnown] = [day, isNamed(day)];
    const next = isKnown
      ? (later(wall, byHour, HOUR, DAY) ??
        (unit < HOUR ? later(wall, byMinute, MINUTE, HOUR) : undefined) ??
        (unit < MINUTE ? later(wall, bySecond, SECOND, MINUTE) : undefined))
      : (day + 1) * DAY;
    if (next === undefined) return [number];
    // a clock that goes forward on the way is there earlier
    const ahead = next - (wall - time);
    return Math.floor((ahead - Math.max(0, onWall(ahead) - next)) / unit);
  };
}

/**
 * Where the next of the listed units begins, or the next whole to look through when there is none;
 * undefined when the time is in one.
 */
function later(
  at: number,
  listed: readonly number[],
  unit: number,
  whole: number,
): number | undefined {
  const start = Math.floor(at / whole) * whole;
  const now = Math.floor((at - start) / unit);
  if (!listed.length || listed.includes(now)) return undefined;
  const next = listed.find(value => value > now);
  return next === undefined ? start + whole : start + next * unit;
}
