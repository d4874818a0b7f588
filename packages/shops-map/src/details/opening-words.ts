import {formatDate, formatTime, formatWeekday, isoDateIn} from '@local-widgets/core';
import type {OpeningStatus} from '@local-widgets/model';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';

/** A status in words: the state itself, and what changes next. */
export interface OpeningWords {
  readonly state: OpeningStatus['state'];
  readonly text: string;
  readonly detail?: string;
}

export interface WordsContext extends ViewContext<Messages> {
  readonly at: Date;
  readonly timeZone: string;
}

const DAY = 86_400_000;

/** `Ouvert`, `ferme à 19 h`; a status that nobody knows is never told as closed. */
export function openingWords(
  hours: string | undefined,
  status: OpeningStatus,
  context: WordsContext,
): OpeningWords {
  const {messages} = context;
  const {state, until, next, comment} = status;
  if (state === 'unknown') {
    const text = hours ? messages.uncertain : messages.unknown;
    return {state, text, ...(comment && {detail: comment})};
  }
  // "perhaps open from 14 h" is no promise to make
  const change =
    until && next !== 'unknown' ? nextChange(until, state === 'open', context) : undefined;
  const always = state === 'open' && !until ? messages.always : undefined;
  const detail = [change ?? always, comment].filter(Boolean).join(', ');
  return {state, text: messages[state], ...(detail && {detail})};
}

function nextChange(until: Date, closes: boolean, context: WordsContext): string {
  const {at, timeZone, language, messages} = context;
  const time = formatTime(until, language, timeZone);
  const today = isoDateIn(at, timeZone);
  const date = isoDateIn(until, timeZone);
  if (date === today) return closes ? messages.closesAt(time) : messages.opensAt(time);
  const isTomorrow = daysBetween(today, date) === 1;
  if (closes && isTomorrow && isMidnight(until, timeZone))
    return messages.closesAt(messages.midnight);
  const on = closes ? messages.closesOn : messages.opensOn;
  return on(dayWords(date, today, context), time);
}

/** `demain`, `jeudi` within a week, `le 3 mars` after that. */
function dayWords(date: string, today: string, {language, messages}: WordsContext): string {
  const days = daysBetween(today, date);
  if (days === 1) return messages.tomorrow;
  return days < 7 ? formatWeekday(date, language) : messages.onDate(formatDate(date, language));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

function isMidnight(at: Date, timeZone: string): boolean {
  return isoDateIn(at, timeZone) !== isoDateIn(new Date(at.getTime() - 1), timeZone);
}
