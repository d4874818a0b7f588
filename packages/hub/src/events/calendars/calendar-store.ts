import type {CalendarSettings} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import type {Clock} from '../../chance-and-clock.js';
import type {Database, HubTransaction} from '../../context.js';
import type {CalendarsTable} from '../../database/event-tables.js';
import {HubProblem} from '../../http/problem.js';

export interface Calendar {
  id: string;
  shopId: string;
  settings: CalendarSettings;
  version: number;
  /** Counts up with each change that can be seen from outside. */
  publishedVersion: number;
  publishedAt: Date;
}

const toCalendar = (row: Selectable<CalendarsTable>): Calendar => ({
  id: row.id,
  shopId: row.shop_id,
  settings: JSON.parse(row.settings) as CalendarSettings,
  version: row.version,
  publishedVersion: row.published_version,
  publishedAt: new Date(row.published_at),
});

/** @throws HubProblem `not-found`, also when it is another shop's */
export async function requireCalendar(
  db: Database,
  id: string,
  shopId?: string,
): Promise<Calendar> {
  const row = await db.selectFrom('calendars').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (shopId !== undefined && row.shop_id !== shopId)) throw new HubProblem('not-found');
  return toCalendar(row);
}

/** Those of a shop, or all; by id. */
export async function listCalendars(db: Database, shopId?: string): Promise<Calendar[]> {
  let query = db.selectFrom('calendars').selectAll().orderBy('id');
  if (shopId !== undefined) query = query.where('shop_id', '=', shopId);
  return (await query.execute()).map(toCalendar);
}

/** @returns false when the id is taken */
export async function createCalendar(
  db: Database,
  {id, shopId, settings, now}: {id: string; shopId: string; settings: CalendarSettings; now: Date},
): Promise<boolean> {
  const at = now.getTime();
  const made = await db
    .insertInto('calendars')
    .values({
      id,
      shop_id: shopId,
      settings: JSON.stringify(settings),
      version: 1,
      published_version: 1,
      published_at: at,
      created_at: at,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/**
 * Reads a calendar for change: others who want to change it wait until this transaction is over.
 *
 * @returns undefined when there is none
 * @throws HubProblem `not-found` when it is another shop's
 */
export async function lockCalendar(
  trx: HubTransaction,
  id: string,
  shopId: string,
): Promise<Calendar | undefined> {
  // an update that changes nothing locks the row on both engines
  const row = await trx
    .updateTable('calendars')
    .set(eb => ({version: eb.ref('version')}))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (row && row.shop_id !== shopId) throw new HubProblem('not-found');
  return row && toCalendar(row);
}

export async function writeCalendarSettings(
  trx: HubTransaction,
  {id, settings, now}: {id: string; settings: CalendarSettings; now: Date},
): Promise<void> {
  await trx
    .updateTable('calendars')
    .set(eb => ({settings: JSON.stringify(settings), version: eb('version', '+', 1)}))
    .where('id', '=', id)
    .execute();
  await markPublished(trx, {now: () => now}, id);
}

/** Something of the calendar is seen differently from outside: whoever kept a copy must read it anew. */
export async function markPublished(
  trx: HubTransaction,
  clock: Clock,
  calendarId: string,
): Promise<void> {
  await trx
    .updateTable('calendars')
    .set(eb => ({
      published_version: eb('published_version', '+', 1),
      published_at: clock.now().getTime(),
    }))
    .where('id', '=', calendarId)
    .execute();
}
