import {isoDateIn} from '@local-widgets/core';
import {zoneOf} from '@local-widgets/model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What calendars and clocks of a zone show: `2026-12-24` and `18:30`. */
export function wallTimeOf(at: Date, timeZone: string): {date: string; time: string} {
  const date = isoDateIn(at, timeZone);
  const time = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', timeZone});
  return {date, time: time.format(at)};
}

/** The instant of a date and a time on the clocks of a zone; undefined when one of them is none. */
export function instantOf(date: string, time: string, timeZone: string): Date | undefined {
  const day = Date.parse(`${date}T00:00Z`) / DAY;
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  const zone = zoneOf(timeZone);
  if (!zone || Number.isNaN(day) || hours === undefined) return undefined;
  return new Date(zone.instantOf(day, Number(hours) * 60 + Number(minutes)));
}

/** So many dates of a zone, `2026-12-24`, from today on: each once, also where a day has 25 hours. */
export function daysFrom(now: Date, count: number, timeZone: string): string[] {
  const today = Date.parse(`${isoDateIn(now, timeZone)}T00:00Z`);
  return [...Array(count).keys()].map(i => new Date(today + i * DAY).toISOString().slice(0, 10));
}

/** The next whole hour on the clocks of a zone: what people mean by "later" most often. */
export function nextHour(now: Date, timeZone: string): Date {
  const next = new Date(now.getTime() + HOUR);
  const {date, time} = wallTimeOf(next, timeZone);
  return instantOf(date, `${time.slice(0, 2)}:00`, timeZone) ?? next;
}
