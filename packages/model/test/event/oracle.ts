import type {Rule} from '../../src/event/recurrence/rule.js';

const DAY = 86_400_000;
const UNITS = {HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1000} as const;

/**
 * The instances of a rule by trying every day, or every hour, minute or second, from the start on: slow, and
 * written from the table of RFC 5545 §3.3.10 without a look at the engine. Times are wall times.
 *
 * @param to The last that may be, included.
 */
export function instancesByBruteForce(rule: Rule, start: number, to: number): number[] {
  const groups = new Map<string, number[]>();
  const unit = UNITS[rule.frequency as keyof typeof UNITS] as number | undefined;
  if (unit === undefined) {
    // a period may begin long before the start
    const first = Math.floor(start / DAY) - 400;
    // and end long after what is asked for: positions are those of the whole
    for (let day = first; day * DAY <= to + 400 * DAY; day++) {
      if (!isNamedDay(rule, day, Math.floor(start / DAY))) continue;
      const period = periodOf(rule, day, Math.floor(start / DAY));
      if (period === undefined) continue;
      const times = timesOfDay(rule, start).map(time => day * DAY + time);
      groups.set(period, [...(groups.get(period) ?? []), ...times]);
    }
  } else {
    const first = Math.floor(start / unit);
    for (let number = first; number * unit <= to; number += rule.interval) {
      const at = number * unit;
      if (!isNamedDay(rule, Math.floor(at / DAY), Math.floor(start / DAY))) continue;
      if (!isListed(rule.byHour, partsOf(at).hour)) continue;
      if (unit < UNITS.HOURLY && !isListed(rule.byMinute, partsOf(at).minute)) continue;
      if (unit < UNITS.MINUTELY && !isListed(rule.bySecond, partsOf(at).second)) continue;
      groups.set(String(number), withinUnit(rule, at, start, unit));
    }
  }
  const found = [start];
  for (const all of groups.values()) {
    const set = [...new Set(all)].sort((one, other) => one - other);
    const chosen = rule.bySetPos.length
      ? set.filter(
          (_, at) => rule.bySetPos.includes(at + 1) || rule.bySetPos.includes(at - set.length),
        )
      : set;
    found.push(...chosen.filter(wall => wall > start && wall <= to));
  }
  const sorted = [...new Set(found)].sort((one, other) => one - other);
  return rule.count === undefined ? sorted : sorted.slice(0, rule.count);
}

const isListed = (list: readonly number[], value: number): boolean =>
  list.length === 0 || list.includes(value);

function partsOf(wall: number): {hour: number; minute: number; second: number} {
  const date = new Date(wall);
  return {hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds()};
}

function timesOfDay({byHour, byMinute, bySecond}: Rule, start: number): number[] {
  const own = partsOf(start);
  const times: number[] = [];
  for (const hour of byHour.length ? byHour : [own.hour]) {
    for (const minute of byMinute.length ? byMinute : [own.minute]) {
      for (const second of bySecond.length ? bySecond : [own.second]) {
        times.push(((hour * 60 + minute) * 60 + second) * 1000);
      }
    }
  }
  return times;
}

function withinUnit({byMinute, bySecond}: Rule, at: number, start: number, unit: number): number[] {
  const own = partsOf(start);
  const minutes = unit < UNITS.HOURLY ? [0] : byMinute.length ? byMinute : [own.minute];
  const seconds = unit < UNITS.MINUTELY ? [0] : bySecond.length ? bySecond : [own.second];
  return minutes.flatMap(minute => seconds.map(second => at + (minute * 60 + second) * 1000));
}

