import type {DateValue} from '../time/date-value.js';

/** How often the periods of a rule come round, in the order of RFC 5545 §3.3.10's table, longest first. */
export const FREQUENCIES = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** The days of a week as RFC 5545 writes them; the index is 0 for Monday. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** `2TU`, `-1FR`, `MO`. */
export interface WeekdayOf {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Which one of the month or year, counted from the end when negative; 0: every. */
  readonly nth: number;
}

/** A recurrence rule (RFC 5545 §3.3.10). Lists are sorted, without doubles, empty when not given. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** The last moment that may be, itself included; of a date, all of the day. */
  readonly until: DateValue | undefined;
  /** 0 is Monday. */
  readonly weekStart: number;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly WeekdayOf[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** As it is written to a file, in capitals. */
  readonly text: string;
}
