import {isoOfDay, zoneOf} from '@local-widgets/model';
import type {EventDocument} from '@local-widgets/model/schemas.js';

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

/** The Monday of the week for which the example's events are written, as days since 1970. */
const WRITTEN_FOR = Date.parse('2026-11-23') / DAY;

/**
 * An event of the example as if it were written this week: all its dates move by whole weeks, with the same
 * weekdays and times, so that there is always something ahead to sign up for, and exceptions are near. What
 * is told by the month or the year stays where it is.
 */
export function inThisWeek(document: EventDocument, now: Date): EventDocument {
  const {timeZone, recurrence, overrides, signUp} = document;
  if (/FREQ=(?:MONTHLY|YEARLY)/.test(recurrence?.rule ?? '')) return document;
  const today = zoneOf(timeZone)?.dayAt(now.getTime()) ?? Math.floor(now.getTime() / DAY);
  const weeks = Math.floor((today - WRITTEN_FOR) / DAYS_OF_WEEK);
  if (weeks === 0) return document;
  const moved = <Text extends string | undefined>(date: Text): Text =>
    date?.replace(/^\d{4}-\d{2}-\d{2}/, day =>
      isoOfDay(Date.parse(day) / DAY + weeks * DAYS_OF_WEEK),
    ) as Text;
  // the day of a recurrence id has no hyphens
  const movedId = (id: string): string =>
    moved(id.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')).replaceAll('-', '');
  return {
    ...document,
    startDate: moved(document.startDate),
    endDate: moved(document.endDate),
    ...(recurrence && {
      recurrence: {
        ...recurrence,
        ...(recurrence.dates && {dates: recurrence.dates.map(moved)}),
        ...(recurrence.exceptDates && {exceptDates: recurrence.exceptDates.map(moved)}),
      },
    }),
    ...(overrides && {
      overrides: overrides.map(override => ({
        ...override,
        recurrenceId: movedId(override.recurrenceId),
        ...(override.startDate && {startDate: moved(override.startDate)}),
        ...(override.endDate && {endDate: moved(override.endDate)}),
      })),
    }),
    ...(signUp?.opensAt && {signUp: {...signUp, opensAt: moved(signUp.opensAt)}}),
  };
}
