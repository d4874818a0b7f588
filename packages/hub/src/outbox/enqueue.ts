import type {ShopSettings} from '@local-widgets/model/schemas.js';
import type {InsertObject} from 'kysely';
import {uuid7, type Chance, type Clock} from '../chance-and-clock.js';
import type {Tables} from '../database/tables.js';
import type {OutboxKind} from './claim.js';
import type {MailMessage, MailTemplate, OutboxMessage, WebhookMessage, Writer} from './outbox.js';
import type {MailPayload, WebhookPayload} from './payload.js';
import {webhookBody} from './webhook-body.js';

export interface Sources {
  clock: Clock;
  chance: Chance;
}

type OutboxValues = InsertObject<Tables, 'outbox'>;
type Receiver = Omit<MailPayload, 'template' | 'data'>;

/**
 * Writes a message into the outbox, in the transaction of what it tells. A mail for the people of a shop
 * becomes one row for each of them, a webhook one for each enabled endpoint; nobody to tell, no row.
 */
export async function enqueue(
  sources: Sources,
  writer: Writer,
  message: OutboxMessage,
): Promise<void> {
  const rows =
    message.kind === 'mail'
      ? await mailRows(sources, writer, message)
      : await webhookRows(sources, writer, message);
  if (rows.length === 0) return;
  await writer
    .insertInto('outbox')
    .values(rows)
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute();
}

/** Mails for the people of a shop. */
const FOR_SHOPS: ReadonlySet<MailTemplate> = new Set([
  'order-alarm',
  'webhook-failed',
  'chat-unread',
  'chat-report',
]);

async function mailRows(
  sources: Sources,
  writer: Writer,
  message: MailMessage,
): Promise<OutboxValues[]> {
  const {template, orderId, shopId, roomId, to, data, once} = message;
  const receivers: Receiver[] =
    to !== undefined ? [{to}] : FOR_SHOPS.has(template) ? await peopleOf(writer, message) : [{}];
  return receivers.map(receiver => {
    const payload: MailPayload = {template, ...receiver, ...(data && {data})};
    return {
      ...newRow(sources, 'mail', payload),
      ...(once !== undefined && {
        id: [orderId ?? shopId, once, receiver.person].filter(Boolean).join('.'),
      }),
      shop_id: shopId ?? (orderId === undefined ? null : shopOf(writer, orderId)),
      order_id: orderId ?? null,
      endpoint_id: null,
      room_id: roomId ?? null,
    };
  });
}

/** Found by the database itself: an order's transaction makes no more round trips than it must. */
function shopOf(writer: Writer, orderId: string) {
  return writer.selectFrom('orders').select('shop_id').where('orders.id', '=', orderId);
}

async function peopleOf(
  writer: Writer,
  {shopId, orderId, personId}: MailMessage,
): Promise<Receiver[]> {
  if (personId !== undefined) return [{person: personId}];
  const shop = shopId ?? shopOf(writer, orderId ?? '');
  const people = await writer
    .selectFrom('memberships')
    .select('person_id')
    .where('shop_id', '=', shop)
    .orderBy('person_id')
    .execute();
  if (people.length > 0) return people.map(({person_id}) => ({person: person_id}));
  const row = writer.selectFrom('shops').select('settings').where('id', '=', shop);
  const {settings} = await row.executeTakeFirstOrThrow();
  return (JSON.parse(settings) as ShopSettings).email === undefined ? [] : [{toShop: true}];
}

async function webhookRows(
  sources: Sources,
  writer: Writer,
  {event, orderId}: WebhookMessage,
): Promise<OutboxValues[]> {
  const endpoints = await writer
    .selectFrom('webhook_endpoints')
    .innerJoin('orders', 'orders.shop_id', 'webhook_endpoints.shop_id')
    .select('webhook_endpoints.id')
    .where('orders.id', '=', orderId)
    .where('is_enabled', '=', 1)
    .execute();
  if (endpoints.length === 0) return [];
  const order = writer.selectFrom('orders').selectAll().where('id', '=', orderId);
  const row = await order.executeTakeFirstOrThrow();
  const payload: WebhookPayload = {event, body: webhookBody(event, row, sources.clock.now())};
  return endpoints.map(({id}) => ({
    ...newRow(sources, 'webhook', payload),
    shop_id: row.shop_id,
    order_id: orderId,
    endpoint_id: id,
  }));
}

export function newRow({clock, chance}: Sources, kind: OutboxKind, payload: object) {
  const now = clock.now().getTime();
  return {
    id: uuid7(clock, chance),
    kind,
    payload: JSON.stringify(payload),
    attempts: 0,
    due_at: now,
    status: 'waiting',
    last_error: null,
    created_at: now,
    sent_at: null,
  };
}
