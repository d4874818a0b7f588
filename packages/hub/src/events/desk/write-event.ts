import type {EventDocument, EventState, EventWrite} from '@local-widgets/model/schemas.js';
import type {Role} from '../../accounts/roles.js';
import {includesRole} from '../../accounts/roles.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {markPublished, type Calendar} from '../calendars/calendar-store.js';
import {checkDocument} from '../documents/check-document.js';
import {spanOf} from '../documents/document-dates.js';
import {normalDocument} from '../documents/normal-document.js';
import {tellOfDecision, tellOfProposal} from '../mails/tell-of-proposal.js';
import {tellOfChange} from '../signup/tell-of-change.js';
import {settleDates} from '../signup/settle-dates.js';
import {appendHistory, changedFields, type EventActor} from '../store/history.js';
import {
  documentOf,
  findLocked,
  isPublic,
  wrongEventState,
  type EventRow,
} from '../store/event-row.js';
import {requireVersion} from '../versions.js';

export interface EventChange {
  calendar: Calendar;
  /** UUID of the event, made by who writes it first. */
  id: string;
  write: EventWrite;
  /** `If-Match` of the request. */
  ifMatch: string | undefined;
  by: EventActor;
  role: Role;
}

/**
 * Writes an event, and moves it where asked. What a clerk writes of a published event waits beside it.
 *
 * @returns whether it is a new one
 * @throws HubProblem `version-missing`, `version-changed`, `invalid` by field, `forbidden` for a step that
 *   the role may not take, `wrong-state`, `people-signed-up` for a date that would be gone
 */
export async function writeEvent(context: HubContext, change: EventChange): Promise<boolean> {
  const document = normalDocument(change.write.event);
  checkDocument(document);
  const isNew = await context.db.transaction().execute(async trx => {
    const row = await findLocked(trx, change.id);
    const isOthers = row && row.calendar_id !== change.calendar.id;
    if (isOthers || row?.state === 'unconfirmed') throw new HubProblem('not-found');
    requireVersion(change.ifMatch, row?.version);
    if (!row) {
      await insertEvent(context, trx, change, document, firstStep(change));
      return true;
    }
    const step = nextStep(row.state as EventState, change);
    if (step === 'change') await writeChange(context, trx, row, {...change, document});
    else await updateEvent(context, trx, row, {...change, document, step});
    return false;
  });
  context.outbox.wake();
  return isNew;
}

/** Where an event goes as it is written; `change`: the document waits to be accepted. */
type Step = EventState | 'change';

function firstStep({write: {state = 'draft'}, role}: EventChange): EventState {
  if (state === 'published') requireMerchant(role);
  return state;
}

function nextStep(from: EventState, {write: {state}, role}: EventChange): Step {
  const isMerchant = includesRole(role, 'merchant');
  switch (from) {
    case 'published':
      if (state === 'draft') requireMerchant(role);
      if (state === 'draft' || (isMerchant && state !== 'proposed')) return state ?? 'published';
      if (state === 'published') requireMerchant(role);
      return 'change';
    case 'cancelled':
      requireMerchant(role);
      if (state !== undefined && state !== 'published') throw wrongEventState(from);
      return state ?? 'cancelled';
    case 'rejected':
      if (state === 'published') requireMerchant(role);
      return state ?? 'draft';
    default:
      if (state === 'published') requireMerchant(role);
      return state ?? from;
  }
}

function requireMerchant(role: Role): void {
  if (!includesRole(role, 'merchant')) throw new HubProblem('forbidden');
}

