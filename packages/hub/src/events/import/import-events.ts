import type {Event, EventsReading, Occurrence, RejectedEvent} from '@local-widgets/model';
import type {EventDocument, EventImportReport, Language} from '@local-widgets/model/schemas.js';
import {uuid7} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {bodyHash} from '../../idempotency/request-key.js';
import {markPublished, type Calendar} from '../calendars/calendar-store.js';
import {spanColumns, updateEvent} from '../desk/write-event.js';
import {spanOf} from '../documents/document-dates.js';
import {eventWords, type EventWords} from '../event-words.js';
import {documentOf, lockEvent, type EventRow} from '../store/event-row.js';
import {appendHistory, type EventActor} from '../store/history.js';
import {toDocument, type ForeignEvent, type ImportWindow} from './to-document.js';

/** Events written in one transaction: others get their turn in between. */
const AT_ONCE = 100;

export interface EventImport {
  calendar: Calendar;
  reading: EventsReading;
  /** What was read. */
  window: ImportWindow;
  /** Id of the feed, or `file`. */
  source: string;
  isDryRun: boolean;
  by: EventActor;
  language: Language;
}

/** An event of the source as it would be here. */
interface Wanted {
  uid: string;
  document: EventDocument;
  isCancelled: boolean;
  hash: string;
}

type Line = EventImportReport['added'][number];

/**
 * Takes the events of another agenda over. What is here by its UID is brought up to date, unless somebody
 * edited it here since; nothing is deleted. A dry run tells the same and writes nothing.
 */
export async function importEvents(
  context: HubContext,
  request: EventImport,
): Promise<EventImportReport> {
  const {calendar, reading, window, language, isDryRun} = request;
  const words = eventWords(language);
  const rejected = reading.rejected.map(one => toRejection(one, words));
  const wanted = new Map<string, Wanted>();
  for (const [at, foreign] of foreignEvents(reading).entries()) {
    const {event} = foreign;
    const document = toDocument(foreign, window);
    if (typeof document === 'string') {
      const message = `${event.name || '?'} : ${words.rejections[document]}`;
      rejected.push({at, unit: 'item', reason: document, message});
      continue;
    }
    const uid = (event.uid ?? event.id).slice(0, 300);
    const isCancelled = event.eventStatus === 'cancelled';
    wanted.set(uid, {uid, document, isCancelled, hash: bodyHash({document, isCancelled})});
  }
  const known = await readImported(context.db, calendar.id);
  const now = context.clock.now().getTime();
  // what is over is no news
  for (const {uid, document} of wanted.values()) {
    if (!known.has(uid) && (spanOf(document).endsAt ?? Infinity) <= now) wanted.delete(uid);
  }
  const report: EventImportReport = {
    added: [],
    changed: [],
    kept: [],
    unchanged: 0,
    missing: [],
    rejected,
  };
  await sort(context, request, {wanted, known, report});
  report.missing = missingOf(context, request, {wanted, known});
  if (!isDryRun) context.outbox.wake();
  return report;
}

/** Series with the dates that differ from them. */
function foreignEvents({events, occurrences}: EventsReading): ForeignEvent[] {
  const groups = new Map<string, {event: Event; others: Event[]; occurrences: Occurrence[]}>();
  const seriesOf = new Map<string, string>();
  for (const event of events) {
    const base = event.superEvent ?? event.id;
    seriesOf.set(event.id, base);
    const group = groups.get(base);
    if (event.superEvent === undefined) {
      groups.set(base, {event, others: group?.others ?? [], occurrences: []});
    } else if (group) group.others.push(event);
    // a date without its series is an event of its own
    else groups.set(event.id, {event, others: [], occurrences: []});
  }
  for (const occurrence of occurrences) {
    const {eventId} = occurrence;
    const group = groups.get(seriesOf.get(eventId) ?? eventId) ?? groups.get(eventId);
    group?.occurrences.push(occurrence);
  }
  return [...groups.values()];
}

async function readImported(
  db: HubContext['db'],
  calendarId: string,
): Promise<Map<string, EventRow>> {
  const rows = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('calendar_id', '=', calendarId)
    .where('source_uid', 'is not', null)
    .execute();
  return new Map(rows.map(row => [row.source_uid!, row]));
}

interface Sides {
  wanted: ReadonlyMap<string, Wanted>;
  known: ReadonlyMap<string, EventRow>;
}

