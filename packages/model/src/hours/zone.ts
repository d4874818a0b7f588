import {DAY} from './calendar.js';

/** Wall time of one IANA zone. Instants are milliseconds since 1970-01-01T00:00Z. */
export interface Zone {
  /** The day shown by calendars in the zone at an instant (see calendar.ts). */
  dayAt(instant: number): number;
  /**
   * The instant at which clocks of the zone show `minute` minutes after midnight of `day`; 1440 is
   * the next midnight. A time that occurs twice is the first of the two; a time that a change of
   * clocks skips moves forward by the length of the gap (the rule called `compatible` in Temporal
   * and RFC 5545).
   */
  instantOf(day: number, minute: number): number;
}

const zones = new Map<string, Zone>();

/** Offsets change on whole quarters of an hour of UTC, in every zone since 1972. */
const QUARTER = 9e5;
const CACHED_OFFSETS = 20_000;

function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const offsets = new Map<number, number>();
  const offsetAt = (instant: number) => {
    const quarter = Math.floor(instant / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const [month, day, year, hour, minute] = format
        .format(quarter * QUARTER)
        .match(/\d+/g)!
        .map(Number);
      offset = Date.UTC(year!, month! - 1, day, hour, minute) - quarter * QUARTER;
      if (offsets.size > CACHED_OFFSETS) offsets.clear();
      offsets.set(quarter, offset);
    }
    return offset;
  };
  return {
    dayAt: instant => Math.floor((instant + offsetAt(instant)) / DAY),
    instantOf(day, minute) {
      const wall = day * DAY + minute * 6e4;
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      // `before` also answers for skipped times, which neither offset can show.
      const isLate = offsetAt(wall - before) != before && offsetAt(wall - after) == after;
      return wall - (isLate ? after : before);
    },
  };
}

/** The zone of an IANA name (`Europe/Paris`), made once. Throws a RangeError on an unknown name. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = createZone(name)));
  return zone;
}
