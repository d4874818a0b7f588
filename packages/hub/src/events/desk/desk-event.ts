import type {DeskEvent, EventDocument, EventHistoryLine} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import {eventPage} from '../calendars/calendar-links.js';
import {nextDate} from '../documents/document-dates.js';
import {documentOf, isPublic, proposerOf, type EventRow} from '../store/event-row.js';

export interface DeskView {
  publicUrl: string;
  now: number;
  registrations?: PeopleCount | undefined;
  history?: EventHistoryLine[];
}

/** Registrations on dates that are not over. */
export interface PeopleCount {
  confirmed: number;
  waiting: number;
}

/** An event as those see it who work on it. */
export function toDeskEvent(
  row: EventRow,
  {publicUrl, now, registrations, history}: DeskView,
): DeskEvent {
  const document = documentOf(row);
  const proposer = proposerOf(row);
  const date = nextDate(document, now);
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    id: row.id,
    calendar: row.calendar_id,
    state: row.state as DeskEvent['state'],
    version: row.version,
    event: document,
    ...(row.change !== null && {change: JSON.parse(row.change) as EventDocument}),
    ...(row.reason !== null && {reason: row.reason}),
    ...(proposer && {
      proposer: {
        contact: proposer.contact,
        ...(proposer.organization !== undefined && {organization: proposer.organization}),
      },
    }),
    ...(row.imported_from !== null && {importedFrom: row.imported_from}),
    ...(date && {
      date: {
        recurrenceId: date.recurrenceId,
        startsAt: iso(date.startsAt),
        endsAt: iso(date.endsAt),
        isPast: date.endsAt <= now && date.startsAt < now,
      },
    }),
    ...(registrations && {registrations}),
    ...(isPublic(row) && {page: eventPage(publicUrl, row.calendar_id, row.id)}),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    ...(history && {history}),
  };
}

/** Of each event that somebody signed up for. */
export async function countPeople(
  db: Database,
  eventIds: readonly string[],
  now: number,
): Promise<Map<string, PeopleCount>> {
  const counts = new Map<string, PeopleCount>();
  if (eventIds.length === 0) return counts;
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('event_dates', join =>
      join
        .onRef('event_dates.event_id', '=', 'registrations.event_id')
        .onRef('event_dates.recurrence_id', '=', 'registrations.recurrence_id'),
    )
    .select(['registrations.event_id', 'registrations.state'])
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('registrations.event_id', 'in', eventIds)
    .where('registrations.state', 'in', ['confirmed', 'waiting'])
    .where('event_dates.ends_at', '>', now)
    .groupBy(['registrations.event_id', 'registrations.state'])
    .execute();
  for (const {event_id, state, count} of rows) {
    const own = counts.get(event_id) ?? {confirmed: 0, waiting: 0};
    counts.set(event_id, {...own, [state]: count});
  }
  return counts;
}
