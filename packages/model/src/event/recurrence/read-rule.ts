import {readDate} from '../time/date-value.js';
import {FREQUENCIES, WEEKDAYS, type Rule, type WeekdayOf} from './rule.js';

/** Longer lists than any part may have values; a rule of a feed is no place for megabytes. */
const MAX_LENGTH = 4000;

/** Also said in files and in addresses: what has other letters in it is not handed on. */
const PLAIN = /^[A-Z][\w-]*=[\w+,:.-]*$/;

/**
 * A recurrence rule (RFC 5545 §3.3.10), in any case, with or without spaces. Parts without a value and of
 * unknown names are passed over. Of RFC 7529 only what changes nothing is read.
 *
 * @returns What is wrong with it, in English, when it cannot be read.
 */
export function readRule(written: string): Rule | string {
  if (written.length > MAX_LENGTH) return 'the rule is too long';
  const parts: Record<string, string | undefined> = {};
  for (const part of written
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value] = part.split('=', 2);
    if (value) parts[name] = value;
  }
  /** The first part that cannot be read. */
  let problem: string | undefined;
  const check = <T>(name: string, value: T, isGood: boolean): T => {
    if (!isGood) problem ??= `${name}=${parts[name] ?? ''}`;
    return value;
  };
  const choice = (name: string, all: readonly string[], otherwise = ''): number => {
    const at = all.indexOf(parts[name] ?? otherwise);
    return check(name, at, at >= 0);
  };
  const whole = (name: string): number | undefined => {
    const text = parts[name];
    return text === undefined
      ? undefined
      : check(name, Number(text), /^\+?0*[1-9]\d{0,8}$/.test(text));
  };
  const items = (name: string): string[] => parts[name]?.split(',').filter(Boolean) ?? [];
  /** @param least 0, or 1 with a sign: then values count from the end as well. */
  const numbers = (name: string, least: number, most: number, isSigned = false): number[] => {
    const all = items(name).map(text => {
      const number = Number(text);
      const size = isSigned ? Math.abs(number) : number;
      return check(name, number, /^[+-]?\d{1,3}$/.test(text) && size >= least && size <= most);
    });
    return [...new Set(all)].sort((one, other) => one - other);
  };
  const weekdays = items('BYDAY').map((text): WeekdayOf => {
    const weekday = WEEKDAYS.indexOf(text.slice(-2) as 'MO');
    const nth = Number(text.slice(0, -2));
    const isGood = weekday >= 0 && /^(?:[+-]?0*[1-9]\d?)?..$/.test(text) && Math.abs(nth) <= 53;
    return check('BYDAY', {weekday, nth}, isGood);
  });
  choice('RSCALE', ['GREGORIAN'], 'GREGORIAN');
  choice('SKIP', ['OMIT'], 'OMIT');
  const until = parts['UNTIL'] === undefined ? undefined : readDate(parts['UNTIL']);
  const rule: Rule = {
    frequency: FREQUENCIES[choice('FREQ', FREQUENCIES)]!,
    interval: whole('INTERVAL') ?? 1,
    count: whole('COUNT'),
    until: check('UNTIL', until, Boolean(until ?? !parts['UNTIL'])),
    weekStart: choice('WKST', WEEKDAYS, 'MO'),
    bySecond: numbers('BYSECOND', 0, 60).map(second => Math.min(59, second)),
    byMinute: numbers('BYMINUTE', 0, 59),
    byHour: numbers('BYHOUR', 0, 23),
    byDay: weekdays,
    byMonthDay: numbers('BYMONTHDAY', 1, 31, true),
    byYearDay: numbers('BYYEARDAY', 1, 366, true),
    byWeekNo: numbers('BYWEEKNO', 1, 53, true),
    byMonth: numbers('BYMONTH', 1, 12),
    bySetPos: numbers('BYSETPOS', 1, 366, true),
    text: Object.entries(parts)
      .map(([name, value]) => `${name}=${value}`)
      .filter(part => PLAIN.test(part))
      .join(';'),
  };
  return problem ?? rule;
}
