import type {EventContact} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import type {DateRow} from '../signup/date-row.js';
import {toRegistration, type RegistrationRow} from '../signup/registration-row.js';
import {isPublic, type EventRow} from '../store/event-row.js';

/** Somebody who counts on a date. */
export interface Comer {
  row: RegistrationRow;
  event: EventRow;
  date: DateRow;
  /** Absent once erased. */
  contact: EventContact | undefined;
}

/** Events in one query. */
const AT_ONCE = 500;

/** Who comes, or waits, on dates of these events that are not over and not called off. */
export async function readComers(
  db: Database,
  events: readonly EventRow[],
  now: number,
): Promise<Comer[]> {
  const comers: Comer[] = [];
  const open = events.filter(isPublic);
  for (let at = 0; at < open.length; at += AT_ONCE) {
    comers.push(...(await someComers(db, open.slice(at, at + AT_ONCE), now)));
  }
  return comers;
}

async function someComers(
  db: Database,
  events: readonly EventRow[],
  now: number,
): Promise<Comer[]> {
  const byId = new Map(events.map(event => [event.id, event]));
  const dates = await db
    .selectFrom('event_dates')
    .selectAll()
    .where('event_id', 'in', [...byId.keys()])
    .where('ends_at', '>', now)
    .execute();
  if (dates.length === 0) return [];
  const keyOf = (row: {event_id: string; recurrence_id: string}) =>
    `${row.event_id} ${row.recurrence_id}`;
  const byKey = new Map(dates.map(date => [keyOf(date), date]));
  const rows = await db
    .selectFrom('registrations')
    .selectAll()
    .where('event_id', 'in', [...new Set(dates.map(({event_id}) => event_id))])
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .execute();
  return rows.flatMap(row => {
    const event = byId.get(row.event_id);
    const date = byKey.get(keyOf(row));
    if (!event || !date) return [];
    const {isEventCancelled, contact} = toRegistration(row, {event, date});
    return isEventCancelled ? [] : [{row, event, date, contact}];
  });
}
