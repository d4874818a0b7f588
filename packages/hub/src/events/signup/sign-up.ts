import type {PlacedRegistration, RegistrationRequest} from '@local-widgets/model/schemas.js';
import {sha256Hex, uuid7} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {keepAnswer, keptAnswer, type KeyedRequest} from '../../idempotency/kept-answers.js';
import {bodyHash} from '../../idempotency/request-key.js';
import {checkContact} from '../documents/check-document.js';
import {dateOf, type DocumentDate} from '../documents/document-dates.js';
import {sayEvent} from '../event-words.js';
import {documentOf, isPublic, type EventRow} from '../store/event-row.js';
import {dateColumns, lockDate, queueUp, takePlaces, type DateKey} from './date-row.js';
import {mailTo} from './registration-mails.js';
import {linkTo, requireRegistration} from './registration-row.js';
import {signUpBar, type SignUpBar} from './sign-up-state.js';

export interface SignUp extends DateKey {
  /** Made by the client before the first try. */
  uuid: string;
  request: RegistrationRequest;
}

export interface SignUpAnswer {
  answer: PlacedRegistration;
  /** The same was asked before: nothing was written now. */
  isReplay: boolean;
}

/**
 * Signs somebody up for one date, once however often it is asked with the same UUID. Places, registration,
 * its link and the mail are one transaction: all of it is there when the answer is given, or nothing.
 *
 * @throws HubProblem why not; nothing was written, and the UUID may be used again
 */
export async function signUp(context: HubContext, attempt: SignUp): Promise<SignUpAnswer> {
  checkContact(attempt.request.contact, '/contact');
  const keyed: KeyedRequest = {
    scope: `PUT /v1/events/${attempt.eventId}/occurrences/${attempt.recurrenceId}/registrations`,
    key: attempt.uuid,
    hash: bodyHash(attempt.request),
  };
  const before = await replay(context, attempt, keyed);
  if (before) return before;
  try {
    const answer = await context.db
      .transaction()
      .execute(trx => write(context, trx, attempt, keyed));
    context.outbox.wake();
    return {answer, isReplay: false};
  } catch (error) {
    // another process answered the same request meanwhile, and may have taken the last place for it
    const isOvertaken =
      isTaken(error) || (error instanceof HubProblem && error.code === 'fully-booked');
    const answered = isOvertaken && (await replay(context, attempt, keyed));
    if (answered) return answered;
    throw error;
  }
}

async function replay(
  context: HubContext,
  {eventId, recurrenceId, uuid}: SignUp,
  keyed: KeyedRequest,
): Promise<SignUpAnswer | undefined> {
  const {db} = context;
  const row = await db
    .selectFrom('registrations')
    .select(['id', 'body_hash'])
    .where('event_id', '=', eventId)
    .where('recurrence_id', '=', recurrenceId)
    .where('request_key', '=', sha256Hex(uuid))
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.body_hash !== keyed.hash) throw new HubProblem('idempotency-key-reused');
  const {registration} = await requireRegistration(db, row.id);
  const text = await keptAnswer(db, keyed);
  const kept = text === undefined ? {} : (JSON.parse(text) as PlacedRegistration);
  return {answer: {...kept, registration}, isReplay: true};
}

async function write(
  context: HubContext,
  trx: HubTransaction,
  attempt: SignUp,
  keyed: KeyedRequest,
): Promise<PlacedRegistration> {
  const {clock, chance, config} = context;
  const {eventId, recurrenceId, request} = attempt;
  const now = clock.now().getTime();
  const event = await holdEvent(context, trx, eventId);
  const date = requireOpenDate(event, recurrenceId, now);
  const {state, position} = await takeOrQueue(trx, {event, date, now, places: request.places});
  const id = uuid7(clock, chance);
  await trx
    .insertInto('registrations')
    .values({
      id,
      event_id: eventId,
      recurrence_id: recurrenceId,
      request_key: sha256Hex(attempt.uuid),
      body_hash: keyed.hash,
      state,
      places: request.places,
      position,
      contact: JSON.stringify(request.contact),
      language: request.language,
      created_at: now,
      updated_at: now,
      cancelled_at: null,
      cancelled_by: null,
      erased_at: null,
    })
    .execute();
  const token = await linkTo(context, trx, {registrationId: id});
  const url = `${config.publicUrl}/r/${token}`;
  const template = state === 'confirmed' ? 'registration-confirmed' : 'registration-waiting';
  await mailTo(context, trx, {id, template, url});
  const {registration} = await requireRegistration(trx, id);
  const answer: PlacedRegistration = {registration, token, url};
  await keepAnswer(trx, keyed, {answer, orderId: id, at: clock.now(), chance});
  await context.pauseAt?.('before-commit');
  return answer;
}

/** The event as it is published; its editors wait until this transaction is over. */
async function holdEvent(
  {dialect}: HubContext,
  trx: HubTransaction,
  id: string,
): Promise<EventRow> {
  const query = trx.selectFrom('calendar_events').selectAll().where('id', '=', id);
  // on SQLite, transactions that write are alone anyway
  const row = await (dialect === 'postgres' ? query.forShare() : query).executeTakeFirst();
  if (!row || !isPublic(row)) throw new HubProblem('not-found');
  return row;
}

const SENTENCE_OF = {
  none: 'none',
  cancelled: 'cancelled',
  past: 'past',
  'not-yet': 'notYet',
  closed: 'closed',
} as const satisfies Record<SignUpBar, string>;

function requireOpenDate(event: EventRow, recurrenceId: string, now: number): DocumentDate {
  const document = documentOf(event);
  const date = dateOf(document, recurrenceId);
  if (!date) throw new HubProblem('not-found');
  const isSeriesCancelled = event.state === 'cancelled';
  const bar = signUpBar({document, date, isSeriesCancelled, now});
  if (bar === undefined) return date;
  throw new HubProblem('sign-up-closed', {
    detail: sayEvent(words => words.signUp[SENTENCE_OF[bar]]),
  });
}

async function takeOrQueue(
  trx: HubTransaction,
  {event, date, now, places}: {event: EventRow; date: DocumentDate; now: number; places: number},
): Promise<{state: 'confirmed' | 'waiting'; position: number}> {
  const document = documentOf(event);
  const {maxPlaces, hasWaitingList} = document.signUp!;
  if (places > maxPlaces) {
    throw invalidField(
      '/places',
      sayEvent(words => words.signUp.tooManyPlaces(maxPlaces)),
    );
  }
  const key = {eventId: event.id, recurrenceId: date.recurrenceId};
  const columns = dateColumns(document, date, now);
  let position = await takePlaces(trx, key, places);
  if (position === undefined) {
    // full, or its first one: a date gets its row when somebody comes
    await trx
      .insertInto('event_dates')
      .values({
        event_id: key.eventId,
        recurrence_id: key.recurrenceId,
        ...columns,
        taken: 0,
        kept: 0,
        waiting: 0,
        last_position: 0,
      })
      .onConflict(conflict => conflict.columns(['event_id', 'recurrence_id']).doNothing())
      .execute();
    position = await takePlaces(trx, key, places);
  }
  if (position !== undefined) return {state: 'confirmed', position};
  if (hasWaitingList && places <= (columns.capacity ?? places)) {
    return {state: 'waiting', position: await queueUp(trx, key)};
  }
  const {capacity, taken} = await lockDate(trx, key);
  throw new HubProblem('fully-booked', {
    detail: sayEvent(words => words.signUp.left(Math.max(0, (capacity ?? 0) - taken))),
  });
}
