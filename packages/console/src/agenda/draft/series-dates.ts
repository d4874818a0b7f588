import {readDocuments, type Occurrence} from '@local-widgets/model';
import type {EventDocument} from '@local-widgets/model/schemas.js';

const DAY = 86_400_000;
/** Days that are looked ahead for dates: what is on every leap year has one. */
const AHEAD = 9 * 366;

/** One date of a series, and what is special about it. */
export interface SeriesDate {
  /** The name that the rule gives it, by which exceptions name it. */
  readonly recurrenceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isAllDay: boolean;
}

/**
 * The first dates of an event from a moment on, those that are taken out included.
 *
 * @param most so many at most
 */
export function nextDates(
  document: EventDocument,
  {from, most}: {from: number; most: number},
): {readonly dates: readonly SeriesDate[]; readonly hasMore: boolean} {
  const all: EventDocument = structuredClone(document);
  delete all.recurrence?.exceptDates;
  try {
    const {occurrences} = readDocuments([{id: 'event', document: all, isCancelled: false}], {
      from,
      to: from + AHEAD * DAY,
      timeZone: document.timeZone,
      maxOccurrencesPerEvent: most + 1,
    });
    return {dates: occurrences.slice(0, most).map(toDate), hasMore: occurrences.length > most};
  } catch {
    // what is being typed need not be a date yet
    return {dates: [], hasMore: false};
  }
}

/** Without what differs on dates that the series has no more: another rule was written since. */
export function withoutLostDates(document: EventDocument): EventDocument {
  const {overrides, ...series} = document;
  const kept = (overrides ?? []).filter(({recurrenceId}) => {
    const day = `${recurrenceId.slice(0, 4)}-${recurrenceId.slice(4, 6)}-${recurrenceId.slice(6, 8)}`;
    const {dates} = nextDates(series, {from: Date.parse(day) - DAY, most: 4});
    return dates.some(date => date.recurrenceId === recurrenceId);
  });
  return kept.length > 0 ? {...series, overrides: kept} : series;
}

function toDate({recurrenceId, start, end, isAllDay}: Occurrence): SeriesDate {
  return {recurrenceId, startsAt: new Date(start), endsAt: new Date(end), isAllDay};
}
