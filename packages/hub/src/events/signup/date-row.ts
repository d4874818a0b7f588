import type {EventDocument} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import type {HubTransaction} from '../../context.js';
import type {EventDatesTable} from '../../database/event-tables.js';
import type {DocumentDate} from '../documents/document-dates.js';

export type DateRow = Selectable<EventDatesTable>;

export interface DateKey {
  eventId: string;
  recurrenceId: string;
}

const HOUR = 3_600_000;

/** What the row of a date holds besides those who come. */
export function dateColumns(
  {signUp}: Pick<EventDocument, 'signUp'>,
  {startsAt, endsAt, capacity}: DocumentDate,
  now: number,
): Pick<DateRow, 'starts_at' | 'ends_at' | 'capacity' | 'remind_at'> {
  const remindAt =
    signUp?.reminderHours === undefined ? undefined : startsAt - signUp.reminderHours * HOUR;
  return {
    starts_at: startsAt,
    ends_at: endsAt,
    capacity: capacity ?? signUp?.capacity ?? null,
    // who signs up after that moment has it in mind
    remind_at: remindAt !== undefined && remindAt > now ? remindAt : null,
  };
}

/**
 * Takes places on a date: one conditional update, so that no two people can both take the last one, and
 * nobody passes those who wait.
 *
 * @returns the number in the order of arrival; undefined when it does not fit
 */
export async function takePlaces(
  trx: HubTransaction,
  {eventId, recurrenceId}: DateKey,
  places: number,
): Promise<number | undefined> {
  const row = await trx
    .updateTable('event_dates')
    .set(eb => ({
      taken: eb('taken', '+', places),
      last_position: eb('last_position', '+', 1),
    }))
    .where('event_id', '=', eventId)
    .where('recurrence_id', '=', recurrenceId)
    .where('waiting', '=', 0)
    .where(eb =>
      eb.or([eb('capacity', 'is', null), eb(eb('taken', '+', places), '<=', eb.ref('capacity'))]),
    )
    .returning('last_position')
    .executeTakeFirst();
  return row?.last_position;
}

/** Writes one more down who waits. @returns the number in the order of arrival */
export async function queueUp(
  trx: HubTransaction,
  {eventId, recurrenceId}: DateKey,
): Promise<number> {
  const row = await trx
    .updateTable('event_dates')
    .set(eb => ({
      waiting: eb('waiting', '+', 1),
      last_position: eb('last_position', '+', 1),
    }))
    .where('event_id', '=', eventId)
    .where('recurrence_id', '=', recurrenceId)
    .returning('last_position')
    .executeTakeFirstOrThrow();
  return row.last_position;
}

/** The date as it is now, nobody else changing it until this transaction is over. */
export async function lockDate(
  trx: HubTransaction,
  {eventId, recurrenceId}: DateKey,
): Promise<DateRow> {
  return trx
    .updateTable('event_dates')
    .set(eb => ({taken: eb.ref('taken')}))
    .where('event_id', '=', eventId)
    .where('recurrence_id', '=', recurrenceId)
    .returningAll()
    .executeTakeFirstOrThrow();
}
