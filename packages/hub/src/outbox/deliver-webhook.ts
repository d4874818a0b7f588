import type {Selectable} from 'kysely';
import type {HubContext} from '../context.js';
import type {WebhookEndpointsTable} from '../database/tables.js';
import {ForbiddenAddressError} from '../webhooks/guarded-lookup.js';
import type {WebhookAnswer} from '../webhooks/post-webhook.js';
import {nextAttempt} from '../webhooks/retry-schedule.js';
import {signWebhook} from '../webhooks/sign-webhook.js';
import type {Carriers} from './carriers.js';
import type {OutboxRow} from './claim.js';
import {enqueue} from './enqueue.js';
import {errorFacts} from './error-facts.js';
import type {WebhookPayload} from './payload.js';
import {settle, type Outcome} from './settle.js';
import type {Writer} from './outbox.js';

type Endpoint = Selectable<WebhookEndpointsTable>;

interface Attempt {
  answer?: WebhookAnswer;
  /** Why there was none. */
  error?: string;
}

/** `410 Gone`: the receiver wants nothing more (Standard Webhooks 1.0). */
const GONE = 410;

/** Makes one attempt to deliver a webhook, and writes down how it ended, for its shop to see. */
export async function deliverWebhook(
  context: HubContext,
  carriers: Pick<Carriers, 'post'>,
  row: OutboxRow,
): Promise<Outcome['result']> {
  const {db, clock} = context;
  const endpoint = await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', row.endpoint_id)
    .executeTakeFirst();
  if (!endpoint?.is_enabled) {
    await settle(db, context, row, {result: 'failed', error: 'The endpoint is switched off.'});
    return 'failed';
  }
  const startedAt = clock.now();
  const made = await attempt(context, carriers, endpoint, {row, at: startedAt});
  const outcome = outcomeOf(context, row, made);
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('webhook_attempts')
      .values({
        outbox_id: row.id,
        endpoint_id: endpoint.id,
        at: startedAt.getTime(),
        status: made.answer?.status ?? null,
        error: outcome.result === 'sent' ? null : outcome.error,
        duration_ms: Math.max(0, clock.now().getTime() - startedAt.getTime()),
      })
      .execute();
    const counted = await settle(trx, context, row, outcome);
    if (counted && outcome.result === 'failed')
      await tellShop(context, trx, endpoint, row, made, outcome.error);
  });
  return outcome.result;
}

async function attempt(
  {log}: HubContext,
  carriers: Pick<Carriers, 'post'>,
  {url, secret, previous_secret}: Endpoint,
  {row: {id, payload}, at}: {row: OutboxRow; at: Date},
): Promise<Attempt> {
  const secrets = previous_secret === null ? [secret] : [secret, previous_secret];
  try {
    const {body} = JSON.parse(payload) as WebhookPayload;
    const headers = signWebhook({id, at, body, secrets});
    return {answer: await carriers.post({url, body, headers})};
  } catch (error) {
    log.warn({outbox: id, error: errorFacts(error)}, 'A webhook got no answer.');
    return {error: reasonOf(error)};
  }
}

function outcomeOf(
  {clock, chance}: HubContext,
  {attempts}: OutboxRow,
  {answer, error: reason}: Attempt,
): Outcome {
  if (answer && answer.status >= 200 && answer.status < 300) return {result: 'sent'};
  const error = answer ? `HTTP ${answer.status}` : reason!;
  if (answer?.status === GONE) return {result: 'failed', error};
  const {retryAfter} = answer ?? {};
  const at = nextAttempt({attempts, now: clock.now(), chance, retryAfter});
  return at ? {result: 'retried', error, at} : {result: 'failed', error};
}

/** After the last attempt, once a day and endpoint; and an endpoint that said 410 is switched off. */
async function tellShop(
  {clock, chance}: HubContext,
  trx: Writer,
  {id, shop_id}: Endpoint,
  row: OutboxRow,
  {answer}: Attempt,
  error: string,
): Promise<void> {
  if (answer?.status === GONE) {
    await trx.updateTable('webhook_endpoints').set({is_enabled: 0}).where('id', '=', id).execute();
  }
  const {event} = JSON.parse(row.payload) as WebhookPayload;
  await enqueue({clock, chance}, trx, {
    kind: 'mail',
    template: 'webhook-failed',
    shopId: shop_id,
    data: {endpointId: id, event, error},
    once: `webhook-failed.${id}.${clock.now().toISOString().slice(0, 10)}`,
  });
}

/** In words that may be shown; the receiver's own stay out. */
function reasonOf(error: unknown): string {
  if (error instanceof ForbiddenAddressError) return 'The address is not public.';
  if (error instanceof RangeError) return 'The secret of the endpoint cannot be used.';
  if (error instanceof SyntaxError) return 'The message cannot be read.';
  const {name, code} = error as {name?: string; code?: string};
  if (name === 'TimeoutError' || name === 'AbortError') return 'No answer in time.';
  return `No connection${code === undefined ? '' : ` (${code})`}.`;
}
