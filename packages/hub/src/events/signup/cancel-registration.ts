import type {Registration} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {sayEvent} from '../event-words.js';
import {lockDate, type DateKey} from './date-row.js';
import {moveUp} from './move-up.js';
import {mailTo} from './registration-mails.js';
import {requireRegistration, type RegistrationRow} from './registration-row.js';

export interface RegistrationCancellation {
  /** Of the registration. */
  id: string;
  by: 'person' | 'organizer';
  /** Told to who signed up. */
  reason?: string | undefined;
}

/**
 * Gives the places of a registration back; whoever waits moves up, and all who must know are told, in one
 * transaction. Once cancelled, asking again changes nothing.
 *
 * @throws HubProblem `not-found`; `too-late` once the date is over
 */
export async function cancelRegistration(
  context: HubContext,
  {id, by, reason}: RegistrationCancellation,
): Promise<Registration> {
  await context.db.transaction().execute(async trx => {
    const row = await lockRegistration(trx, id);
    if (row.state === 'cancelled') return;
    const {date} = await requireRegistration(trx, id);
    if (date.ends_at <= context.clock.now().getTime()) {
      throw new HubProblem('too-late', {title: sayEvent(words => words.signUp.tooLate)});
    }
    await letGo(context, trx, row, by);
    await mailTo(context, trx, {id, template: 'registration-cancelled', reason});
  });
  context.outbox.wake();
  return (await requireRegistration(context.db, id)).registration;
}

/**
 * Reads a registration for change, nobody else changing those of the same date until this transaction is
 * over.
 *
 * @throws HubProblem `not-found`
 */
export async function lockRegistration(trx: HubTransaction, id: string): Promise<RegistrationRow> {
  const read = () =>
    trx.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirst();
  const found = await read();
  if (!found) throw new HubProblem('not-found');
  // always the date before its registrations, so that two never wait for each other in a circle
  await lockDate(trx, keyOf(found));
  return (await read()) ?? found;
}

/** Takes a registration, whose date is locked, off its list. */
export async function letGo(
  context: HubContext,
  trx: HubTransaction,
  row: RegistrationRow,
  by: RegistrationCancellation['by'] | 'hub',
): Promise<void> {
  const now = context.clock.now().getTime();
  await trx
    .updateTable('registrations')
    .set({state: 'cancelled', cancelled_at: now, cancelled_by: by, updated_at: now})
    .where('id', '=', row.id)
    .execute();
  const isConfirmed = row.state === 'confirmed';
  await trx
    .updateTable('event_dates')
    .set(eb =>
      isConfirmed ? {taken: eb('taken', '-', row.places)} : {waiting: eb('waiting', '-', 1)},
    )
    .where('event_id', '=', row.event_id)
    .where('recurrence_id', '=', row.recurrence_id)
    .execute();
  await moveUp(context, trx, keyOf(row));
}

const keyOf = ({event_id, recurrence_id}: RegistrationRow): DateKey => ({
  eventId: event_id,
  recurrenceId: recurrence_id,
});
