import type {EventDecision, EventDocument} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {checkDocument} from '../documents/check-document.js';
import {sayEvent} from '../event-words.js';
import {tellOfDecision} from '../mails/tell-of-proposal.js';
import {documentOf, lockEvent, type EventRow} from '../store/event-row.js';
import {appendHistory, type EventActor} from '../store/history.js';
import {requireVersion} from '../versions.js';
import {updateEvent} from './write-event.js';

export interface Decision {
  calendar: Calendar;
  /** Of the event. */
  id: string;
  decision: EventDecision;
  ifMatch: string | undefined;
  by: EventActor;
}

/**
 * Accepts or rejects a proposed event, or what was proposed in place of a published one; who proposed it
 * is told.
 *
 * @throws HubProblem `wrong-state` when there is nothing to decide, `invalid` for rejecting without a reason
 */
export async function decideEvent(context: HubContext, change: Decision): Promise<void> {
  const {decision, reason} = change.decision;
  if (decision === 'reject' && reason === undefined) {
    throw invalidField(
      '/reason',
      sayEvent(words => words.reasonNeeded),
    );
  }
  await context.db.transaction().execute(async trx => {
    const row = await lockEvent(trx, change.id, change.calendar.id);
    if (row.state === 'unconfirmed') throw new HubProblem('not-found');
    requireVersion(change.ifMatch, row.version);
    if (row.state === 'proposed') await decideProposal(context, trx, row, change);
    else if (row.state === 'published' && row.change !== null) {
      await decideChange(context, trx, row, change);
    } else {
      throw new HubProblem('wrong-state', {title: sayEvent(words => words.nothingToDecide)});
    }
  });
  context.outbox.wake();
}

async function decideProposal(
  context: HubContext,
  trx: HubTransaction,
  row: EventRow,
  {calendar, decision: {decision, reason}, by}: Decision,
): Promise<void> {
  if (decision === 'accept') {
    const document = documentOf(row);
    checkDocument(document, '');
    await updateEvent(context, trx, row, {calendar, document, step: 'published', by});
    return;
  }
  const at = context.clock.now();
  await trx
    .updateTable('calendar_events')
    .set({state: 'rejected', reason: reason!, version: row.version + 1, updated_at: at.getTime()})
    .where('id', '=', row.id)
    .execute();
  await appendHistory(trx, {...by, eventId: row.id, at, action: 'rejected', reason});
  const news = {row, calendar, isAccepted: false, by: row.proposed_by, reason};
  await tellOfDecision(context, trx, news);
}

async function decideChange(
  context: HubContext,
  trx: HubTransaction,
  row: EventRow,
  {calendar, decision: {decision, reason}, by}: Decision,
): Promise<void> {
  const at = context.clock.now();
  const isAccepted = decision === 'accept';
  if (isAccepted) {
    const document = JSON.parse(row.change!) as EventDocument;
    checkDocument(document, '');
    const update = {calendar, document, step: 'published', by, acceptsChange: true} as const;
    await updateEvent(context, trx, row, update);
  } else {
    await trx
      .updateTable('calendar_events')
      .set({change: null, change_by: null, version: row.version + 1, updated_at: at.getTime()})
      .where('id', '=', row.id)
      .execute();
  }
  const action = isAccepted ? 'change-accepted' : 'change-rejected';
  await appendHistory(trx, {...by, eventId: row.id, at, action, reason});
  if (row.change_by === null) return;
  await tellOfDecision(context, trx, {row, calendar, isAccepted, by: row.change_by, reason});
}
