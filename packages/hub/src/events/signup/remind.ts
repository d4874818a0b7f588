import type {HubContext} from '../../context.js';
import {mailTo} from './registration-mails.js';

/** Dates in one run; more follow with the next. */
const AT_ONCE = 50;

/**
 * Reminds those who come, so many hours before. Each date once, however often and by how many processes
 * this runs. @returns dates of which people were reminded
 */
export async function remindOfDates(context: HubContext): Promise<number> {
  const {db, clock, outbox} = context;
  const now = clock.now().getTime();
  const due = await db
    .selectFrom('event_dates')
    .select(['event_id', 'recurrence_id', 'remind_at'])
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(AT_ONCE)
    .execute();
  let reminded = 0;
  for (const {event_id: eventId, recurrence_id: recurrenceId, remind_at: at} of due) {
    if (await remindOf(context, {eventId, recurrenceId, at: at!})) reminded++;
  }
  if (due.length > 0) outbox.wake();
  return reminded;
}

async function remindOf(
  context: HubContext,
  {eventId, recurrenceId, at}: {eventId: string; recurrenceId: string; at: number},
): Promise<boolean> {
  const {db, clock} = context;
  return db.transaction().execute(async trx => {
    const row = await trx
      .updateTable('event_dates')
      .set({remind_at: null})
      .where('event_id', '=', eventId)
      .where('recurrence_id', '=', recurrenceId)
      // unless another process was faster, or the date was moved meanwhile
      .where('remind_at', '=', at)
      .returning('starts_at')
      .executeTakeFirst();
    if (!row || row.starts_at <= clock.now().getTime()) return false;
    const people = await trx
      .selectFrom('registrations')
      .select('id')
      .where('event_id', '=', eventId)
      .where('recurrence_id', '=', recurrenceId)
      .where('state', '=', 'confirmed')
      .orderBy('position')
      .execute();
    for (const {id} of people) {
      const once = `reminder.${row.starts_at}`;
      await mailTo(context, trx, {id, template: 'registration-reminder', once});
    }
    return people.length > 0;
  });
}
