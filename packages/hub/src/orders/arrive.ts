import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../context.js';
import {afterChange, lockOrder, wrongState} from './change-order.js';
import {appendOrderEvent} from './order-events.js';

/**
 * The customer stands at the door or on the parking space; said once, and again is no harm.
 *
 * @throws HubProblem `wrong-state` unless the order was accepted and is still there
 */
export async function arriveForOrder(context: HubContext, orderId: string): Promise<Order> {
  await context.db.transaction().execute(async trx => {
    const row = await lockOrder(trx, orderId);
    const state = row.state as OrderState;
    if (state !== 'accepted' && state !== 'ready') throw wrongState(state);
    if (row.arrived_at !== null) return;
    const at = context.clock.now();
    await trx
      .updateTable('orders')
      .set({arrived_at: at.getTime(), updated_at: at.getTime()})
      .where('id', '=', orderId)
      .execute();
    await context.outbox.enqueue(trx, {kind: 'webhook', event: 'order.arrived', orderId});
    const event = {orderId, shopId: row.shop_id, kind: 'arrived', state, at} as const;
    await appendOrderEvent(trx, context.dialect, {...event, by: 'customer'});
  });
  return afterChange(context, orderId);
}
