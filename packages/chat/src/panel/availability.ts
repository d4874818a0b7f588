import {formatDate, formatTime, formatWeekday, isoDateIn} from '@local-widgets/core';
import type {ChatProfile} from '@local-widgets/model/schemas.js';
import type {Words} from '../locales/index.js';

const DAY = 24 * 3_600_000;

/** Whether somebody is there to answer. */
export const isThere = ({isOpen, isAway}: ChatProfile): boolean => isOpen && !isAway;

/** Who answers when, in words: on the shop's own clock. */
export function availabilityText(profile: ChatProfile, now: Date, words: Words): string {
  const {messages} = words;
  const {isOpen, isAway, awayText, until, answersWithinMinutes} = profile;
  if (isOpen && isAway) return awayText ?? messages.awayNow;
  if (!isOpen)
    return until ? messages.closedUntil(when(until, profile, now, words)) : messages.closedNow;
  if (answersWithinMinutes === undefined) return messages.isThere;
  return messages.answersIn(answersWithinMinutes);
}

/** `14 h`, `demain à 9 h`, `mardi 25 novembre à 9 h`. */
export function when(
  instant: string,
  {timeZone}: {readonly timeZone: string},
  now: Date,
  {messages, language}: Words,
): string {
  const at = new Date(instant);
  const time = formatTime(at, language, timeZone);
  const day = isoDateIn(at, timeZone);
  if (day === isoDateIn(now, timeZone)) return time;
  // 24 hours later is another day, but never the day after tomorrow, also when clocks change
  if (day === isoDateIn(new Date(now.getTime() + DAY), timeZone)) return messages.tomorrow(time);
  return messages.onDay(`${formatWeekday(day, language)} ${formatDate(day, language)}`, time);
}
