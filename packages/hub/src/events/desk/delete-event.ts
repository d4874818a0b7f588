import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {markPublished, type Calendar} from '../calendars/calendar-store.js';
import {sayEvent} from '../event-words.js';
import {isPublic, lockEvent} from '../store/event-row.js';
import {requireVersion} from '../versions.js';

export interface Deletion {
  calendar: Calendar;
  /** Of the event. */
  id: string;
  ifMatch: string | undefined;
  /** Whether who asks may take published events away as well: imported ones that nobody signed up for. */
  isMerchant: boolean;
}

/**
 * Deletes what nobody counts on: what was never published, or was imported and has no registrations.
 *
 * @throws HubProblem `wrong-state` for everything else: it is cancelled, and stays to be seen
 */
export async function deleteEvent(
  context: HubContext,
  {calendar, id, ifMatch, isMerchant}: Deletion,
): Promise<void> {
  await context.db.transaction().execute(async trx => {
    const row = await lockEvent(trx, id, calendar.id);
    if (row.state === 'unconfirmed') throw new HubProblem('not-found');
    requireVersion(ifMatch, row.version);
    const hasPeople = await trx
      .selectFrom('registrations')
      .select('id')
      .where('event_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    const isFree = row.published_at === null || (isMerchant && row.imported_from !== null);
    if (!isFree || hasPeople) {
      throw new HubProblem('wrong-state', {title: sayEvent(words => words.publishedNotDeleted)});
    }
    await trx.deleteFrom('calendar_events').where('id', '=', id).execute();
    if (isPublic(row)) await markPublished(trx, context.clock, calendar.id);
  });
}
