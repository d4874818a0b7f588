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

/** The part of Temporal that we use, where the engine has it. */
interface TemporalZones {
  readonly ZonedDateTime: new (
    nanoseconds: bigint,
    name: string,
  ) => {readonly offsetNanoseconds: number};
}

function createZone(name: string): Zone {
  // Intl's first answer takes a page 15 ms, Temporal's less than one
  const {Temporal} = globalThis as {Temporal?: TemporalZones};
  const format =
    !Temporal && new Intl.DateTimeFormat('en', {timeZone: name, timeZoneName: 'longOffset'});
  const offsets = new Map<number, number>();
  /** Milliseconds east of UTC. */
  const offsetAt = (instant: number) => {
    const quarter = instant - (instant % QUARTER);
    const offset =
      offsets.get(quarter) ??
      (format
        ? // `11/22/2026, GMT+01:00`, or `GMT` alone.
          -Date.parse('1970-01-01T00:00' + (format.format(quarter).split('GMT')[1] || 'Z'))
        : // exact: a quarter of an hour has many factors of two
          new Temporal!.ZonedDateTime(BigInt(quarter * 1e6), name).offsetNanoseconds / 1e6);
    offsets.set(quarter, offset);
    return offset;
  };
  // an unknown name
  offsetAt(0);
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

/** The zone of an IANA name (`Europe/Paris`), made once; `undefined` for an unknown name. */
export function zoneOf(name: string): Zone | undefined {
  try {
    const zone = zones.get(name) ?? createZone(name);
    zones.set(name, zone);
    return zone;
  } catch {
    return;
  }
}
