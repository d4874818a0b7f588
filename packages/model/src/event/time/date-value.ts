import {dayOf, daysInMonth, DAY, HOUR, MINUTE, SECOND} from './civil.js';

/** A date, or a date with a time, as feeds write it (RFC 5545 §3.3.4 and §3.3.5, ISO 8601). */
export interface DateValue {
  /**
   * A day names all of itself: midnight of it, as a wall time; `local` is a wall time; `utc` is
   * milliseconds since 1970-01-01T00:00Z.
   */
  readonly form: 'date' | 'local' | 'utc';
  readonly at: number;
}

const DATE =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(?:(Z)|([+-])(\d\d):?(\d\d))?|Z)?$/i;

/**
 * `20260512`, `20260512T183000`, `20260512T163000Z`, and the same with the signs of ISO 8601 and an offset;
 * undefined for what is none or names no day of the calendar. The second 60 is taken for 59 (RFC 5545
 * §3.3.12), 24:00 for the next midnight.
 */
export function readDate(text: string): DateValue | undefined {
  return readBasic(text) ?? readWritten(text.replace(/"$/, '').trim());
}

/** The forms of iCalendar without an expression: a feed has tens of thousands. */
function readBasic(text: string): DateValue | undefined {
  const {length} = text;
  if (length !== 15 && length !== 16 && length !== 8) return undefined;
  const date = digits(text, 0, 8);
  const day = readDay(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
  if (day === undefined) return undefined;
  if (length === 8) return {form: 'date', at: day * DAY};
  const time = digits(text, 9, 15);
  if (!(time >= 0) || text[8] !== 'T' || (length === 16 && text[15] !== 'Z')) return undefined;
  const [hour, minute, second] = [
    Math.floor(time / 10_000),
    Math.floor(time / 100) % 100,
    time % 100,
  ];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const at = day * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
  return {form: length === 16 ? 'utc' : 'local', at};
}

/** The number that stands there; NaN for anything but digits. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function readWritten(text: string): DateValue | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, isUtc, sign, offsetHours, offsetMinutes] = match;
  const date = readDay(Number(year), Number(month), Number(day));
  if (date === undefined) return undefined;
  if (hour === undefined) return {form: 'date', at: date * DAY};
  const [hours, minutes] = [Number(hour), Number(minute)];
  const seconds = Math.min(59, Number(second ?? 0));
  if (
    Number(second ?? 0) > 60 ||
    minutes > 59 ||
    hours > 24 ||
    (hours === 24 && minutes + seconds)
  ) {
    return undefined;
  }
  const at = date * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  if (isUtc) return {form: 'utc', at};
  if (!sign) return {form: 'local', at};
  const offset = Number(offsetHours) * HOUR + Number(offsetMinutes) * MINUTE;
  return {form: 'utc', at: at - (sign === '-' ? -offset : offset)};
}

function readDay(year: number, month: number, day: number): number | undefined {
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? dayOf(year, month, day) : undefined;
}
