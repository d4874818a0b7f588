import type {Language} from '@local-widgets/model/schemas.js';
import {mailFormat} from '../mail/mail-format.js';
import {eventMailWords} from './mails/event-mail-words.js';

/** When one date is, in words, on the clock of the place. */
export interface When {
  startsAt: number;
  /** Equals the start when nobody knows the end. */
  endsAt: number;
  isAllDay: boolean;
  timeZone: string;
}

/** `samedi 28 novembre 2026, de 10:00 à 12:00` */
export function whenText({startsAt, endsAt, isAllDay, timeZone}: When, language: Language): string {
  const words = eventMailWords(language);
  const format = mailFormat(language, timeZone);
  const start = new Date(startsAt);
  // what ends at midnight ends with the day before
  const last = new Date(isAllDay ? Math.max(startsAt, endsAt - 1) : endsAt);
  const [day, lastDay] = [format.day(start), format.day(last)];
  if (isAllDay) return day === lastDay ? words.allDay(day) : words.allDays(day, lastDay);
  const at = words.at(day, format.time(start));
  if (endsAt === startsAt) return at;
  return day === lastDay
    ? words.between(day, format.time(start), format.time(last))
    : words.allDays(at, words.at(lastDay, format.time(last)));
}
