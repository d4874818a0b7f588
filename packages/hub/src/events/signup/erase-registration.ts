import type {HubContext, HubTransaction} from '../../context.js';
import {forgetAnswers} from '../../idempotency/kept-answers.js';
import {letGo, lockRegistration} from './cancel-registration.js';

/**
 * Erases who signed up; that so many places were taken stays. What is still to come is cancelled with it.
 * Once erased, asking again changes nothing.
 *
 * @returns whether there was something to erase
 * @throws HubProblem `not-found`
 */
export async function eraseRegistration(context: HubContext, id: string): Promise<boolean> {
  const isErased = await context.db.transaction().execute(async trx => {
    const row = await lockRegistration(trx, id);
    if (row.erased_at !== null) return false;
    const now = context.clock.now().getTime();
    const {ends_at} = await trx
      .selectFrom('event_dates')
      .select('ends_at')
      .where('event_id', '=', row.event_id)
      .where('recurrence_id', '=', row.recurrence_id)
      .executeTakeFirstOrThrow();
    if (row.state !== 'cancelled' && ends_at > now) await letGo(context, trx, row, 'person');
    await erasePersonalFields(trx, id, now);
    return true;
  });
  context.outbox.wake();
  return isErased;
}

async function erasePersonalFields(trx: HubTransaction, id: string, at: number): Promise<void> {
  await trx
    .updateTable('registrations')
    .set({contact: null, erased_at: at})
    .where('id', '=', id)
    .execute();
  // mails that still hold a secret link
  await trx.deleteFrom('outbox').where('registration_id', '=', id).execute();
  await forgetAnswers(trx, id);
}
