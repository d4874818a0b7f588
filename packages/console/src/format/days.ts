import {formatDate, formatTime, formatWeekday} from '@local-widgets/core';
import {dayAfter} from './day-after.js';

export {dayAfter};

/** Words for the days around today. */
export interface DayWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
}

/** `aujourd’hui`, or `demain, lundi 23 novembre`, or the date alone. */
export function dayName(day: string, today: string, words: DayWords, language: string): string {
  if (day === today) return words.today;
  const date = `${formatWeekday(day, language)} ${formatDate(day, language)}`;
  if (day === dayAfter(today, 1)) return `${words.tomorrow}, ${date}`;
  return day === dayAfter(today, -1) ? `${words.yesterday}, ${date}` : date;
}

/** The day in full, for paper: `lundi 23 novembre 2026`. */
export function fullDay(day: string, language: string): string {
  return `${formatWeekday(day, language)} ${formatDate(day, language, true)}`;
}

/** From when to when, on the shop's clock: `11 h – 11 h 30`. */
export function timeSpan(
  {startsAt, endsAt}: {startsAt: string; endsAt: string},
  language: string,
  timeZone: string,
): string {
  const at = (instant: string): string => formatTime(new Date(instant), language, timeZone);
  return `${at(startsAt)} – ${at(endsAt)}`;
}
