import type {ShopSettings} from '@local-widgets/model/schemas.js';
import type {CompiledQuery} from 'kysely';
import {compileOnce} from '../database/compile-once.js';
import {mailRows, shopReceivers, webhookRows} from './message-rows.js';
import type {Sources} from './message-rows.js';
import type {OutboxRow} from './claim.js';
import type {MailMessage, MailTemplate, OutboxMessage, WebhookMessage, Writer} from './outbox.js';

const insert = compileOnce((db, row: OutboxRow) =>
  db
    .insertInto('outbox')
    .values({
      id: row.id,
      kind: row.kind,
      shop_id: row.shop_id,
      order_id: row.order_id,
      registration_id: row.registration_id,
      endpoint_id: row.endpoint_id,
      room_id: row.room_id,
      payload: row.payload,
      attempts: row.attempts,
      due_at: row.due_at,
      status: row.status,
      created_at: row.created_at,
    })
    .onConflict(conflict => conflict.column('id').doNothing()),
);

/** The statement that writes a row; one whose id is there already changes nothing. */
export const insertingRow = (writer: Writer, row: OutboxRow): CompiledQuery =>
  insert.with(writer, row);

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
      ? await rowsOfMail(sources, writer, message)
      : await rowsOfWebhook(sources, writer, message);
  for (const row of rows) await insert.run(writer, row);
}

/** Mails for the people of a shop. */
const FOR_SHOPS: ReadonlySet<MailTemplate> = new Set([
  'order-alarm',
  'webhook-failed',
  'chat-unread',
  'chat-report',
  'proposal-received',
]);

async function rowsOfMail(
  sources: Sources,
  writer: Writer,
  message: MailMessage,
): Promise<OutboxRow[]> {
  const {template, personId, to} = message;
  const shopId = await shopOfMessage(writer, message);
  const whole = {...message, ...(shopId !== undefined && {shopId})};
  if (to !== undefined) return mailRows(sources, whole, [{to}]);
  if (personId !== undefined) return mailRows(sources, whole, [{person: personId}]);
  if (!FOR_SHOPS.has(template)) return mailRows(sources, whole, [{}]);
  const everybody = await members.run(writer, {shopId: shopId ?? ''});
  // what clerks cannot decide is no news for them
  const isForAll = template !== 'proposal-received';
  const people = everybody.filter(({role}) => isForAll || role === 'merchant');
  const receivers = people.map(({person_id}) => person_id);
  const hasAddress = people.length === 0 && (await hasOwnAddress(writer, shopId ?? ''));
  return mailRows(sources, whole, shopReceivers({people: receivers, hasAddress}));
}

async function rowsOfWebhook(
  sources: Sources,
  writer: Writer,
  {event, orderId}: WebhookMessage,
): Promise<OutboxRow[]> {
  const shopId = await shopOf(writer, orderId);
  const enabled = await endpoints.run(writer, {shopId: shopId ?? ''});
  if (enabled.length === 0) return [];
  const row = writer.selectFrom('orders').selectAll().where('id', '=', orderId);
  const order = await row.executeTakeFirstOrThrow();
  const ids = enabled.map(({id}) => id);
  return webhookRows(sources, {event, order}, ids);
}

/** Rows of the people of a shop. */
export const members = compileOnce((db, {shopId}: {shopId: string}) =>
  db
    .selectFrom('memberships')
    .select(['person_id', 'role'])
    .where('shop_id', '=', shopId)
    .orderBy('person_id'),
);

/** Rows of the enabled endpoints of a shop. */
export const endpoints = compileOnce((db, {shopId}: {shopId: string}) =>
  db
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('is_enabled', '=', 1)
    .orderBy('id'),
);

const shopOfOrder = compileOnce((db, {orderId}: {orderId: string}) =>
  db.selectFrom('orders').select('shop_id').where('id', '=', orderId),
);

async function shopOf(writer: Writer, orderId: string): Promise<string | undefined> {
  const [row] = await shopOfOrder.run(writer, {orderId});
  return row?.shop_id;
}

const shopOfRegistration = compileOnce((db, {registrationId}: {registrationId: string}) =>
  db
    .selectFrom('registrations')
    .innerJoin('calendar_events', 'calendar_events.id', 'registrations.event_id')
    .innerJoin('calendars', 'calendars.id', 'calendar_events.calendar_id')
    .select('calendars.shop_id')
    .where('registrations.id', '=', registrationId),
);

async function shopOfMessage(
  writer: Writer,
  {shopId, orderId, registrationId}: MailMessage,
): Promise<string | undefined> {
  if (shopId !== undefined) return shopId;
  if (orderId !== undefined) return shopOf(writer, orderId);
  if (registrationId === undefined) return undefined;
  const [row] = await shopOfRegistration.run(writer, {registrationId});
  return row?.shop_id;
}

async function hasOwnAddress(writer: Writer, shopId: string): Promise<boolean> {
  const row = writer.selectFrom('shops').select('settings').where('id', '=', shopId);
  const {settings} = await row.executeTakeFirstOrThrow();
  return (JSON.parse(settings) as ShopSettings).email !== undefined;
}
