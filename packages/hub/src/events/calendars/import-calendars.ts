import {CalendarFile, type EventInFile} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {wrongFields} from '../../http/validation.js';
import {bodyHash} from '../../idempotency/request-key.js';
import {cancelEvent} from '../desk/cancel-event.js';
import {writeCalendar} from '../desk/desk-calendar.js';
import {writeFeed} from '../desk/desk-feeds.js';
import {writeEvent} from '../desk/write-event.js';
import {normalDocument} from '../documents/normal-document.js';
import {readFeeds} from '../feeds/feed-store.js';
import {documentOf, type EventRow} from '../store/event-row.js';
import {versionTag} from '../versions.js';
import {listCalendars, requireCalendar, type Calendar} from './calendar-store.js';

/** What became of the events of one calendar. */
export interface ImportedCalendar {
  calendar: string;
  added: number;
  changed: number;
  unchanged: number;
}

const BY_PROGRAM = {actor: 'program'} as const;

/**
 * Makes the calendars of a shop's file, with their events and feeds, or brings them up to date. What is here
 * and not in the file stays, and so does what the desk has decided about what the file calls proposed. Who
 * signed up for what changes is told, as at the desk.
 *
 * @throws HubProblem `invalid`, with pointers into the file; `people-signed-up` for a date that would be
 *   gone. What stands before it in the file is imported
 */
export async function importCalendars(
  context: HubContext,
  shop: string,
  file: unknown,
): Promise<ImportedCalendar[]> {
  const fields = wrongFields(Type.Array(CalendarFile), file);
  if (fields.length > 0) throw pointed(new HubProblem('invalid', {fields}), '/calendars');
  const imported: ImportedCalendar[] = [];
  for (const [at, one] of (file as CalendarFile[]).entries()) {
    imported.push(await importCalendar(context, shop, one, `/calendars/${at}`));
  }
  return imported;
}

async function importCalendar(
  context: HubContext,
  shop: string,
  {id, settings, events = [], feeds = []}: CalendarFile,
  pointer: string,
): Promise<ImportedCalendar> {
  const own = await listCalendars(context.db, shop);
  const before = own.find(one => one.id === id);
  if (!before || bodyHash(before.settings) !== bodyHash(settings)) {
    const ifMatch = before && versionTag(before.version);
    const write = {shopId: shop, id, settings, ifMatch};
    await at(`${pointer}/settings`, () => writeCalendar(context, write));
  }
  const calendar = await requireCalendar(context.db, id, shop);
  const imported = {calendar: id, added: 0, changed: 0, unchanged: 0};
  for (const [place, event] of events.entries()) {
    imported[await at(`${pointer}/events/${place}`, () => importEvent(context, calendar, event))]++;
  }
  const known = await readFeeds(context.db, id);
  for (const [place, feed] of feeds.entries()) {
    const there = known.find(one => one.id === feed.id);
    if (there && bodyHash(there.settings) === bodyHash(feed.settings)) continue;
    const write = {calendar, ...feed, ifMatch: there && versionTag(there.version)};
    await at(`${pointer}/feeds/${place}/settings`, () => writeFeed(context, write));
  }
  return imported;
}

async function importEvent(
  context: HubContext,
  calendar: Calendar,
  {id, uid, state = 'published', reason, event}: EventInFile,
): Promise<'added' | 'changed' | 'unchanged'> {
  const row = await readRow(context, id);
  const isCancelled = state === 'cancelled';
  if (state === 'unconfirmed') return 'unchanged';
  if (row && isSame(row, {event, state})) return 'unchanged';
  // until it was decided about, its document is only what somebody would like
  const isDecided = row !== undefined && state === 'proposed' && row.state !== 'proposed';
  if (isDecided) return 'unchanged';
  const written = state === 'rejected' ? 'draft' : isCancelled ? 'published' : state;
  await writeEvent(context, {
    calendar,
    id,
    write: {event, ...(!(isCancelled && row?.state === 'cancelled') && {state: written})},
    ifMatch: row && versionTag(row.version),
    by: BY_PROGRAM,
    role: 'merchant',
  });
  if (isCancelled && row?.state !== 'cancelled') {
    const ifMatch = '*';
    const cancellation = {calendar, id, reason, isCancelled, ifMatch, by: BY_PROGRAM};
    await cancelEvent(context, cancellation);
  }
  if (uid !== undefined && row?.source_uid !== uid) await nameEvent(context, {id, uid});
  return row ? 'changed' : 'added';
}

const readRow = ({db}: HubContext, id: string): Promise<EventRow | undefined> =>
  db.selectFrom('calendar_events').selectAll().where('id', '=', id).executeTakeFirst();

function isSame(
  row: EventRow,
  {event, state}: Pick<EventInFile, 'event'> & {state: NonNullable<EventInFile['state']>},
): boolean {
  const isThere = row.state === state || (state === 'rejected' && row.state === 'draft');
  return isThere && bodyHash(normalDocument(event)) === bodyHash(documentOf(row));
}

/** An import from the program that gave it its name finds it by that, and knows whether it was edited here. */
async function nameEvent(context: HubContext, {id, uid}: {id: string; uid: string}): Promise<void> {
  const row = await readRow(context, id);
  if (!row) return;
  const hash = bodyHash({document: documentOf(row), isCancelled: row.state === 'cancelled'});
  await context.db
    .updateTable('calendar_events')
    .set({source_uid: uid, source_hash: hash, imported_from: 'file'})
    .where('id', '=', id)
    .execute();
}

/** Problems of the work with pointers below that of the file. */
async function at<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof HubProblem ? pointed(error, pointer) : error;
  }
}

function pointed(problem: HubProblem, prefix: string): HubProblem {
  const {code, extras} = problem;
  if (!extras.fields) return problem;
  return new HubProblem(code, {
    ...extras,
    fields: extras.fields.map(({pointer, message}) => ({pointer: `${prefix}${pointer}`, message})),
  });
}
