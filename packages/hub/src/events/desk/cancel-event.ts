import type {EventDocument, EventOverride} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {markPublished, type Calendar} from '../calendars/calendar-store.js';
import {dateOf} from '../documents/document-dates.js';
import {settleDates} from '../signup/settle-dates.js';
import {tellOfChange} from '../signup/tell-of-change.js';
import {documentOf, lockEvent, wrongEventState, type EventRow} from '../store/event-row.js';
import {appendHistory, type EventActor, type NewHistoryLine} from '../store/history.js';
import {requireVersion} from '../versions.js';
import {without} from '../without.js';
import {spanColumns} from './write-event.js';

export interface Cancellation {
  calendar: Calendar;
  /** Of the event. */
  id: string;
  /** One date of it; the whole series when absent. */
  recurrenceId?: string | undefined;
  /** False: it takes place after all. */
  isCancelled: boolean;
  reason?: string | undefined;
  ifMatch: string | undefined;
  by: EventActor;
}

/**
 * Calls a published event off, or one of its dates, or takes that back. It stays to be seen as cancelled;
 * who signed up is told, and stays on the list.
 *
 * @throws HubProblem `wrong-state` for what is not published, `not-found` for a date that it has not
 */
export async function cancelEvent(context: HubContext, change: Cancellation): Promise<void> {
  const {calendar, id, ifMatch, isCancelled, by, recurrenceId, reason} = change;
  await context.db.transaction().execute(async trx => {
    const row = await lockEvent(trx, id, calendar.id);
    if (row.state === 'unconfirmed') throw new HubProblem('not-found');
    requireVersion(ifMatch, row.version);
    const columns = recurrenceId === undefined ? ofSeries(row, change) : ofDate(row, change);
    const at = context.clock.now();
    const updated = await trx
      .updateTable('calendar_events')
      .set({...columns, version: row.version + 1, updated_at: at.getTime()})
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const action = actionOf(isCancelled, recurrenceId !== undefined);
    await appendHistory(trx, {...by, eventId: id, at, action, recurrenceId, reason});
    const news = await settleDates(context, trx, {before: row, after: updated});
    await tellOfChange(context, trx, updated, news);
    await markPublished(trx, context.clock, calendar.id);
  });
  context.outbox.wake();
}

function actionOf(isCancelled: boolean, isDate: boolean): NewHistoryLine['action'] {
  if (isDate) return isCancelled ? 'date-cancelled' : 'date-restored';
  return isCancelled ? 'cancelled' : 'restored';
}

type Columns = Partial<Pick<EventRow, 'state' | 'reason' | 'document' | 'starts_at' | 'ends_at'>>;

function ofSeries(row: EventRow, {isCancelled, reason}: Cancellation): Columns {
  if (row.state !== (isCancelled ? 'published' : 'cancelled')) throw wrongEventState(row.state);
  return isCancelled
    ? {state: 'cancelled', reason: reason ?? null}
    : {state: 'published', reason: null};
}

function ofDate(row: EventRow, {recurrenceId, isCancelled, reason}: Cancellation): Columns {
  if (row.state !== 'published') throw wrongEventState(row.state);
  const document = documentOf(row);
  const date = dateOf(document, recurrenceId!);
  if (!date) throw new HubProblem('not-found');
  const others = (document.overrides ?? []).filter(one => one.recurrenceId !== recurrenceId);
  const before: EventOverride = date.override ?? {recurrenceId: recurrenceId!};
  const rest = without(before, 'isCancelled', 'reason');
  const own: EventOverride = isCancelled
    ? {...rest, isCancelled: true, ...(reason !== undefined && {reason})}
    : rest;
  // an override that says nothing any more goes
  const isEmpty = Object.keys(own).length === 1;
  const overrides = [...others, ...(isEmpty ? [] : [own])].sort((one, other) =>
    one.recurrenceId < other.recurrenceId ? -1 : 1,
  );
  const after: EventDocument = {
    ...without(document, 'overrides'),
    ...(overrides.length > 0 && {overrides}),
  };
  return {document: JSON.stringify(after), ...spanColumns(after)};
}
