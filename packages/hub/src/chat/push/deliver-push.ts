import type {Selectable} from 'kysely';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import type {PushSubscriptionsTable} from '../../database/chat-tables.js';
import type {Carriers} from '../../outbox/carriers.js';
import type {OutboxRow} from '../../outbox/claim.js';
import {errorFacts} from '../../outbox/error-facts.js';
import {settle} from '../../outbox/settle.js';
import type {Outcome} from '../../outbox/settle.js';
import {ForbiddenAddressError} from '../../webhooks/guarded-lookup.js';
import type {WebhookAnswer} from '../../webhooks/post-webhook.js';
import {nextAttempt} from '../../webhooks/retry-schedule.js';
import {chatMailWords} from '../mail/chat-mail-words.js';
import {encryptPush} from './encrypt.js';
import type {PushPayload} from './enqueue-pushes.js';
import {newVapidSecret, vapidAuthorization, vapidKeys} from './vapid.js';

/** Seconds for which a push service keeps it for a telephone that is off. */
const TTL = 24 * 3600;
/** Attempts: who was not reached within the hour looks at the desk, or is told by mail. */
const ATTEMPTS = 4;
/** Characters of a message that are shown; with the names they stay far below what can be told. */
const SHOWN = 200;

type Subscription = Selectable<PushSubscriptionsTable>;

/** Makes one attempt to tell a browser of a message, and writes down how it ended. */
export async function deliverPush(
  context: HubContext,
  carriers: Pick<Carriers, 'post'>,
  row: OutboxRow,
): Promise<Outcome['result']> {
  const outcome = await attempt(context, carriers, row);
  await settle(context.db, context, row, outcome);
  return outcome.result;
}

async function attempt(
  context: HubContext,
  carriers: Pick<Carriers, 'post'>,
  row: OutboxRow,
): Promise<Outcome> {
  const {db, clock, chance, log} = context;
  const {subscription: id, seq} = JSON.parse(row.payload) as PushPayload;
  const subscription = await db
    .selectFrom('push_subscriptions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const news = subscription && (await newsOf(context, row, seq, subscription));
  if (!news) return {result: 'sent', note: 'nothing to tell any more'};
  const answer = await send(context, carriers, subscription, row, news).catch((error: unknown) => {
    log.warn({outbox: row.id, error: errorFacts(error)}, 'A push got no answer.');
    return error instanceof ForbiddenAddressError ? 'forbidden' : undefined;
  });
  if (answer === 'forbidden') return {result: 'failed', error: 'The address is not public.'};
  if (answer && answer.status >= 200 && answer.status < 300) return {result: 'sent'};
  const error = answer ? `HTTP ${answer.status}` : 'No answer.';
  if (answer && [404, 410].includes(answer.status)) {
    // the browser wants nothing more (RFC 8030, section 7.3)
    await db.deleteFrom('push_subscriptions').where('id', '=', id).execute();
    return {result: 'failed', error};
  }
  const isLast = row.attempts >= ATTEMPTS || (answer && [400, 403, 413].includes(answer.status));
  const {retryAfter} = answer ?? {};
  const at = isLast
    ? undefined
    : nextAttempt({attempts: row.attempts, now: clock.now(), chance, retryAfter});
  return at ? {result: 'retried', error, at} : {result: 'failed', error};
}

/** What the notification says; `undefined` when it was read, deleted or erased meanwhile. */
async function newsOf(
  {db, config}: HubContext,
  {room_id}: OutboxRow,
  seq: number,
  {language}: Subscription,
): Promise<object | undefined> {
  const found = await db
    .selectFrom('chat_messages as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['m.id', 'm.name', 'm.text', 'm.image', 'm.state', 'r.shop_id', 'r.shop_read'])
    .where('m.room_id', '=', room_id ?? '')
    .where('m.seq', '=', seq)
    .executeTakeFirst();
  if (!found || found.state === 'deleted' || found.shop_read >= seq) return undefined;
  const words = chatMailWords(language === 'en' ? 'en' : 'fr');
  const text = found.text ?? (found.image === null ? '' : words.picture);
  return {
    title: found.name ?? words.visitor,
    body: text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text,
    room: room_id,
    shop: found.shop_id,
    message: found.id,
    url: `${config.publicUrl}/desk/`,
  };
}

async function send(
  {config, clock, chance, chat}: HubContext,
  carriers: Pick<Carriers, 'post'>,
  {endpoint, public_key, auth_secret}: Subscription,
  {room_id}: OutboxRow,
  news: object,
): Promise<WebhookAnswer> {
  const keys = vapidKeys(await chat.secrets.read('push', () => newVapidSecret(chance)));
  const subject = `mailto:${config.mail.from.address}`;
  const plain = Buffer.from(JSON.stringify(news));
  return carriers.post({
    url: endpoint,
    body: encryptPush(plain, {p256dh: public_key, auth: auth_secret}, chance),
    headers: {
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: String(TTL),
      urgency: 'high',
      // the latest of a conversation takes the place of those that were not delivered (RFC 8030, 5.4)
      topic: sha256Hex(room_id ?? '').slice(0, 32),
      authorization: vapidAuthorization(keys, {endpoint, subject, now: clock.now()}),
    },
  });
}
