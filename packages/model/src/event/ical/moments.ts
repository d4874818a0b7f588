import {DAY, dayOfWall} from '../time/civil.js';
import {instantOf, UTC, wallAt, type Clock} from '../time/clock.js';
import {readDate, type DateValue} from '../time/date-value.js';
import type {ContentLine} from './content-lines.js';
import {paramOf} from './values.js';
import type {CalendarZones} from './zones.js';

/** A date of a property, on the clock that the property names: a wall time. */
export interface Moment extends DateValue {
  /** Undefined for days, and for times that float. */
  readonly clock: Clock | undefined;
  /** A `TZID` that nobody knows. */
  readonly unknownZone?: string | undefined;
}

/**
 * The date of a property; undefined when it has none.
 *
 * @param text One of several dates.
 */
export function momentOf(
  property: ContentLine,
  zones: CalendarZones,
  text = property.value,
): Moment | undefined {
  const isDay = /^date$/i.test(paramOf(property, 'VALUE') ?? '');
  const date = readDate(isDay ? text.trim().replace(/[TZ].*/i, '') : text);
  if (!date) {
    // TZID=(UTC+01:00) Paris without the quotes that it needs
    const [, zone, rest] = /^(.*):([^:]+)$/.exec(text) ?? [];
    const params = `${property.params}:${zone}`;
    return rest === undefined ? undefined : momentOf({...property, params}, zones, rest);
  }
  const {form, at} = date;
  if (form !== 'local') return {form, at, clock: form === 'utc' ? UTC : undefined};
  const tzid = paramOf(property, 'TZID');
  const clock = tzid && zones.clockOf(tzid);
  return {
    form,
    at,
    clock: clock || zones.floating,
    unknownZone: clock ? undefined : tzid,
  };
}

/**
 * The wall time of a moment on another clock. Floating times and days are the same everywhere.
 *
 * @param isAllDay Where only days count: of times, the day that they name in their own words.
 */
export function wallOn(
  clock: Clock,
  isAllDay: boolean,
  moment: Moment,
  zones: CalendarZones,
): number {
  const {form, at, clock: own} = moment;
  if (isAllDay) return dayOfMoment(moment, zones.floating) * DAY;
  return form === 'date' || !own || own === clock ? at : wallAt(clock, instantOf(own, at));
}

/**
 * The day that a time stands for where days are meant. Exchange writes midnight of its zone in UTC: what is
 * exactly that is its day, everything else is the day that is written.
 */
export function dayOfMoment({form, at}: DateValue, zone: Clock | undefined): number {
  const wall = form === 'utc' && zone ? wallAt(zone, at) : NaN;
  return wall % DAY === 0 ? wall / DAY : dayOfWall(at);
}

/** A day, and a floating time, are those of the other clock. */
export function instantOfMoment({at, clock}: Moment, other: Clock): number {
  return instantOf(clock ?? other, at);
}
