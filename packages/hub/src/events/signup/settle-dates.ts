import type {EventDocument} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {mailFormat} from '../../mail/mail-format.js';
import {dateOf, datesBetween, type DocumentDate} from '../documents/document-dates.js';
import {eventWords} from '../event-words.js';
import {documentOf, isPublic, type EventRow} from '../store/event-row.js';
import {dateColumns, type DateRow} from './date-row.js';
import {moveUp} from './move-up.js';

const DAY = 86_400_000;

/** What those who signed up for a date must be told. */
export interface DateNews {
  recurrenceId: string;
  kind: 'cancelled' | 'restored' | 'changed';
  reason?: string | undefined;
  /** When it was to be before, when it was moved. */
  formerly?: DocumentDate | undefined;
}

/** An event before and after it was written. */
export interface Rewriting {
  before: Pick<EventRow, 'state' | 'document'>;
  /** As it is now. */
  after: EventRow;
}

/**
 * Brings the dates that people signed up for in line with the event as it was just written: times,
 * capacity, reminder. A date that moved within its day takes its people along.
 *
 * @returns what those people must be told
 * @throws HubProblem `people-signed-up` when one of their dates is gone
 */
export async function settleDates(
  context: HubContext,
  trx: HubTransaction,
  rewriting: Rewriting,
): Promise<DateNews[]> {
  const {after} = rewriting;
  const now = context.clock.now().getTime();
  const rows = await trx
    .updateTable('event_dates')
    // locks them: nobody signs up until this transaction is over
    .set(eb => ({taken: eb.ref('taken')}))
    .where('event_id', '=', after.id)
    .where('ends_at', '>', now)
    .returningAll()
    .execute();
  if (rows.length === 0) return [];
  const views = {before: documentOf(rewriting.before), after: documentOf(after)};
  const news: DateNews[] = [];
  const gone: DateRow[] = [];
  const inOrder = rows.toSorted((one, other) => (one.recurrence_id < other.recurrence_id ? -1 : 1));
  for (const row of inOrder) {
    const known = new Set(rows.map(({recurrence_id}) => recurrence_id));
    const date = isPublic(after) ? findAgain(views, row, known) : undefined;
    if (date) news.push(...(await settleDate(context, trx, rewriting, {row, date, now})));
    else if (row.taken > 0 || row.waiting > 0) gone.push(row);
    else await removeDate(trx, row);
  }
  if (gone.length > 0) throw peopleSignedUp(gone, views.before);
  return news;
}

/** The date of a row in the new document: the same, or the only new one on its day. */
function findAgain(
  {before, after}: {before: EventDocument; after: EventDocument},
  {recurrence_id, starts_at}: DateRow,
  known: ReadonlySet<string>,
): DocumentDate | undefined {
  const same = dateOf(after, recurrence_id);
  if (same) return same;
  const [day] = recurrence_id.split('T');
  const others = datesBetween(after, {from: starts_at - 2 * DAY, to: starts_at + 2 * DAY}).filter(
    ({recurrenceId}) =>
      recurrenceId.startsWith(day!) && !known.has(recurrenceId) && !dateOf(before, recurrenceId),
  );
  return others.length === 1 ? others[0] : undefined;
}

async function settleDate(
  context: HubContext,
  trx: HubTransaction,
  {before, after}: Rewriting,
  {row, date, now}: {row: DateRow; date: DocumentDate; now: number},
): Promise<DateNews[]> {
  const document = documentOf(after);
  const old = documentOf(before);
  const formerly = dateOf(old, row.recurrence_id);
  const was = before.state === 'cancelled' || formerly?.isCancelled === true;
  const is = after.state === 'cancelled' || date.isCancelled;
  const columns = dateColumns(document, date, now);
  const isMoved = columns.starts_at !== row.starts_at || columns.ends_at !== row.ends_at;
  // who was reminded is not reminded again of the same time, nor of what does not take place
  const reminds = !is && (isMoved || was || row.remind_at !== null);
  await trx
    .updateTable('event_dates')
    .set({
      ...columns,
      recurrence_id: date.recurrenceId,
      kept: row.taken > (columns.capacity ?? Infinity) ? row.taken : 0,
      remind_at: reminds ? columns.remind_at : null,
    })
    .where('event_id', '=', row.event_id)
    .where('recurrence_id', '=', row.recurrence_id)
    .execute();
  const key = {eventId: row.event_id, recurrenceId: date.recurrenceId};
  if (!is) await moveUp(context, trx, key);
  const {recurrenceId} = date;
  if (is) {
    const reason = date.override?.reason ?? after.reason ?? undefined;
    return was ? [] : [{recurrenceId, kind: 'cancelled', reason}];
  }
  if (was) return [{recurrenceId, kind: 'restored'}];
  const isElsewhere = placeOf(document, date) !== placeOf(old, formerly);
  return isMoved || isElsewhere
    ? [{recurrenceId, kind: 'changed', formerly: isMoved ? formerly : undefined}]
    : [];
}

const placeOf = (document: EventDocument, date: DocumentDate | undefined): string => {
  const {name, address} = date?.override?.location ?? document.location ?? {};
  const {streetAddress, addressLocality} = address ?? {};
  return JSON.stringify([name, streetAddress, addressLocality]);
};

async function removeDate(trx: HubTransaction, row: DateRow): Promise<void> {
  await trx
    .deleteFrom('event_dates')
    .where('event_id', '=', row.event_id)
    .where('recurrence_id', '=', row.recurrence_id)
    .execute();
}

function peopleSignedUp(rows: readonly DateRow[], {timeZone}: EventDocument): HubProblem {
  return new HubProblem('people-signed-up', {
    detail: language => {
      const format = mailFormat(language, timeZone);
      const days = rows.map(({starts_at}) => format.day(new Date(starts_at)));
      return eventWords(language).peopleOn(days.slice(0, 5).join(' ; '));
    },
  });
}
