import {isFinal} from '@local-widgets/model';
import {uuid7} from '../chance-and-clock.js';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {requireOrder, type FoundOrder} from '../orders/find-order.js';
import {isPublicAddress} from '../webhooks/public-address.js';
import {callKey} from './call-key.js';
import {PaymentError, type PaymentProvider} from './payment-provider.js';
import {providerOf} from './shop-provider.js';
import {settlePayment, type PaymentRow} from './settle-payment.js';

export interface PaymentStart {
  orderId: string;
  /** The customer's page, to which the provider sends back. */
  returnUrl: string;
}

/**
 * The provider's page on which an order is paid; begun now, or the one that was begun before. To be
 * called after the order is committed, as it takes the time of a call to the provider. Asked twice, even
 * at the same time, it begins one payment; after a failed one it begins another.
 *
 * @throws HubProblem `wrong-state` when there is nothing to pay (any more); `payment-unavailable` when
 *   the shop has no account, or its provider does not answer or says no: the order stays as it is
 */
export async function startPayment(
  context: HubContext,
  {orderId, returnUrl}: PaymentStart,
): Promise<{url: string}> {
  const found = await requireOrder(context.db, orderId);
  if (!isPayable(found)) throw new HubProblem('wrong-state');
  const provider = providerOf(context, found.shop.id);
  if (!provider) throw new HubProblem('payment-unavailable');
  try {
    // read once: who comes at the same time sees the same, and asks the provider with the same key
    const before = await paymentsOf(context, orderId);
    const open = await openPayment(context, provider, before.at(-1));
    if (open !== undefined) return {url: open};
    return {url: await begin(context, provider, found, {returnUrl, attempt: before.length})};
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    const {code, message} = error;
    context.log.warn({orderId, provider: provider.name, code, message}, 'No payment was begun.');
    throw new HubProblem('payment-unavailable', {}, {cause: error});
  }
}

function isPayable({order: {state, payment, total}}: FoundOrder): boolean {
  const isOpen = payment.status === 'pending' || payment.status === 'failed';
  return payment.means === 'online' && isOpen && total > 0 && !isFinal(state);
}

function paymentsOf({db}: HubContext, orderId: string): Promise<PaymentRow[]> {
  return db
    .selectFrom('payments')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The page of the payment under way, after asking the provider whether it still is. */
async function openPayment(
  context: HubContext,
  provider: PaymentProvider,
  last: PaymentRow | undefined,
): Promise<string | undefined> {
  if (last?.provider !== provider.name) return undefined;
  const status = await settlePayment(context, provider.name, last.reference);
  if (status === 'paid' || status === 'refunded') throw new HubProblem('wrong-state');
  if (status !== 'pending') return undefined;
  const order = context.db.selectFrom('orders').select('payment_url');
  const row = await order.where('id', '=', last.order_id).executeTakeFirst();
  return row?.payment_url ?? undefined;
}

async function begin(
  context: HubContext,
  provider: PaymentProvider,
  {order, shop}: FoundOrder,
  {returnUrl, attempt}: {returnUrl: string; attempt: number},
): Promise<string> {
  const {db, config, clock, chance} = context;
  const description = `${shop.settings.name}, ${order.language === 'fr' ? 'commande' : 'order'} ${order.code}`;
  const webhook = `${config.publicUrl}/api/payments/${provider.name}/webhook`;
  const started = await provider.createPayment(
    {id: order.id, description, amount: order.total, language: order.language},
    {return: returnUrl, ...(isReachable(webhook) && {webhook})},
    callKey(order.id, 'payment', String(attempt)),
  );
  const now = clock.now().getTime();
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('payments')
      .values({
        id: uuid7(clock, chance),
        order_id: order.id,
        shop_id: shop.id,
        provider: provider.name,
        reference: started.reference,
        amount: order.total,
        status: 'pending',
        created_at: now,
        updated_at: now,
      })
      .onConflict(conflict => conflict.columns(['provider', 'reference']).doNothing())
      .execute();
    await trx
      .updateTable('orders')
      .set({payment_status: 'pending', payment_url: started.url})
      .where('id', '=', order.id)
      .where('payment_status', 'in', ['pending', 'failed'])
      .execute();
  });
  return started.url;
}

/** Providers refuse an address that they cannot reach; then the hub asks by itself. */
function isReachable(address: string): boolean {
  const {protocol, hostname} = new URL(address);
  const isAddress = /^[\d.]+$|^\[/.test(hostname);
  const isPublic = isAddress
    ? isPublicAddress(hostname.replace(/^\[|\]$/g, ''))
    : hostname.includes('.');
  return protocol === 'https:' && isPublic;
}