/** Finds out what becomes of each, and does it. */
async function sort(
  context: HubContext,
  request: EventImport,
  {wanted, known, report}: Sides & {report: EventImportReport},
): Promise<void> {
  const fresh: Wanted[] = [];
  for (const one of wanted.values()) {
    const row = known.get(one.uid);
    if (!row) fresh.push(one);
    else if (row.source_hash === one.hash) report.unchanged++;
    else if (isEditedHere(row)) report.kept.push(lineOf(one, row.id));
    else if (await isChanged(context, request, one, row)) report.changed.push(lineOf(one, row.id));
    else report.rejected.push(refusedChange(one, request.language));
  }
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    const some = fresh.slice(at, at + AT_ONCE);
    const ids = request.isDryRun ? [] : await addEvents(context, request, some);
    report.added.push(...some.map((one, place) => lineOf(one, ids[place])));
  }
}

/** Whether somebody here changed, cancelled or took it back since it was imported. */
function isEditedHere(row: EventRow): boolean {
  const isCancelled = row.state === 'cancelled';
  const hash = bodyHash({document: documentOf(row), isCancelled});
  return (row.state !== 'published' && !isCancelled) || hash !== row.source_hash;
}

async function addEvents(
  context: HubContext,
  {calendar, source, by}: EventImport,
  some: readonly Wanted[],
): Promise<string[]> {
  const {db, clock, chance} = context;
  const at = clock.now();
  const now = at.getTime();
  return db.transaction().execute(async trx => {
    const ids: string[] = [];
    for (const {uid, document, isCancelled, hash} of some) {
      const id = uuid7(clock, chance);
      await trx
        .insertInto('calendar_events')
        .values({
          id,
          calendar_id: calendar.id,
          state: isCancelled ? 'cancelled' : 'published',
          document: JSON.stringify(document),
          change: null,
          change_by: null,
          version: 1,
          ...spanColumns(document),
          reason: null,
          proposed_by: null,
          proposer: null,
          imported_from: source,
          source_uid: uid,
          source_hash: hash,
          created_at: now,
          updated_at: now,
          published_at: now,
        })
        .execute();
      await appendHistory(trx, {...by, eventId: id, at, action: 'imported'});
      ids.push(id);
    }
    await markPublished(trx, clock, calendar.id);
    return ids;
  });
}

/** False when somebody signed up for a date that is gone: then nothing was changed. */
async function isChanged(
  context: HubContext,
  request: EventImport,
  wanted: Wanted,
  {id}: EventRow,
): Promise<boolean> {
  if (request.isDryRun) return true;
  try {
    await context.db.transaction().execute(trx => change(context, trx, request, wanted, id));
    return true;
  } catch (error) {
    if (error instanceof HubProblem && error.code === 'people-signed-up') return false;
    throw error;
  }
}

async function change(
  context: HubContext,
  trx: HubTransaction,
  {calendar, by, source}: EventImport,
  {document, isCancelled, hash}: Wanted,
  id: string,
): Promise<void> {
  const row = await lockEvent(trx, id, calendar.id);
  const step = isCancelled ? 'cancelled' : 'published';
  await updateEvent(context, trx, row, {calendar, document, step, by});
  await trx
    .updateTable('calendar_events')
    .set({source_hash: hash, imported_from: source})
    .where('id', '=', id)
    .execute();
}

/** Came from the same source, are still to come, and are not in it any more. */
function missingOf({clock}: HubContext, {source}: EventImport, {wanted, known}: Sides): Line[] {
  const now = clock.now().getTime();
  return [...known.values()]
    .filter(row => row.imported_from === source && !wanted.has(row.source_uid!))
    .filter(row => row.state === 'published' && (row.ends_at ?? Infinity) > now)
    .map(row => lineOf({uid: row.source_uid!, document: documentOf(row)}, row.id));
}

const lineOf = (
  {uid, document}: Pick<Wanted, 'uid' | 'document'>,
  event: string | undefined,
): Line => ({
  uid,
  name: document.name,
  startDate: document.startDate,
  ...(event !== undefined && {event}),
});

function toRejection(
  {at, unit, reason, isPartial, uid}: RejectedEvent,
  {rejections}: EventWords,
): EventImportReport['rejected'][number] {
  const message = [uid, rejections[reason]].filter(Boolean).join(' : ');
  return {at, unit, reason, message, ...(isPartial && {isPartial})};
}

function refusedChange({uid}: Wanted, language: Language): EventImportReport['rejected'][number] {
  const reason = 'people-signed-up';
  const message = `${uid} : ${eventWords(language).rejections[reason]}`;
  return {at: 0, unit: 'item', reason, message};
}
