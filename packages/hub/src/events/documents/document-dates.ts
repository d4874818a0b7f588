import {
  isEndless,
  readDocuments,
  type EventRejectionReason,
  type Occurrence,
} from '@local-widgets/model';
import type {EventDocument, EventOverride} from '@local-widgets/model/schemas.js';
import {fromRecurrenceId, instantOfLocal, isRealDate} from './local-date.js';

const DAY = 86_400_000;
const YEAR = 366 * DAY;

/** One date of a document. */
export interface DocumentDate {
  recurrenceId: string;
  /** Milliseconds since 1970; of whole days from midnight to midnight, where the event is. */
  startsAt: number;
  /** Equals the start when nobody knows the end. */
  endsAt: number;
  isCancelled: boolean;
  /** Of this date alone. */
  capacity?: number | undefined;
  name: string;
  override?: EventOverride | undefined;
}

/** From the first date to the end of the last; without an end where the rule has none. */
export interface DocumentSpan {
  startsAt: number;
  endsAt: number | undefined;
}

/** Dates of one document in one question: thirteen years of every day. */
const MOST = 5000;

/** The dates that touch a window, by start. */
export function datesBetween(
  document: EventDocument,
  {from, to, most = MOST}: {from: number; to: number; most?: number},
): DocumentDate[] {
  return read(document, {from, to, most}).occurrences.map(one => toDate(document, one));
}

function read(document: EventDocument, {from, to, most}: {from: number; to: number; most: number}) {
  return readDocuments([{id: 'event', document, isCancelled: false}], {
    from,
    to,
    // whole days are asked for where the event is
    timeZone: document.timeZone,
    maxOccurrencesPerEvent: most,
  });
}

function toDate(document: EventDocument, {recurrenceId, start, end}: Occurrence): DocumentDate {
  const override = document.overrides?.find(one => one.recurrenceId === recurrenceId);
  return {
    recurrenceId,
    startsAt: start,
    endsAt: end,
    isCancelled: override?.isCancelled === true,
    capacity: override?.capacity,
    name: override?.name ?? document.name,
    override,
  };
}

/** The date of that id, wherever it was moved to; undefined when there is none. */
export function dateOf(document: EventDocument, recurrenceId: string): DocumentDate | undefined {
  const override = document.overrides?.find(one => one.recurrenceId === recurrenceId);
  const own = override?.startDate ?? fromRecurrenceId(recurrenceId);
  if (!isRealDate(own)) return undefined;
  const at = instantOfLocal(own, document.timeZone);
  return datesBetween(document, {from: at - DAY, to: at + DAY}).find(
    date => date.recurrenceId === recurrenceId,
  );
}

/** The next date that is not over; the last one when all are. */
export function nextDate(document: EventDocument, now: number): DocumentDate | undefined {
  const start = instantOfLocal(document.startDate, document.timeZone);
  const after = Math.max(now, start - DAY);
  // most repeat within weeks; what is on every year, or leap years, is looked for further away
  for (const years of [1, 9, 90]) {
    const [next] = datesBetween(document, {from: after, to: after + years * YEAR, most: 20}).filter(
      ({endsAt, startsAt}) => endsAt > now || startsAt >= now,
    );
    if (next) return next;
  }
  const all = datesBetween(document, {from: start - DAY, to: Math.max(now, start) + DAY});
  return all.at(-1);
}

export function spanOf(document: EventDocument): DocumentSpan {
  const start = instantOfLocal(document.startDate, document.timeZone);
  const rule = document.recurrence?.rule;
  const from = Math.min(start, ...movedStarts(document)) - DAY;
  if (rule !== undefined && isEndless(rule)) {
    const [first] = datesBetween(document, {from, to: from + 10 * YEAR, most: 20});
    return {startsAt: first?.startsAt ?? start, endsAt: undefined};
  }
  const {occurrences, truncated} = read(document, {from, to: from + 99 * YEAR, most: MOST});
  const starts = occurrences[0]?.start ?? start;
  const ends = occurrences.reduce((latest, {end}) => Math.max(latest, end), starts);
  return {startsAt: starts, endsAt: truncated ? undefined : ends};
}

const movedStarts = ({overrides = [], recurrence, timeZone}: EventDocument): number[] =>
  [...(recurrence?.dates ?? []), ...overrides.flatMap(({startDate}) => startDate ?? [])].map(date =>
    instantOfLocal(date, timeZone),
  );

/** Whether the document has any date at all. */
export const hasDates = (document: EventDocument): boolean =>
  nextDate(document, instantOfLocal(document.startDate, document.timeZone) - YEAR) !== undefined;

/** Why the engine cannot take the document as it is; undefined when it can. */
export function rejectionOf(document: EventDocument): EventRejectionReason | undefined {
  const at = instantOfLocal(document.startDate, document.timeZone);
  const {rejected} = read(document, {from: at - DAY, to: at + YEAR, most: MOST});
  return rejected[0]?.reason;
}
