import {civilOf, dayOf, daysInMonth, weekdayOf} from '../time/civil.js';
import type {Rule} from './rule.js';

/**
 * Tells whether a rule names a day: of the days of a period, those that pass all its parts. That is RFC 5545
 * §3.3.10's table of what expands and what limits, since a part that expands only says which of all days
 * there are. A part that the table gives to no such frequency (`BYMONTHDAY` in a week) limits as well.
 *
 * @param start The day of the start, which gives what the rule does not say.
 */
export function dayFilter(rule: Rule, start: number): (day: number) => boolean {
  const {frequency, byWeekNo, byYearDay, weekStart} = rule;
  let {byMonth, byMonthDay, byDay} = rule;
  const isYearly = frequency === 'YEARLY';
  const isMonthly = frequency === 'MONTHLY';
  const isWeekly = frequency === 'WEEKLY';
  const isOfYear = isYearly && !byMonth.length;
  if (!byDay.length && !byYearDay.length) {
    const first = civilOf(start);
    // what is missing is that of the start: docs/decisions/0013-recurrence.md
    if (isOfYear && !byWeekNo.length) byMonth = [first.month];
    if (!byMonthDay.length) {
      if (isWeekly || (byWeekNo.length && (isYearly || isMonthly))) {
        byDay = [{weekday: weekdayOf(start), nth: 0}];
      } else if (isYearly || isMonthly) byMonthDay = [first.day];
    }
  }
  // most rules name weekdays alone, and most days are none of them: no date is made of these
  const hasNumbers = (isYearly || isMonthly) && byDay.some(({nth}) => nth);
  const isByWeekday =
    !byMonth.length && !byMonthDay.length && !byYearDay.length && !byWeekNo.length && !hasNumbers;
  return day => {
    if (byDay.length) {
      const own = weekdayOf(day);
      if (!byDay.some(({weekday}) => weekday === own)) return false;
    }
    if (isByWeekday) return true;
    const {year, month, day: date} = civilOf(day);
    if (byMonth.length && !byMonth.includes(month)) return false;
    const length = daysInMonth(year, month);
    if (!isIn(byMonthDay, date, length)) return false;
    const isNth = ({weekday, nth}: Rule['byDay'][number]): boolean => {
      if (weekday !== weekdayOf(day)) return false;
      if (!nth || !hasNumbers) return true;
      const [before, all] = isOfYear ? dayOfYear(year, day) : [date, length];
      return Math.ceil((nth > 0 ? before : all + 1 - before) / 7) === Math.abs(nth);
    };
    return (
      (!byDay.length || byDay.some(isNth)) &&
      (!byYearDay.length || isIn(byYearDay, ...dayOfYear(year, day))) &&
      (!byWeekNo.length || isIn(byWeekNo, ...weekOfYear(year, day, weekStart)))
    );
  };
}

/** Whether a number is listed, counted from the front or, negative, from the end. */
const isIn = (list: readonly number[], number: number, count: number): boolean =>
  !list.length || list.includes(number) || list.includes(number - count - 1);

/** Which day of its year, and how many that has. */
function dayOfYear(year: number, day: number): [number, number] {
  const first = dayOf(year, 1, 1);
  return [day - first + 1, dayOf(year + 1, 1, 1) - first];
}

/** Which week, and how many its year has; week 1 is the first with four days in the year. */
function weekOfYear(year: number, day: number, weekStart: number): [number, number] {
  const firstWeek = (of: number): number => {
    const fourth = dayOf(of, 1, 4);
    return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
  };
  let weekYear = year + 1;
  while (day < firstWeek(weekYear)) weekYear--;
  const first = firstWeek(weekYear);
  return [Math.floor((day - first) / 7) + 1, (firstWeek(weekYear + 1) - first) / 7];
}
