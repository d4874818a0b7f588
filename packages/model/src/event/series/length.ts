import {DAY, HOUR, MINUTE, SECOND} from '../time/civil.js';

/** How long an event lasts: days on the calendar, then exact milliseconds (RFC 5545 §3.3.6, §3.8.5.3). */
export interface Length {
  readonly days: number;
  readonly rest: number;
}

export const NO_LENGTH: Length = {days: 0, rest: 0};

/** Nothing that is on lasts longer; what says so is a mistake or worse. */
export const MAX_DAYS = 36_525;

/** Some write weeks and days behind the `T` where only hours belong. */
const DURATION =
  /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)W)?(?:(\d+)D)?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/**
 * `PT1H30M`, `P2D`, `P1W`, in any case.
 *
 * @returns undefined for what is no duration, lasts less than nothing, or longer than `MAX_DAYS`.
 */
export function readDuration(text: string): Length | undefined {
  const written = text.trim();
  const match = written.length < 40 && /\d[a-z]$/i.test(written) ? DURATION.exec(written) : null;
  if (!match) return undefined;
  const [weeks = 0, days = 0, lateWeeks = 0, lateDays = 0, hours = 0, minutes = 0, seconds = 0] =
    match.slice(2).map(part => Number((part as string | undefined) ?? 0));
  const length = {
    days: (weeks + lateWeeks) * 7 + days + lateDays,
    rest: hours * HOUR + minutes * MINUTE + seconds * SECOND,
  };
  const total = length.days + length.rest / DAY;
  return (match[1] === '-' && total) || total > MAX_DAYS ? undefined : length;
}
