import {DAY, dayOf} from '../time/civil.js';

/** `2026-05-12` of a numbered day (see `Occurrence.firstDay`). */
export const isoOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The number of a day written `2026-05-12`; undefined for anything else. */
export function dayOfIso(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const number = dayOf(Number(year), Number(month), Number(day));
  // 31 April would be another day
  return isoOfDayOrNothing(number) === text ? number : undefined;
}

const isoOfDayOrNothing = (day: number): string | undefined =>
  Number.isFinite(day) ? isoOfDay(day) : undefined;
