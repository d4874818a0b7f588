import {isoDate, pad, weekdayOf} from './calendar.js';
import type {Tile} from './evaluate.js';
import {holidayNameOf, type HolidayName} from './holidays.js';
import {readHours, type OpeningHoursOptions} from './options.js';
import {shown} from './rule.js';

/** A stretch of opening, in wall time of the place. */
export interface OpeningSpan {
  /** `HH:MM`. */
  opens: string;
  /** `HH:MM`, `24:00` for midnight; not after `opens` when it is a time of the next day. */
  closes: string;
  /** `unknown`: perhaps open, as `comment` may explain. */
  state: 'open' | 'unknown';
  comment?: string;
}

/** The hours that begin on a day; no spans: closed. */
export interface OpeningDay {
  /** `YYYY-MM-DD`. */
  date: string;
  today: boolean;
  spans: OpeningSpan[];
  holiday?: {name: HolidayName};
}

const clock = (minute: number) => pad(Math.floor(minute / 60)) + ':' + pad(minute % 60);

/** The spans that begin on a day, from its tiles and those of the day after. */
export function spansOf(tiles: readonly Tile[], [night]: readonly Tile[]): OpeningSpan[] {
  return tiles
    .filter(({state, isSpill}) => state != 'closed' && !isSpill)
    .map(tile => ({
      opens: clock(tile.from),
      closes: clock(tile.to == 1440 && night?.isSpill ? night.to : tile.to),
      ...(shown(tile) as Omit<OpeningSpan, 'opens' | 'closes'>),
    }));
}

/**
 * The week of `at` in the zone of the place, from Monday to Sunday. A span belongs to the day on which
 * it begins and runs past midnight as the value says, also where `openingStatus` is in doubt about
 * the night. `undefined` as in `openIntervals`.
 */
export function openingWeek(
  hours: string | undefined,
  at: Date,
  options: OpeningHoursOptions = {},
): OpeningDay[] | undefined {
  const read = readHours(hours, at, options);
  if (!read) return;
  const today = read.dayAt(+at);
  const monday = today - weekdayOf(today);
  return [0, 1, 2, 3, 4, 5, 6].map(i => {
    const day = monday + i;
    const holiday = holidayNameOf(isoDate(day), read.holidays);
    return {
      date: isoDate(day),
      today: day == today,
      spans: spansOf(read.tiles(day), read.tiles(day + 1)),
      ...(holiday && {holiday: {name: holiday}}),
    };
  });
}
