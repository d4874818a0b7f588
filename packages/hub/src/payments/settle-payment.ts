import type {OrderState, PaymentStatus} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import type {HubContext, HubTransaction} from '../context.js';
import type {PaymentsTable} from '../database/tables.js';
import {lockOrder} from '../orders/change-order.js';
import {appendOrderEvent} from '../orders/order-events.js';
import type {WebhookEvent} from '../outbox/outbox.js';
import {PaymentError, type PaymentProviderName} from './payment-provider.js';
import {providerOf} from './shop-provider.js';

export type PaymentRow = Selectable<PaymentsTable>;

/**
 * Asks the provider how a payment stands and writes it down. What a webhook says is never believed
 * beyond "something has changed". Asked twice, the second time changes nothing.
 *
 * @returns undefined when no order has this payment
 * @throws {PaymentError} when the provider does not tell, or tells of another amount
 */
export async function settlePayment(
  context: HubContext,
  provider: PaymentProviderName,
  reference: string,
): Promise<PaymentStatus | undefined> {
  const payment = await context.db
    .selectFrom('payments')
    .selectAll()
    .where('provider', '=', provider)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!payment) return undefined;
  const account = providerOf(context, payment.shop_id);
  if (account?.name !== provider) throw new PaymentError('refused', 'The shop left the provider.');
  const {status, amount, currency} = await account.readPayment(reference);
  if (currency !== 'EUR' || amount !== payment.amount) {
    throw new PaymentError('broken', 'The provider tells of another amount.');
  }
  await writePaymentStatus(context, payment, status);
  return status;
}

const EVENTS: Partial<Record<PaymentStatus, WebhookEvent>> = {
  paid: 'order.paid',
  refunded: 'order.refunded',
};

/** Writes the status of a payment to it and to its order, and tells of it, once. */
export async function writePaymentStatus(
  context: HubContext,
  payment: PaymentRow,
  status: PaymentStatus,
): Promise<void> {
  const {db, clock, events, outbox} = context;
  const now = clock.now();
  const hasChanged = await db.transaction().execute(async trx => {
    const order = await lockOrder(trx, payment.order_id);
    const updated = await trx
      .updateTable('payments')
      .set({status, updated_at: now.getTime()})
      .where('id', '=', payment.id)
      .where('status', '!=', status)
      // a refund is the end; an answer that was under way meanwhile is old
      .where('status', '!=', 'refunded')
      .returning('id')
      .executeTakeFirst();
    if (!updated) return false;
    if (status === 'failed' && (await hasBetter(trx, payment))) return false;
    await trx
      .updateTable('orders')
      .set({
        payment_status: status,
        updated_at: now.getTime(),
        ...(status !== 'pending' && {payment_url: null}),
      })
      .where('id', '=', order.id)
      .execute();
    const event = EVENTS[status];
    if (event) await outbox.enqueue(trx, {kind: 'webhook', event, orderId: order.id});
    await appendOrderEvent(trx, context.dialect, {
      orderId: order.id,
      shopId: order.shop_id,
      kind: 'payment',
      state: order.state as OrderState,
      by: 'hub',
      at: now,
    });
    return true;
  });
  if (!hasChanged) return;
  events.announce(payment.shop_id);
  outbox.wake();
}

/** Another payment of the same order is under way or done: this failure is no news of the order. */
async function hasBetter(trx: HubTransaction, payment: PaymentRow): Promise<boolean> {
  const other = await trx
    .selectFrom('payments')
    .select('id')
    .where('order_id', '=', payment.order_id)
    .where('id', '!=', payment.id)
    .where('status', 'in', ['pending', 'paid'])
    .executeTakeFirst();
  return other !== undefined;
}
