import type {Kysely} from 'kysely';
import type {HubContext} from '../context.js';
import type {Tables} from '../database/tables.js';
import {callKey} from './call-key.js';
import {PaymentError, type PaymentProviderName} from './payment-provider.js';
import {settlePayment, writePaymentStatus, type PaymentRow} from './settle-payment.js';
import {providerOf} from './shop-provider.js';

const MINUTE = 60_000;
/** A payment that nobody tells of is asked after this often; and a refund that failed tried again. */
const ASK_EVERY = 10 * MINUTE;
/** Payments in one run. */
const AT_ONCE = 50;

/** Asks after payments that are under way, because a webhook may get lost. @returns how many */
export async function checkPendingPayments(context: HubContext): Promise<number> {
  const {db, clock} = context;
  const before = clock.now().getTime() - ASK_EVERY;
  const payments = await db
    .selectFrom('payments')
    .selectAll()
    .where('status', '=', 'pending')
    .where('updated_at', '<=', before)
    .orderBy('updated_at')
    .limit(AT_ONCE)
    .execute();
  let asked = 0;
  for (const payment of payments) {
    if (!(await take(context, payment))) continue;
    asked++;
    await patiently(context, payment, () =>
      settlePayment(context, payment.provider as PaymentProviderName, payment.reference),
    );
  }
  return asked;
}

/**
 * Gives back what was paid for orders that do not take place (code de la consommation, L221-24). The
 * provider pays from the shop's account; a call that is made twice refunds once. @returns how many
 */
export async function refundPayments(context: HubContext): Promise<number> {
  const payments = await refundable(context.db, context.clock.now().getTime() - ASK_EVERY);
  let refunded = 0;
  for (const payment of payments) {
    if (!(await take(context, payment))) continue;
    const isDone = await patiently(context, payment, () => refund(context, payment));
    if (isDone) refunded++;
  }
  return refunded;
}

function refundable(db: Kysely<Tables>, before: number): Promise<PaymentRow[]> {
  return (
    db
      .selectFrom('payments')
      .innerJoin('orders', 'orders.id', 'payments.order_id')
      .selectAll('payments')
      .where('payments.status', '=', 'paid')
      .where('orders.state', 'in', ['refused', 'cancelled', 'expired'])
      // not tried since the order ended, or a while ago
      .where(eb =>
        eb.or([
          eb('payments.updated_at', '<=', eb.ref('orders.updated_at')),
          eb('payments.updated_at', '<=', before),
        ]),
      )
      .orderBy('payments.updated_at')
      .limit(AT_ONCE)
      .execute()
  );
}

async function refund(context: HubContext, payment: PaymentRow): Promise<void> {
  const provider = providerOf(context, payment.shop_id);
  if (provider?.name !== payment.provider) {
    throw new PaymentError('refused', 'The shop left the provider.');
  }
  try {
    await provider.refund(payment.reference, payment.amount, callKey(payment.id, 'refund'));
  } catch (error) {
    // the merchant may have refunded by hand
    const {status} = await provider.readPayment(payment.reference);
    if (status !== 'refunded') throw error;
  }
  await writePaymentStatus(context, payment, 'refunded');
}

/** Marks a payment as being looked at; false when another process was faster. */
async function take({db, clock}: HubContext, {id, updated_at}: PaymentRow): Promise<boolean> {
  const taken = await db
    .updateTable('payments')
    // past what the order says, so that a failure waits for its turn
    .set({updated_at: clock.now().getTime() + 1})
    .where('id', '=', id)
    .where('updated_at', '=', updated_at)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** A provider that does not answer keeps no other payment waiting. */
async function patiently(
  {log}: HubContext,
  {id, provider}: PaymentRow,
  ask: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    const {code, message} = error;
    log.warn({payment: id, provider, code, message}, 'A provider did not answer as hoped.');
    return false;
  }
}
