import {formatDay, formatWallTime} from '@local-widgets/core';
import {isoOfDay, isOverAt, lastShownDay, type Occurrence} from '@local-widgets/model';
import type {ViewContext} from '../state/view-context.js';
import {frenchDay, type DayParts} from './french-day.js';

type Words = Pick<ViewContext, 'messages' | 'language' | 'today' | 'now'>;

const inWords = (day: number, language: string, parts: DayParts): string =>
  language === 'fr' ? frenchDay(day, parts) : formatDay(isoOfDay(day), language, parts);

/** `juin 2026`. */
export const monthTitle = (day: number, language: string): string =>
  inWords(day, language, {month: 'long', year: 'numeric'});

/** `samedi 14 juin 2026`: a day as screen readers hear it. */
export const fullDay = (day: number, language: string): string =>
  inWords(day, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** `samedi`, or `sam.`. */
export const weekdayOf = (
  day: number,
  language: string,
  weekday: 'long' | 'short' = 'long',
): string => inWords(day, language, {weekday});

/** `14 juin`, with the year when it is another one. */
export function dateOf(day: number, {language, today}: Pick<Words, 'language' | 'today'>): string {
  const parts = {day: 'numeric', month: 'long', ...yearIfOther(day, today)} as const;
  return inWords(day, language, parts);
}

/** `30 sept.`, with the year when it is another one. */
export function shortDay(
  day: number,
  {language, today}: Pick<Words, 'language' | 'today'>,
): string {
  return inWords(day, language, {
    day: 'numeric',
    month: 'short',
    ...yearIfOther(day, today),
  });
}

const yearOf = (day: number): string => isoOfDay(day).slice(0, 4);

const yearIfOther = (day: number, today: number): {year?: 'numeric'} =>
  yearOf(day) === yearOf(today) ? {} : {year: 'numeric'};

/** `aujourd’hui`, `demain`; empty for other days. */
export function relativeDay(
  day: number,
  {messages, today}: Pick<Words, 'messages' | 'today'>,
): string {
  if (day === today) return messages.today;
  return day === today + 1 ? messages.tomorrow : '';
}

/** `18 h 30` of minutes after midnight. */
export function timeOf(minute: number, language: string): string {
  const text = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return formatWallTime(text, language);
}

/** When in its day: `18 h 30 – 20 h`, `toute la journée`; of several days, the hour of the beginning. */
export function timesOf(occurrence: Occurrence, {messages, language}: Words): string {
  const {isAllDay, start, end, startMinute, endMinute, firstDay} = occurrence;
  if (isAllDay) return messages.allDay;
  const begins = timeOf(startMinute, language);
  const isOneDay = end > start && lastShownDay(occurrence) === firstDay;
  return isOneDay ? `${begins} – ${timeOf(endMinute % 1440, language)}` : begins;
}

/** `jusqu’au 30 sept.`; empty for what ends on the day it begins, or under which it stands. */
export const untilOf = (lastDay: number, under: number, words: Words): string =>
  lastDay > under ? words.messages.until(shortDay(lastDay, words)) : '';

export const isOnNow = (occurrence: Occurrence, now: number): boolean =>
  !occurrence.isAllDay && occurrence.start <= now && isOverAt(occurrence) > now;

/** For `<time datetime>`: a date, or an instant. */
export const machineTime = ({isAllDay, firstDay, start}: Occurrence): string =>
  isAllDay ? isoOfDay(firstDay) : new Date(start).toISOString().replace(':00.000', '');
