import type {EventContact, Registration} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import {secretToken, sha256Hex} from '../../chance-and-clock.js';
import type {Database, HubContext, HubTransaction} from '../../context.js';
import type {RegistrationsTable} from '../../database/event-tables.js';
import {HubProblem} from '../../http/problem.js';
import {dateOf} from '../documents/document-dates.js';
import {documentOf, type EventRow} from '../store/event-row.js';
import type {DateRow} from './date-row.js';

export type RegistrationRow = Selectable<RegistrationsTable>;

/** A registration with all that is told of it. */
export interface FoundRegistration {
  row: RegistrationRow;
  event: EventRow;
  date: DateRow;
  shopId: string;
  registration: Registration;
}

/** @throws HubProblem `not-found`; tells nobody whether there ever was one */
export async function requireRegistrationByToken(
  db: Database,
  token: string,
): Promise<FoundRegistration> {
  const link = await db
    .selectFrom('event_links')
    .select('registration_id')
    .where('token_hash', '=', sha256Hex(token))
    .executeTakeFirst();
  if (!link || link.registration_id === null) throw new HubProblem('not-found');
  return requireRegistration(db, link.registration_id);
}

/** @throws HubProblem `not-found` */
export async function requireRegistration(db: Database, id: string): Promise<FoundRegistration> {
  const row = await db
    .selectFrom('registrations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new HubProblem('not-found');
  const event = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('id', '=', row.event_id)
    .executeTakeFirstOrThrow();
  const date = await db
    .selectFrom('event_dates')
    .selectAll()
    .where('event_id', '=', row.event_id)
    .where('recurrence_id', '=', row.recurrence_id)
    .executeTakeFirstOrThrow();
  const {shop_id: shopId} = await db
    .selectFrom('calendars')
    .select('shop_id')
    .where('id', '=', event.calendar_id)
    .executeTakeFirstOrThrow();
  const position = row.state === 'waiting' ? await placeInQueue(db, row) : undefined;
  return {row, event, date, shopId, registration: toRegistration(row, {event, date, position})};
}

async function placeInQueue(db: Database, row: RegistrationRow): Promise<number> {
  const {count} = await db
    .selectFrom('registrations')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('event_id', '=', row.event_id)
    .where('recurrence_id', '=', row.recurrence_id)
    .where('state', '=', 'waiting')
    .where('position', '<=', row.position)
    .executeTakeFirstOrThrow();
  return count;
}

export function toRegistration(
  row: RegistrationRow,
  {event, date, position}: {event: EventRow; date: DateRow; position?: number | undefined},
): Registration {
  const document = documentOf(event);
  const own = dateOf(document, row.recurrence_id);
  return {
    id: row.id,
    event: row.event_id,
    calendar: event.calendar_id,
    recurrenceId: row.recurrence_id,
    name: own?.name ?? document.name,
    startsAt: new Date(date.starts_at).toISOString(),
    endsAt: new Date(date.ends_at).toISOString(),
    isAllDay: document.isAllDay,
    timeZone: document.timeZone,
    isEventCancelled: event.state === 'cancelled' || own?.isCancelled === true,
    state: row.state as Registration['state'],
    places: row.places,
    ...(position !== undefined && {position}),
    ...(row.contact !== null && {contact: JSON.parse(row.contact) as EventContact}),
    language: row.language as Registration['language'],
    createdAt: new Date(row.created_at).toISOString(),
    ...(row.cancelled_at !== null && {cancelledAt: new Date(row.cancelled_at).toISOString()}),
    ...(row.cancelled_by !== null && {
      cancelledBy: row.cancelled_by as NonNullable<Registration['cancelledBy']>,
    }),
  };
}

/** A new secret link to a registration, as each of its mails has one. @returns the secret */
export async function linkTo(
  {clock, chance}: Pick<HubContext, 'clock' | 'chance'>,
  trx: HubTransaction,
  target: {registrationId: string} | {eventId: string},
): Promise<string> {
  const token = secretToken(chance);
  await trx
    .insertInto('event_links')
    .values({
      token_hash: sha256Hex(token),
      registration_id: 'registrationId' in target ? target.registrationId : null,
      event_id: 'eventId' in target ? target.eventId : null,
      created_at: clock.now().getTime(),
    })
    .execute();
  return token;
}
