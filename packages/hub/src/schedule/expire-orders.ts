import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {changeOrder, type OrderChange} from '../orders/change-order.js';

/** Orders in one run; more follow with the next. */
export const AT_ONCE = 200;

/** Ends orders that nobody accepted in time; their customers are told. @returns how many */
export async function expireOrders(context: HubContext): Promise<number> {
  const {db, clock} = context;
  const due = await db
    .selectFrom('orders')
    .select('id')
    .where('state', '=', 'received')
    .where('accept_by', '<=', clock.now().getTime())
    .orderBy('accept_by')
    .limit(AT_ONCE)
    .execute();
  let expired = 0;
  for (const {id} of due) {
    if (await moved(context, {order: id, to: 'expired', by: 'hub', from: 'received'})) expired++;
  }
  return expired;
}

/** False when somebody moved or removed the order meanwhile: another process, or its shop just in time. */
export async function moved(context: HubContext, change: OrderChange): Promise<boolean> {
  try {
    await changeOrder(context, change);
    return true;
  } catch (error) {
    const isOvertaken =
      error instanceof HubProblem && (error.code === 'wrong-state' || error.code === 'not-found');
    if (!isOvertaken) throw error;
    return false;
  }
}
