import {isUndo} from '@local-widgets/model';
import type {OrderActor, OrderState} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import type {OutboxRow} from '../outbox/claim.js';
import {mailRows, shopReceivers, webhookRows} from '../outbox/message-rows.js';
import type {Audience, Sources} from '../outbox/message-rows.js';
import type {MailTemplate, WebhookEvent} from '../outbox/outbox.js';
import type {NewOrder} from './new-order.js';
import type {OrderRow} from './order-row.js';

/** What tells of a new order: receipt to the customer, alarm to the shop, webhooks. */
export function messagesOfNewOrder(
  sources: Sources,
  {row, events}: Pick<NewOrder, 'row' | 'events'>,
  {url, audience}: {url: string; audience: Audience},
): OutboxRow[] {
  const mail = {orderId: row.id, shopId: row.shop_id};
  const receipt = {...mail, template: 'order-received', data: {url}} as const;
  const alarm = {...mail, template: 'order-alarm', data: {alarm: 'received'}} as const;
  return [
    ...mailRows(sources, receipt, [{}]),
    ...mailRows(sources, alarm, shopReceivers(audience)),
    ...events.flatMap(({state}) =>
      webhookRows(sources, {event: webhookOf(state), order: row}, audience.endpoints),
    ),
  ];
}

const MAILS: Partial<Record<OrderState, MailTemplate>> = {
  accepted: 'order-accepted',
  ready: 'order-ready',
  refused: 'order-refused',
  cancelled: 'order-cancelled',
  expired: 'order-expired',
};

export interface Move {
  row: Pick<OrderRow, 'id'>;
  from: OrderState;
  to: OrderState;
  by: OrderActor;
}

/** A step that was undone at the desk is news to no customer; programs are told of all. */
export async function tellOfMove(
  {outbox}: HubContext,
  trx: HubTransaction,
  {row: {id: orderId}, from, to, by}: Move,
): Promise<void> {
  const template = isUndo(from, to) ? undefined : MAILS[to];
  if (template) await outbox.enqueue(trx, {kind: 'mail', template, orderId});
  if (to === 'cancelled' && by === 'customer') {
    const data = {alarm: 'cancelled'} as const;
    await outbox.enqueue(trx, {kind: 'mail', template: 'order-alarm', orderId, data});
  }
  await outbox.enqueue(trx, {kind: 'webhook', event: webhookOf(to), orderId});
}

const webhookOf = (state: OrderState): WebhookEvent => `order.${state}`;
