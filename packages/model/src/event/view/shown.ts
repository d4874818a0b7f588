import type {Occurrence} from '../event.js';

/** What ends before this minute of the morning belongs to the evening before: a ball is one day. */
const NIGHT_ENDS = 6 * 60;
/** Milliseconds for which something without an end is held to last, as by `EventIndex`. */
const UNKNOWN_LENGTH = 3 * 3_600_000;

/** The last day on which people would say that it is on: nights count with the day that they began on. */
export function lastShownDay({firstDay, lastDay, endMinute, isAllDay}: Occurrence): number {
  const isNight = !isAllDay && lastDay > firstDay && endMinute <= NIGHT_ENDS;
  return isNight ? lastDay - 1 : lastDay;
}

/** When it is over, in milliseconds; three hours after its start where nobody tells. */
export const isOverAt = ({start, end}: Occurrence): number =>
  end > start ? end : start + UNKNOWN_LENGTH;
