import type {WrittenDocument} from '@local-widgets/model';
import type {Database} from '../../context.js';
import {eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {documentOf, PUBLIC_STATES, type EventRow} from '../store/event-row.js';

const DAY = 86_400_000;

export interface PublishedQuery {
  /** Milliseconds since 1970. */
  starts: number;
  ends: number;
  /** One event. */
  eventId?: string | undefined;
}

/** What everybody may see of a calendar and may be on in a window of time. */
export async function readPublished(
  db: Database,
  {id}: Calendar,
  {starts, ends, eventId}: PublishedQuery,
): Promise<EventRow[]> {
  let rows = db
    .selectFrom('calendar_events')
    .selectAll()
    .where('calendar_id', '=', id)
    .where('state', 'in', PUBLIC_STATES)
    // whole days are those of the reader, wherever that is
    .where('starts_at', '<', ends + DAY)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>=', starts - DAY)]))
    .orderBy('starts_at')
    .orderBy('id');
  if (eventId !== undefined) rows = rows.where('id', '=', eventId);
  return rows.execute();
}

/** A row as the engine reads it. */
export function toWritten(row: EventRow, publicUrl: string): WrittenDocument {
  const {hostname} = new URL(publicUrl);
  return {
    id: row.id,
    uid: row.source_uid ?? `${row.id}@${hostname}`,
    document: documentOf(row),
    isCancelled: row.state === 'cancelled',
    reason: row.reason ?? undefined,
    page: eventPage(publicUrl, row.calendar_id, row.id),
    dateModified: new Date(row.updated_at).toISOString(),
  };
}
