import {zoneOf} from '@local-widgets/model';
import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {invalidField} from '../http/problem.js';
import {deskWords} from './desk-words.js';

const DAY = 86_400_000;

/** A day of the shop's calendar: milliseconds since 1970, from its midnight to the next, exclusive. */
export interface ShopDay {
  from: number;
  to: number;
}

/**
 * @param day `2026-11-22`; today, on the shop's clock, when absent
 * @throws HubProblem `invalid` for a day that is in no calendar
 */
export function shopDay(
  {timeZone}: Pick<ShopSettings, 'timeZone'>,
  day: string | undefined,
  now: Date,
): ShopDay {
  const zone = zoneOf(timeZone) ?? zoneOf('Europe/Paris')!;
  const number = day === undefined ? zone.dayAt(now.getTime()) : dayNumber(day);
  return {from: zone.instantOf(number, 0), to: zone.instantOf(number + 1, 0)};
}

/** Whether the text is a day that exists: `2026-02-30` does not. */
export function isCalendarDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function dayNumber(day: string): number {
  if (!isCalendarDay(day)) {
    throw invalidField('/day', language => deskWords(language).noSuchDay);
  }
  return Date.parse(`${day}T00:00:00.000Z`) / DAY;
}
