import type {DeskEvent, EventState} from '@local-widgets/model/schemas.js';
import {normalizeText} from '@local-widgets/model';
import type {HubContext} from '../../context.js';
import {nextDate} from '../documents/document-dates.js';
import {documentOf, type EventRow} from '../store/event-row.js';
import {countPeople, toDeskEvent} from './desk-event.js';

export interface EventListQuery {
  calendarId: string;
  states?: readonly EventState[] | undefined;
  /** `changes`: with a change that waits to be decided. */
  when?: 'upcoming' | 'past' | undefined;
  hasChange?: boolean | undefined;
  search?: string | undefined;
  /** How many come before: `next` of the page before. */
  after: number;
  limit: number;
}

export interface EventPageOfDesk {
  events: DeskEvent[];
  /** To be given as `after`; absent on the last page. */
  next?: number;
}

/**
 * Events of a calendar: what is to come by its next date, what is past the latest first. A calendar of a
 * town has some thousands: their next dates are worked out here, not kept.
 */
export async function listEvents(
  {db, clock, config}: HubContext,
  query: EventListQuery,
): Promise<EventPageOfDesk> {
  const now = clock.now().getTime();
  const rows = await readRows(db, query, now);
  const isFound = matcher(query.search);
  const found = rows
    .filter(row => isFound(row))
    .map(row => ({row, at: nextDate(documentOf(row), now)?.startsAt ?? row.starts_at}));
  found.sort((one, other) => one.at - other.at || (one.row.id < other.row.id ? -1 : 1));
  if (query.when === 'past') found.reverse();
  const page = found.slice(query.after, query.after + query.limit).map(({row}) => row);
  const people = await countPeople(
    db,
    page.map(({id}) => id),
    now,
  );
  const view = {publicUrl: config.publicUrl, now};
  const next = query.after + query.limit;
  return {
    events: page.map(row => toDeskEvent(row, {...view, registrations: people.get(row.id)})),
    ...(next < found.length && {next}),
  };
}

async function readRows(
  db: HubContext['db'],
  {calendarId, states, when, hasChange}: EventListQuery,
  now: number,
): Promise<EventRow[]> {
  let rows = db
    .selectFrom('calendar_events')
    .selectAll()
    .where('calendar_id', '=', calendarId)
    .where('state', '<>', 'unconfirmed');
  if (states?.length) rows = rows.where('state', 'in', states);
  if (hasChange) rows = rows.where('change', 'is not', null);
  if (when === 'past') rows = rows.where('ends_at', '<=', now);
  if (when === 'upcoming') {
    rows = rows.where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]));
  }
  return rows.execute();
}

/** Every word somewhere in the name, the place or the organiser, whatever the case and the accents. */
function matcher(search: string | undefined): (row: EventRow) => boolean {
  const words = normalizeText(search ?? '')
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return () => true;
  return row => {
    const {name, location, organizer, categories = []} = documentOf(row);
    const text = normalizeText(
      [name, location?.name, organizer?.name, ...categories].filter(Boolean).join(' '),
    );
    return words.every(word => text.includes(word));
  };
}
