import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {eraseOrder} from '../orders/erase-order.js';

const DAY = 86_400_000;
const FINAL = ['collected', 'refused', 'cancelled', 'expired', 'no-show'];
/** Orders in one query. */
const AT_ONCE = 200;

/**
 * Erases who ordered, so many days after the order was over (GDPR, article 5, 1, e). What was sold for how
 * much stays, without a name: accounts are kept for ten years (code de commerce, L123-22), and contracts
 * of 120 € and more as well (code de la consommation, L213-1). An order waits while its customer may still
 * withdraw.
 *
 * @param isStopping ends it early
 * @returns how many
 */
export async function eraseOldOrders(
  context: HubContext,
  isStopping: () => boolean,
): Promise<number> {
  const {db, clock, config} = context;
  const now = clock.now().getTime();
  let erased = 0;
  for (let after = ''; ;) {
    const orders = await db
      .selectFrom('orders')
      .select('id')
      .where('id', '>', after)
      .where('erased_at', 'is', null)
      .where('state', 'in', FINAL)
      .where('updated_at', '<=', now - config.retention.contactDays * DAY)
      .where(eb => eb.or([eb('withdraw_until', 'is', null), eb('withdraw_until', '<', now)]))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const {id} of orders) {
      if (isStopping()) return erased;
      if (await isErased(context, id)) erased++;
    }
    if (orders.length < AT_ONCE) return erased;
    after = orders.at(-1)!.id;
  }
}

/** False when the shop undid the last step just now, or the customer was faster. */
async function isErased(context: HubContext, id: string): Promise<boolean> {
  try {
    return await eraseOrder(context, id, 'hub');
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    return false;
  }
}
