import {formatDate, formatTime, isoDateIn} from '@local-widgets/core';
import {dayAfter, type DayWords} from './days.js';

/** Where and when somebody looks. */
export interface MomentContext {
  readonly timeZone: string;
  /** ISO date at the shop. */
  readonly today: string;
  readonly language: string;
}

/** A moment as short as it can be told: `10 h 12` today, `hier`, `18 novembre`, with another year in full. */
export function shortMoment(
  instant: string,
  {timeZone, today, language}: MomentContext,
  words: Pick<DayWords, 'yesterday'>,
): string {
  const at = new Date(instant);
  const day = isoDateIn(at, timeZone);
  if (day === today) return formatTime(at, language, timeZone);
  if (day === dayAfter(today, -1)) return words.yesterday;
  return formatDate(day, language, day.slice(0, 4) !== today.slice(0, 4));
}
