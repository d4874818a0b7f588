import type {HubContext, HubTransaction} from '../../context.js';
import type {DateKey} from './date-row.js';
import {mailTo} from './registration-mails.js';

/**
 * Gives free places of a date, which is locked, to those who wait: strictly in order, so that who asked
 * for several is not passed by others for ever. They are told.
 *
 * @returns how many moved up
 */
export async function moveUp(
  context: HubContext,
  trx: HubTransaction,
  {eventId, recurrenceId}: DateKey,
): Promise<number> {
  const now = context.clock.now().getTime();
  for (let moved = 0; ; moved++) {
    const next = await trx
      .selectFrom('registrations')
      .select(['id', 'places'])
      .where('event_id', '=', eventId)
      .where('recurrence_id', '=', recurrenceId)
      .where('state', '=', 'waiting')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    if (!next) return moved;
    const taken = await trx
      .updateTable('event_dates')
      .set(eb => ({taken: eb('taken', '+', next.places), waiting: eb('waiting', '-', 1)}))
      .where('event_id', '=', eventId)
      .where('recurrence_id', '=', recurrenceId)
      // nobody is told of a place for what has begun
      .where('starts_at', '>', now)
      .where(eb =>
        eb.or([
          eb('capacity', 'is', null),
          eb(eb('taken', '+', next.places), '<=', eb.ref('capacity')),
        ]),
      )
      .returning('event_id')
      .executeTakeFirst();
    if (!taken) return moved;
    await trx
      .updateTable('registrations')
      .set({state: 'confirmed', updated_at: now})
      .where('id', '=', next.id)
      .execute();
    await mailTo(context, trx, {id: next.id, template: 'registration-moved-up'});
  }
}
