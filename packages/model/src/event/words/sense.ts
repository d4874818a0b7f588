import type {Rule} from '../recurrence/rule.js';
import {civilOf, dayOfWall, weekdayOf} from '../time/civil.js';

/** A weekday of a month: `nth` from 1, or from -1 backwards. */
export interface NthWeekday {
  readonly nth: number;
  /** 0 is Monday; undefined: Monday to Friday. */
  readonly weekday: number | undefined;
}

/** What a rule means, as far as there is a sentence for it. Lists are sorted, months count from 1. */
export type Sense = {readonly interval: number; readonly months: readonly number[]} & (
  | {readonly kind: 'days'}
  | {readonly kind: 'weekdays'; readonly weekdays: readonly number[]}
  | {readonly kind: 'dates'; readonly per: 'month' | 'year'; readonly dates: readonly number[]}
  | {readonly kind: 'nths'; readonly per: 'month' | 'year'; readonly nths: readonly NthWeekday[]}
);

const WORKDAYS = '0,1,2,3,4';

/** The sense of a rule; undefined where words would be wrong or longer than a list of its dates. */
export function senseOf(rule: Rule, start: number): Sense | undefined {
  const {frequency, interval, byDay, byMonth, byMonthDay, bySetPos} = rule;
  const isOdd =
    rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0 ||
    rule.byYearDay.length + rule.byWeekNo.length > 0;
  if (isOdd) return undefined;
  const weekdays = byDay.map(({weekday}) => weekday).sort((one, other) => one - other);
  const hasNumbers = byDay.some(({nth}) => nth);
  const common = {interval, months: byMonth};
  switch (frequency) {
    case 'DAILY':
      if (byMonthDay.length || bySetPos.length || hasNumbers) return undefined;
      if (!byDay.length) return {...common, kind: 'days'};
      return interval === 1 ? {...common, kind: 'weekdays', weekdays} : undefined;
    case 'WEEKLY': {
      if (byMonthDay.length || bySetPos.length) return undefined;
      const own = weekdays.length ? weekdays : [weekdayOf(dayOfWall(start))];
      return {...common, kind: 'weekdays', weekdays: [...new Set(own)]};
    }
    case 'MONTHLY':
    case 'YEARLY':
      return longSense(rule, start, weekdays, hasNumbers);
    default:
      return undefined;
  }
}

function longSense(
  {frequency, interval, byDay, byMonth, byMonthDay, bySetPos}: Rule,
  start: number,
  weekdays: readonly number[],
  hasNumbers: boolean,
): Sense | undefined {
  const {month, day} = civilOf(dayOfWall(start));
  const per = frequency === 'MONTHLY' ? 'month' : 'year';
  const months = per === 'year' && !byMonth.length ? [month] : byMonth;
  const common = {interval, months, per} as const;
  // no one says the third from the end
  if ([...byMonthDay, ...bySetPos, ...byDay.map(({nth}) => nth)].some(nth => nth < -2))
    return undefined;
  const inOrder = (one: number, other: number): number =>
    Number(one < 0) - Number(other < 0) || one - other;
  if (!byDay.length) {
    // the months of a year are those of the start only where it says no date either
    if (bySetPos.length || (per === 'year' && byMonthDay.length && !byMonth.length))
      return undefined;
    return {...common, kind: 'dates', dates: byMonthDay.length ? byMonthDay : [day]};
  }
  // without a month the numbers count in the year
  if (byMonthDay.length || (per === 'year' && !byMonth.length)) return undefined;
  if (bySetPos.length) {
    if (hasNumbers) return undefined;
    const weekday = weekdays.length === 1 ? weekdays[0] : undefined;
    if (weekday === undefined && weekdays.join() !== WORKDAYS) return undefined;
    return {
      ...common,
      kind: 'nths',
      nths: [...bySetPos].sort(inOrder).map(nth => ({nth, weekday})),
    };
  }
  if (!hasNumbers) {
    return per === 'month' && interval === 1 ? {...common, kind: 'weekdays', weekdays} : undefined;
  }
  return byDay.every(({nth}) => nth)
    ? {...common, kind: 'nths', nths: [...byDay].sort((one, other) => inOrder(one.nth, other.nth))}
    : undefined;
}

/** Whether a list of numbers is one stretch of at least three, round the end of `count` when it must. */
export function stretchOf(
  numbers: readonly number[],
  least: number,
  count: number,
): readonly [number, number] | undefined {
  if (numbers.length < 3 || numbers.length >= count) return undefined;
  const set = new Set(numbers);
  const before = (number: number): number => (number === least ? least + count - 1 : number - 1);
  const after = (number: number): number => (number === least + count - 1 ? least : number + 1);
  const starts = numbers.filter(number => !set.has(before(number)));
  const ends = numbers.filter(number => !set.has(after(number)));
  return starts.length === 1 ? [starts[0]!, ends[0]!] : undefined;
}
