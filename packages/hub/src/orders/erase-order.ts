import {isFinal} from '@local-widgets/model';
import type {OrderActor, OrderState} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {forgetAnswers} from '../idempotency/kept-answers.js';
import {words} from '../text/words.js';
import {lockOrder} from './change-order.js';
import {appendOrderEvent} from './order-events.js';

/**
 * Erases who ordered; what was sold stays, for the accounts. Once erased, asking again changes nothing.
 *
 * @returns whether there was something to erase
 * @throws HubProblem `not-found`; `wrong-state` while the order is under way: its shop needs to know whose
 *   it is
 */
export async function eraseOrder(
  context: HubContext,
  orderId: string,
  by: OrderActor,
): Promise<boolean> {
  const {db, clock, dialect, events, outbox} = context;
  const shopId = await db.transaction().execute(async trx => {
    const row = await lockOrder(trx, orderId);
    const state = row.state as OrderState;
    if (!isFinal(state)) {
      const detail = (language: 'fr' | 'en') => words(language).eraseOpenOrder;
      throw new HubProblem('wrong-state', {detail});
    }
    if (row.erased_at !== null) return undefined;
    const at = clock.now();
    await erasePersonalFields(trx, orderId, at);
    await outbox.enqueue(trx, {kind: 'webhook', event: 'order.erased', orderId});
    const event = {orderId, shopId: row.shop_id, kind: 'erased', state, by, at} as const;
    await appendOrderEvent(trx, dialect, event);
    return row.shop_id;
  });
  if (shopId === undefined) return false;
  events.announce(shopId);
  outbox.wake();
  return true;
}

async function erasePersonalFields(trx: HubTransaction, orderId: string, at: Date): Promise<void> {
  await trx
    .updateTable('orders')
    .set({contact: null, note: null, vehicle: null, address: null, erased_at: at.getTime()})
    .where('id', '=', orderId)
    .execute();
  // what a customer typed as a reason, and mails that still hold an address
  await trx
    .updateTable('order_events')
    .set({reason: null})
    .where('order_id', '=', orderId)
    .execute();
  await trx
    .deleteFrom('outbox')
    .where('order_id', '=', orderId)
    .where('kind', '=', 'mail')
    .execute();
  await forgetAnswers(trx, orderId);
}
