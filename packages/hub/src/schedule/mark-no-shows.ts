import {zoneOf} from '@local-widgets/model';
import type {HubContext} from '../context.js';
import {listShops} from '../shops/shop-store.js';
import {AT_ONCE, moved} from './expire-orders.js';

/**
 * Closes orders that nobody came for, once the day of their slot is over on the shop's clock. It says
 * nothing about a person and bars nobody; the shop can still undo it. @returns how many
 */
export async function markNoShows(context: HubContext): Promise<number> {
  const {db, clock} = context;
  const now = clock.now().getTime();
  let marked = 0;
  for (const {id: shopId, settings} of await listShops(db)) {
    const zone = zoneOf(settings.timeZone);
    if (!zone) continue;
    const today = zone.instantOf(zone.dayAt(now), 0);
    const due = await db
      .selectFrom('orders')
      .select(['id', 'state'])
      .where('shop_id', '=', shopId)
      .where('state', 'in', ['accepted', 'ready'])
      // a slot that ends at midnight is of the day before
      .where('ends_at', '<=', today)
      .orderBy('ends_at')
      .limit(AT_ONCE)
      .execute();
    for (const {id} of due) {
      if (await moved(context, {order: id, to: 'no-show', by: 'hub'})) marked++;
    }
  }
  return marked;
}
