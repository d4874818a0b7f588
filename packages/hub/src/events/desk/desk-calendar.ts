import {zoneOf} from '@local-widgets/model';
import type {CalendarSettings, DeskCalendar} from '@local-widgets/model/schemas.js';
import type {Database, HubContext} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {calendarPage} from '../calendars/calendar-links.js';
import {
  createCalendar,
  lockCalendar,
  requireCalendar,
  writeCalendarSettings,
  type Calendar,
} from '../calendars/calendar-store.js';
import {sayEvent} from '../event-words.js';
import {requireVersion} from '../versions.js';

/** Calendars as the desk lists them. */
export async function toDeskCalendars(
  db: Database,
  publicUrl: string,
  calendars: readonly Calendar[],
): Promise<DeskCalendar[]> {
  if (calendars.length === 0) return [];
  const rows = await db
    .selectFrom('calendar_events')
    .select(['calendar_id', 'state'])
    .select(eb => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('change').as('changes'),
    ])
    .where(
      'calendar_id',
      'in',
      calendars.map(({id}) => id),
    )
    .groupBy(['calendar_id', 'state'])
    .execute();
  return calendars.map(({id, settings, version}) => {
    const own = rows.filter(row => row.calendar_id === id);
    const of = (state: string) => own.find(row => row.state === state)?.count ?? 0;
    const changes = own.reduce((sum, row) => sum + row.changes, 0);
    return {
      id,
      settings,
      version,
      counts: {
        draft: of('draft'),
        proposed: of('proposed'),
        published: of('published'),
        cancelled: of('cancelled'),
        rejected: of('rejected'),
        changes,
      },
      page: calendarPage(publicUrl, id),
    };
  });
}

export interface CalendarWrite {
  shopId: string;
  id: string;
  settings: CalendarSettings;
  ifMatch: string | undefined;
}

/**
 * Makes a calendar, or writes its settings.
 *
 * @throws HubProblem `invalid` by field, `version-missing`, `version-changed`
 */
export async function writeCalendar(
  {db, clock}: HubContext,
  {shopId, id, settings, ifMatch}: CalendarWrite,
): Promise<{calendar: Calendar; isNew: boolean}> {
  if (zoneOf(settings.timeZone) === undefined) {
    throw invalidField(
      '/timeZone',
      sayEvent(words => words.noSuchZone),
    );
  }
  const isNew = await db.transaction().execute(async trx => {
    const now = clock.now();
    const calendar = await lockOwn(trx, id, shopId);
    requireVersion(ifMatch, calendar?.version);
    if (calendar) {
      await writeCalendarSettings(trx, {id, settings, now});
      return false;
    }
    if (!(await createCalendar(trx, {id, shopId, settings, now}))) throw idTaken();
    return true;
  });
  return {calendar: await requireCalendar(db, id, shopId), isNew};
}

/** Ids are of the whole hub: another's is no secret, and not one's own. */
async function lockOwn(
  trx: Parameters<typeof lockCalendar>[0],
  id: string,
  shopId: string,
): Promise<Calendar | undefined> {
  try {
    return await lockCalendar(trx, id, shopId);
  } catch (error) {
    if (error instanceof HubProblem) throw idTaken();
    throw error;
  }
}

const idTaken = () =>
  invalidField(
    '/id',
    sayEvent(words => words.idTaken),
  );
