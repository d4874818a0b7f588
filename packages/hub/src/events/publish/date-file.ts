import {
  occurrenceToICalendar,
  readDocuments,
  type Event,
  type Occurrence,
} from '@local-widgets/model';
import type {HubContext} from '../../context.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {dateOf} from '../documents/document-dates.js';
import {documentOf, type EventRow} from '../store/event-row.js';
import {toWritten} from './published-documents.js';

const DAY = 86_400_000;

export interface OneDate {
  event: Event;
  occurrence: Occurrence;
}

/** One date of an event, as it is published; undefined when it has no such date. */
export function oneDate(
  {config}: Pick<HubContext, 'config'>,
  {settings}: Calendar,
  row: EventRow,
  recurrenceId: string,
): OneDate | undefined {
  const date = dateOf(documentOf(row), recurrenceId);
  if (!date) return undefined;
  const reading = readDocuments([toWritten(row, config.publicUrl)], {
    from: date.startsAt - DAY,
    to: date.endsAt + DAY,
    timeZone: settings.timeZone,
    sourceName: settings.name,
  });
  const occurrence = reading.occurrences.find(one => one.recurrenceId === recurrenceId);
  const event = occurrence && reading.events.find(({id}) => id === occurrence.eventId);
  return event && {event, occurrence};
}

/** One date as a file for a calendar (RFC 5545); undefined when the event has no such date. */
export function dateFile(
  context: Pick<HubContext, 'config'>,
  calendar: Calendar,
  row: EventRow,
  recurrenceId: string,
): string | undefined {
  const date = oneDate(context, calendar, row, recurrenceId);
  return (
    date &&
    occurrenceToICalendar(date.event, date.occurrence, {
      // the same file as long as nothing changes
      now: new Date(row.updated_at),
      name: calendar.settings.name,
    })
  );
}
