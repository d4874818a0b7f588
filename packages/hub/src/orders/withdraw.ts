import {isFinal, mayWithdraw} from '@local-widgets/model';
import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {words} from '../text/words.js';
import {afterChange, lockOrder, writeMove} from './change-order.js';
import {appendOrderEvent} from './order-events.js';

/** What the declaration must hold (code de la consommation, D221-5): who, and where the receipt goes. */
export interface Withdrawal {
  name: string;
  email: string;
}

/**
 * "Renoncer au contrat" (code de la consommation, L221-21): takes the declaration, sends its receipt
 * with date and time, and tells the shop. What was not handed over is cancelled; what was stays
 * `collected`, and is to be brought back.
 *
 * @throws HubProblem `too-late` when there is no right of withdrawal, or no more
 */
export async function withdrawFromOrder(
  context: HubContext,
  orderId: string,
  {name, email}: Withdrawal,
): Promise<Order> {
  const {db, clock, dialect, outbox} = context;
  await db.transaction().execute(async trx => {
    const row = await lockOrder(trx, orderId);
    const now = clock.now();
    const state = row.state as OrderState;
    if (
      row.withdraw_until === null ||
      !mayWithdraw({state, withdrawUntil: new Date(row.withdraw_until).toISOString()}, now)
    ) {
      throw new HubProblem('too-late', {detail: language => words(language).noWithdrawal});
    }
    const data = {name, at: now.toISOString()};
    const receipt = {kind: 'mail', template: 'order-withdrawn', orderId, to: email, data} as const;
    await outbox.enqueue(trx, receipt);
    const alarm = {alarm: 'withdrawn', ...data} as const;
    await outbox.enqueue(trx, {kind: 'mail', template: 'order-alarm', orderId, data: alarm});
    await outbox.enqueue(trx, {kind: 'webhook', event: 'order.withdrawn', orderId});
    if (!isFinal(state)) {
      await writeMove(context, trx, row, {from: state, to: 'cancelled', by: 'customer', now});
    }
    await trx
      .updateTable('orders')
      .set({withdraw_until: null, updated_at: now.getTime()})
      .where('id', '=', orderId)
      .execute();
    await appendOrderEvent(trx, dialect, {
      orderId,
      shopId: row.shop_id,
      kind: 'withdrawn',
      state: isFinal(state) ? state : 'cancelled',
      by: 'customer',
      at: now,
    });
  });
  return afterChange(context, orderId);
}
