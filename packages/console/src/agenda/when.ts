import {formatDay, formatTime, formatWallTime, isoDateIn} from '@local-widgets/core';
import {englishRecurrence, frenchRecurrence, recurrenceInWords} from '@local-widgets/model';
import type {EventDocument} from '@local-widgets/model/schemas.js';
import type {Words} from '../state/desk-owner.js';

/** One date as it is told: from when to when. */
export interface Told {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isAllDay: boolean;
}

const DAY = 86_400_000;

/**
 * `mardi 24 novembre 2026, 18 h 30 – 20 h`
 *
 * @param today ISO date: its year goes without saying; absent: every year is told
 */
export function dateInWords(
  {startsAt, endsAt, isAllDay}: Told,
  timeZone: string,
  {messages, language}: Words,
  today = '',
): string {
  const first = isoDateIn(startsAt, timeZone);
  // whole days end with the midnight after them
  const last = isoDateIn(isAllDay ? new Date(endsAt.getTime() - DAY / 2) : endsAt, timeZone);
  const say = (day: string): string => {
    const hasYear = day.slice(0, 4) !== today.slice(0, 4);
    const year = hasYear ? ({year: 'numeric'} as const) : {};
    return formatDay(day, language, {weekday: 'long', day: 'numeric', month: 'long', ...year});
  };
  const at = (moment: Date): string => formatTime(moment, language, timeZone);
  if (isAllDay) {
    return last > first ? messages.fromDayToDay(say(first), say(last)) : say(first);
  }
  if (endsAt.getTime() === startsAt.getTime()) return `${say(first)}, ${at(startsAt)}`;
  const isShort = endsAt.getTime() - startsAt.getTime() < DAY;
  return last === first || isShort
    ? `${say(first)}, ${at(startsAt)} – ${at(endsAt)}`
    : messages.fromDayToDay(`${say(first)}, ${at(startsAt)}`, `${say(last)}, ${at(endsAt)}`);
}

/** How an event repeats, with its time: `Tous les mardis jusqu’au 30 juin, 18 h 30 – 20 h`. Empty of what does not. */
export function repeatInWords(document: EventDocument, {messages, language}: Words): string {
  const {recurrence, startDate, endDate, timeZone, isAllDay} = document;
  if (!recurrence) return '';
  const words = language.startsWith('fr') ? frenchRecurrence : englishRecurrence;
  const said = recurrenceInWords({recurrence, startDate, timeZone}, words) ?? messages.ownRule;
  const time = (date: string): string => formatWallTime(date.slice(11, 16), language);
  const times = isAllDay
    ? ''
    : `, ${time(startDate)}${endDate > startDate ? ` – ${time(endDate)}` : ''}`;
  return said.charAt(0).toUpperCase() + said.slice(1) + times;
}

/** `24` and `nov.`, as on a leaf of a calendar. */
export function leafOf(at: Date, timeZone: string, language: string): {day: string; month: string} {
  const iso = isoDateIn(at, timeZone);
  return {
    day: String(Number(iso.slice(8, 10))),
    month: formatDay(iso, language, {month: 'short'}),
  };
}
