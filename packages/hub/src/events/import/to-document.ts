import {zoneOf, type Event, type Occurrence} from '@local-widgets/model';
import type {EventDocument, EventOverride} from '@local-widgets/model/schemas.js';
import {datesBetween, type DocumentDate} from '../documents/document-dates.js';
import {fromRecurrenceId, toLocalDate} from '../documents/local-date.js';
import {descriptionFields, overrideFields} from './event-fields.js';

/** An event of another agenda, with its dates that differ. */
export interface ForeignEvent {
  event: Event;
  /** Of single dates: their `superEvent` is the event. */
  others: readonly Event[];
  /** Of all of these in the window. */
  occurrences: readonly Occurrence[];
}

export interface ImportWindow {
  from: number;
  to: number;
  /** Zone of the calendar: of events that have none of their own. */
  timeZone: string;
}

/** Members of each list of a document. */
const MOST = 500;

/**
 * A document that is on exactly when the event is, as far as the window shows: the rule is taken over, and
 * whatever it does not give becomes a further date, an exception or a date that differs.
 *
 * @returns why there is none, when there cannot be one
 */
export function toDocument(
  foreign: ForeignEvent,
  window: ImportWindow,
): EventDocument | 'no-name' | 'too-complex' {
  const {event} = foreign;
  if (event.name.trim() === '') return 'no-name';
  const plain: EventDocument = {...descriptionFields(event), ...datesOf(foreign, window)};
  const fitted = fit(plain, foreign, window);
  const lists = [fitted.overrides, fitted.recurrence?.dates, fitted.recurrence?.exceptDates];
  if (lists.some(list => (list?.length ?? 0) > MOST)) return 'too-complex';
  return isOnWhen(fitted, foreign, window) ? fitted : 'too-complex';
}

type Dates = Pick<EventDocument, 'isAllDay' | 'startDate' | 'endDate' | 'timeZone' | 'recurrence'>;

/** When it is, by its own words. */
function datesOf({event, occurrences}: ForeignEvent, window: ImportWindow): Dates {
  const {isAllDay, recurrence, isFloating} = event;
  const repeats = recurrence !== undefined && occurrences.length > 0;
  // what is on once, in the zone of nobody here, is told on the clock of the calendar
  const isForeign =
    event.timeZone === undefined || (!repeats && zoneOf(event.timeZone) === undefined);
  const isUtcOnce = event.timeZone === 'UTC' && !repeats;
  const timeZone =
    isAllDay || isFloating || isForeign || isUtcOnce ? window.timeZone : event.timeZone;
  const local = (date: string) => {
    if (isAllDay) return date.slice(0, 10);
    const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(date);
    return hasOffset ? toLocalDate(Date.parse(date), timeZone) : date.slice(0, 19);
  };
  const rule = recurrence?.rule;
  return {
    isAllDay,
    startDate: local(event.startDate),
    endDate: local(event.endDate),
    timeZone,
    ...(rule !== undefined && {recurrence: {rule}}),
  };
}

/** Brings the dates of the document in line with those of the event. */
function fit(plain: EventDocument, foreign: ForeignEvent, window: ImportWindow): EventDocument {
  const {event, others, occurrences} = foreign;
  const own = new Map(occurrences.map(one => [idIn(plain, one), one]));
  const given = new Map(allDates(plain, window).map(date => [date.recurrenceId, date]));
  const missing = [...own.keys()].filter(id => !given.has(id)).sort();
  const except = [...given.keys()].filter(id => !own.has(id)).sort();
  const {rule} = plain.recurrence ?? {};
  const isRepeated = rule !== undefined || missing.length > 0;
  const dated: EventDocument = isRepeated
    ? {
        ...plain,
        recurrence: {
          ...(rule !== undefined && {rule}),
          // without a rule the start is one of the dates that are listed
          ...(missing.length > 0 && {dates: missing.map(fromRecurrenceId)}),
          ...(except.length > 0 && {exceptDates: except.map(fromRecurrenceId)}),
        },
      }
    : plain;
  const now = new Map(allDates(dated, window).map(date => [date.recurrenceId, date]));
  const overrides = [...own].flatMap(([id, occurrence]) => {
    const other = others.find(one => one.id === occurrence.eventId);
    return overrideOf(dated, {id, occurrence, date: now.get(id), other, event}) ?? [];
  });
  overrides.sort((one, another) => (one.recurrenceId < another.recurrenceId ? -1 : 1));
  return overrides.length > 0 ? {...dated, overrides} : dated;
}

interface Differing {
  id: string;
  occurrence: Occurrence;
  date: DocumentDate | undefined;
  other: Event | undefined;
  event: Event;
}

function overrideOf(
  {timeZone, isAllDay}: EventDocument,
  {id, occurrence, date, other, event}: Differing,
): EventOverride | undefined {
  const {start, end} = occurrence;
  const isMoved = date?.startsAt !== start || date.endsAt !== end;
  const local = (instant: number) => toLocalDate(instant, timeZone);
  const override: EventOverride = {
    recurrenceId: id,
    ...(isMoved && {
      startDate: isAllDay ? local(start).slice(0, 10) : local(start),
      endDate: isAllDay ? local(Math.max(start, end - 1)).slice(0, 10) : local(end),
    }),
    ...(other && overrideFields(other, event)),
    ...(other?.eventStatus === 'cancelled' &&
      event.eventStatus !== 'cancelled' && {isCancelled: true as const}),
  };
  return Object.keys(override).length > 1 ? override : undefined;
}

/** The recurrence id on the clock of the document; feeds also name dates in UTC. */
function idIn({timeZone, isAllDay}: EventDocument, {recurrenceId}: Occurrence): string {
  if (isAllDay) return recurrenceId.slice(0, 8);
  if (!recurrenceId.endsWith('Z')) return recurrenceId;
  const instant = Date.parse(`${fromRecurrenceId(recurrenceId.slice(0, -1))}Z`);
  return toLocalDate(instant, timeZone).replace(/[-:]/g, '');
}

/** A date of the event may lie in the window only because it was moved there. */
const allDates = (document: EventDocument, {from, to}: ImportWindow): DocumentDate[] =>
  datesBetween(document, {from, to});

function isOnWhen(
  document: EventDocument,
  {occurrences}: ForeignEvent,
  window: ImportWindow,
): boolean {
  const keyOf = (start: number, end: number) => `${start} ${end}`;
  const wanted = occurrences.map(({start, end}) => keyOf(start, end)).sort();
  const found = allDates(document, window)
    .map(({startsAt, endsAt}) => keyOf(startsAt, endsAt))
    .sort();
  return wanted.length === found.length && wanted.every((key, at) => key === found[at]);
}