async function insertEvent(
  context: HubContext,
  trx: HubTransaction,
  {id, calendar, by}: EventChange,
  document: EventDocument,
  state: EventState,
): Promise<void> {
  const {clock} = context;
  const now = clock.now().getTime();
  const row = await trx
    .insertInto('calendar_events')
    .values({
      id,
      calendar_id: calendar.id,
      state,
      document: JSON.stringify(document),
      change: null,
      change_by: null,
      version: 1,
      ...spanColumns(document),
      reason: null,
      proposed_by: state === 'proposed' ? (by.personId ?? null) : null,
      proposer: null,
      imported_from: null,
      source_uid: null,
      source_hash: null,
      created_at: now,
      updated_at: now,
      published_at: state === 'published' ? now : null,
    })
    // another process was faster with the same UUID
    .onConflict(conflict => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new HubProblem('version-changed');
  const line = {...by, eventId: id, at: clock.now()};
  await appendHistory(trx, {...line, action: 'created'});
  await followState(context, trx, {row, from: undefined, calendar, by});
}

/** A clerk's document beside the published one. */
async function writeChange(
  context: HubContext,
  trx: HubTransaction,
  row: EventRow,
  {document, by, calendar}: EventChange & {document: EventDocument},
): Promise<void> {
  await trx
    .updateTable('calendar_events')
    .set({
      change: JSON.stringify(document),
      change_by: by.personId ?? null,
      version: row.version + 1,
      updated_at: context.clock.now().getTime(),
    })
    .where('id', '=', row.id)
    .execute();
  await appendHistory(trx, {
    ...by,
    eventId: row.id,
    at: context.clock.now(),
    action: 'change-proposed',
    fields: changedFields(documentOf(row), document),
  });
  await tellOfProposal(context, trx, {row, calendar});
}

export interface EventUpdate {
  calendar: Calendar;
  document: EventDocument;
  step: EventState;
  by: EventActor;
  /** The document is the change that waited. */
  acceptsChange?: boolean;
}

/** Puts a document in place of the one that is there, and moves the event; who signed up is told. */
export async function updateEvent(
  context: HubContext,
  trx: HubTransaction,
  row: EventRow,
  {calendar, document, step, by, acceptsChange = false}: EventUpdate,
): Promise<void> {
  const {clock} = context;
  const now = clock.now().getTime();
  const before = documentOf(row);
  const updated = await trx
    .updateTable('calendar_events')
    .set({
      state: step,
      document: JSON.stringify(document),
      // somebody's work is kept until it is decided about
      ...((acceptsChange || !isPublic({state: step})) && {change: null, change_by: null}),
      version: row.version + 1,
      ...spanColumns(document),
      ...(step !== 'cancelled' && {reason: null}),
      ...(step === 'proposed' && row.state !== 'proposed' && {proposed_by: by.personId ?? null}),
      updated_at: now,
      published_at: step === 'published' ? (row.published_at ?? now) : row.published_at,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const fields = changedFields(before, document);
  if (fields.length > 0) {
    const line = {...by, eventId: row.id, at: clock.now()};
    await appendHistory(trx, {...line, action: 'edited', fields});
  }
  const news = await settleDates(context, trx, {before: row, after: updated});
  await tellOfChange(context, trx, updated, news);
  await followState(context, trx, {row: updated, from: row.state as EventState, calendar, by});
}

/** What else belongs to where an event went: its history, its mails, and that the calendar is another now. */
async function followState(
  context: HubContext,
  trx: HubTransaction,
  {
    row,
    from,
    calendar,
    by,
  }: {row: EventRow; from: EventState | undefined; calendar: Calendar; by: EventActor},
): Promise<void> {
  const state = row.state as EventState;
  if (isPublic(row) || (from !== undefined && isPublic({state: from}))) {
    await markPublished(trx, context.clock, calendar.id);
  }
  if (state === from) return;
  const action = actionOf(from, state);
  if (action) await appendHistory(trx, {...by, eventId: row.id, at: context.clock.now(), action});
  if (state === 'proposed') await tellOfProposal(context, trx, {row, calendar});
  if (state === 'published' && from === 'proposed') {
    await tellOfDecision(context, trx, {row, calendar, isAccepted: true, by: row.proposed_by});
  }
}

function actionOf(from: EventState | undefined, to: EventState) {
  if (to === 'proposed') return 'proposed';
  if (to === 'published') return from === 'cancelled' ? 'restored' : 'published';
  if (to === 'draft' && from === 'proposed') return 'taken-back';
  if (to === 'draft' && from === 'published') return 'unpublished';
  return undefined;
}

/** From when to when the event is, as columns that can be asked for. */
export function spanColumns(document: EventDocument): Pick<EventRow, 'starts_at' | 'ends_at'> {
  const {startsAt, endsAt} = spanOf(document);
  return {starts_at: startsAt, ends_at: endsAt ?? null};
}
