import type {EventDocument, ProposalRequest} from '@local-widgets/model/schemas.js';
import {normalizeEmail} from '../../accounts/email.js';
import {uuid7} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {keepAnswer, keptAnswer, type KeyedRequest} from '../../idempotency/kept-answers.js';
import {bodyHash} from '../../idempotency/request-key.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {checkDocument} from '../documents/check-document.js';
import {normalDocument} from '../documents/normal-document.js';
import {spanColumns} from '../desk/write-event.js';
import {sayEvent} from '../event-words.js';
import {linkTo} from '../signup/registration-row.js';
import {proposerOf, type EventProposer} from '../store/event-row.js';
import {appendHistory, THE_PROPOSER} from '../store/history.js';

/** Proposals of one address that may wait to be confirmed: nobody's mailbox is filled by others. */
const MOST_OPEN = 3;

export interface ProposalAttempt {
  calendar: Calendar;
  request: ProposalRequest;
  /** From `requestKey`. */
  idempotencyKey: string;
}

/**
 * Takes an event that somebody without an account proposes, and sends the link to confirm it. Nobody sees
 * it before that link was used. The same key is the same proposal.
 *
 * @throws HubProblem `forbidden` when the calendar takes none, `invalid` by field, `too-many-requests` while
 *   several of the same address wait
 */
export async function propose(context: HubContext, attempt: ProposalAttempt): Promise<void> {
  const {calendar, request, idempotencyKey} = attempt;
  if (!calendar.settings.acceptsProposals) {
    throw new HubProblem('forbidden', {detail: sayEvent(words => words.proposalsClosed)});
  }
  const {email} = request.contact;
  if (email === undefined) {
    throw invalidField(
      '/contact/email',
      sayEvent(words => words.emailNeeded),
    );
  }
  const document = normalDocument(request.event);
  checkDocument(document);
  const keyed: KeyedRequest = {
    scope: `POST /v1/calendars/${calendar.id}/proposals`,
    key: idempotencyKey,
    hash: bodyHash(request),
  };
  if ((await keptAnswer(context.db, keyed)) !== undefined) return;
  await context.db.transaction().execute(async trx => {
    await requireRoom(trx, calendar, email);
    await write(context, trx, {calendar, request, document, email, keyed});
  });
  context.outbox.wake();
}

async function requireRoom(trx: HubTransaction, {id}: Calendar, email: string): Promise<void> {
  const rows = await trx
    .selectFrom('calendar_events')
    .select('proposer')
    .where('calendar_id', '=', id)
    .where('state', '=', 'unconfirmed')
    .execute();
  const address = normalizeEmail(email);
  const open = rows.filter(row => normalizeEmail(proposerOf(row)?.contact.email ?? '') === address);
  if (open.length < MOST_OPEN) return;
  throw new HubProblem('too-many-requests', {
    retryAfter: 3600,
    detail: sayEvent(words => words.proposalsOpen),
  });
}

interface NewProposal {
  calendar: Calendar;
  request: ProposalRequest;
  document: EventDocument;
  email: string;
  keyed: KeyedRequest;
}

async function write(
  context: HubContext,
  trx: HubTransaction,
  {calendar, request, document, email, keyed}: NewProposal,
): Promise<void> {
  const {clock, chance, config, outbox} = context;
  const {contact, organization, language} = request;
  const id = uuid7(clock, chance);
  const at = clock.now();
  const proposer: EventProposer = {
    contact,
    language,
    ...(organization !== undefined && {organization}),
  };
  await trx
    .insertInto('calendar_events')
    .values({
      id,
      calendar_id: calendar.id,
      state: 'unconfirmed',
      document: JSON.stringify(document),
      change: null,
      change_by: null,
      version: 1,
      ...spanColumns(document),
      reason: null,
      proposed_by: null,
      proposer: JSON.stringify(proposer),
      imported_from: null,
      source_uid: null,
      source_hash: null,
      created_at: at.getTime(),
      updated_at: at.getTime(),
      published_at: null,
    })
    .execute();
  await appendHistory(trx, {...THE_PROPOSER, eventId: id, at, action: 'created'});
  // the same request at the same time in another process: one of the two is undone
  const isFirst = await keepAnswer(trx, keyed, {answer: {}, orderId: id, at, chance});
  if (!isFirst) throw new HubProblem('in-progress', {retryAfter: 1});
  const url = `${config.publicUrl}/p/${await linkTo(context, trx, {eventId: id})}`;
  await outbox.enqueue(trx, {
    kind: 'mail',
    template: 'proposal-confirm',
    shopId: calendar.shopId,
    to: email,
    data: {eventId: id, url, language},
  });
}