/** Which period a day is in; undefined when the interval passes over it. */
function periodOf(
  {frequency, interval, weekStart}: Rule,
  day: number,
  start: number,
): string | undefined {
  const [one, first] = [new Date(day * DAY), new Date(start * DAY)];
  const years = one.getUTCFullYear() - first.getUTCFullYear();
  const months = years * 12 + one.getUTCMonth() - first.getUTCMonth();
  const weekOf = (number: number): number => {
    const weekday = (new Date(number * DAY).getUTCDay() + 6) % 7;
    return (number - ((weekday - weekStart + 7) % 7)) / 7;
  };
  const count = {
    YEARLY: years,
    MONTHLY: months,
    WEEKLY: Math.round(weekOf(day) - weekOf(start)),
    DAILY: day - start,
  }[frequency as 'DAILY'];
  return count >= 0 && count % interval === 0 ? String(count) : undefined;
}

/** Whether a rule names a day: the table, with what the start gives where the rule is silent. */
function isNamedDay(rule: Rule, day: number, start: number): boolean {
  const {frequency, byDay, byMonth, byMonthDay, byYearDay, byWeekNo} = rule;
  const date = new Date(day * DAY);
  const first = new Date(start * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const weekday = (date.getUTCDay() + 6) % 7;
  const monthLength = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const yearDay = Math.round((day * DAY - Date.UTC(year, 0, 1)) / DAY) + 1;
  const yearLength = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY);
  const monthDay = date.getUTCDate();
  const silent = !byDay.length && !byMonthDay.length && !byYearDay.length;
  const months =
    frequency === 'YEARLY' &&
    !byMonth.length &&
    !byDay.length &&
    !byYearDay.length &&
    !byWeekNo.length
      ? [first.getUTCMonth() + 1]
      : byMonth;
  if (!isListed(months, month + 1)) return false;
  if (
    byMonthDay.length &&
    !byMonthDay.includes(monthDay) &&
    !byMonthDay.includes(monthDay - monthLength - 1)
  ) {
    return false;
  }
  if (
    byYearDay.length &&
    !byYearDay.includes(yearDay) &&
    !byYearDay.includes(yearDay - yearLength - 1)
  ) {
    return false;
  }
  if (byWeekNo.length) {
    const {week, weeks} = weekOfYear(day, rule.weekStart);
    if (!byWeekNo.includes(week) && !byWeekNo.includes(week - weeks - 1)) return false;
  }
  if (byDay.length) {
    const isLong = frequency === 'MONTHLY' || frequency === 'YEARLY';
    const isOfYear = frequency === 'YEARLY' && !byMonth.length;
    const [place, length] = isOfYear ? [yearDay, yearLength] : [monthDay, monthLength];
    const isNamed = byDay.some(({weekday: wanted, nth}) => {
      if (wanted !== weekday) return false;
      if (!nth || !isLong) return true;
      const fromStart = Math.floor((place - 1) / 7) + 1;
      const fromEnd = Math.floor((length - place) / 7) + 1;
      return nth > 0 ? fromStart === nth : fromEnd === -nth;
    });
    if (!isNamed) return false;
  }
  if (!silent) return true;
  const ownWeekday = (first.getUTCDay() + 6) % 7;
  if (frequency === 'WEEKLY') return weekday === ownWeekday;
  if (frequency === 'YEARLY' || frequency === 'MONTHLY') {
    return byWeekNo.length ? weekday === ownWeekday : monthDay === first.getUTCDate();
  }
  return true;
}

/** Which week a day is in, by counting: week 1 is the first with four days of the year. */
function weekOfYear(day: number, weekStart: number): {week: number; weeks: number} {
  const weekday = (new Date(day * DAY).getUTCDay() + 6) % 7;
  const begin = day - ((weekday - weekStart + 7) % 7);
  // the year of a week is that of its fourth day
  const year = new Date((begin + 3) * DAY).getUTCFullYear();
  const isIn = (number: number): boolean => new Date((number + 3) * DAY).getUTCFullYear() === year;
  let week = 1;
  for (let other = begin - 7; isIn(other); other -= 7) week++;
  let weeks = week;
  for (let other = begin + 7; isIn(other); other += 7) weeks++;
  return {week, weeks};
}
