import type {PickupMode, Slot} from '@local-widgets/model/schemas.js';
import type {ExpressionBuilder} from 'kysely';
import type {Database, HubTransaction} from '../context.js';
import type {Tables} from '../database/tables.js';

/** Which slot of which shop. */
export interface SlotKey {
  shopId: string;
  mode: PickupMode;
  startsAt: Date;
}

/** What the slots of a shop hold, for `pickupSlots`. */
export async function takenFrom(
  db: Database,
  {shopId, mode, from}: {shopId: string; mode: PickupMode; from: Date},
): Promise<(startsAt: Date) => {orders: number; items: number} | undefined> {
  const rows = await db
    .selectFrom('slots')
    .select(['starts_at', 'taken_orders as orders', 'taken_items as items'])
    .where('shop_id', '=', shopId)
    .where('mode', '=', mode)
    .where('starts_at', '>=', from.getTime())
    .execute();
  const taken = new Map(rows.map(({starts_at, ...counts}) => [starts_at, counts]));
  return startsAt => taken.get(startsAt.getTime());
}

/**
 * Takes a place in a slot: one conditional update, so that no two orders can both take the last.
 *
 * @param slot as it is on offer while nobody is in it: what remains is what it holds
 * @param items that the order takes
 * @returns false when the order does not fit any more
 */
export async function reserveSlot(
  trx: HubTransaction,
  key: SlotKey,
  slot: Slot,
  items: number,
): Promise<boolean> {
  if (await take(trx, key, slot, items)) return true;
  // full, or its first order: a slot gets its row when somebody comes
  await trx
    .insertInto('slots')
    .values({
      shop_id: key.shopId,
      mode: key.mode,
      starts_at: key.startsAt.getTime(),
      ends_at: Date.parse(slot.endsAt),
      ...capacityOf(slot),
      taken_orders: 0,
      taken_items: 0,
    })
    .onConflict(conflict => conflict.columns(['shop_id', 'mode', 'starts_at']).doNothing())
    .execute();
  return take(trx, key, slot, items);
}

/** Gives a place back. */
export async function releaseSlot(
  trx: HubTransaction,
  {shopId, mode, startsAt}: SlotKey,
  items: number,
): Promise<void> {
  await trx
    .updateTable('slots')
    .set(eb => ({
      taken_orders: eb('taken_orders', '-', 1),
      taken_items: eb('taken_items', '-', items),
    }))
    .where('shop_id', '=', shopId)
    .where('mode', '=', mode)
    .where('starts_at', '=', startsAt.getTime())
    .execute();
}

async function take(
  trx: HubTransaction,
  {shopId, mode, startsAt}: SlotKey,
  slot: Slot,
  items: number,
): Promise<boolean> {
  const {capacity_orders, capacity_items} = capacityOf(slot);
  let update = trx
    .updateTable('slots')
    .set(eb => ({
      taken_orders: eb('taken_orders', '+', 1),
      taken_items: eb('taken_items', '+', items),
      // the merchant may have changed it since the row was made
      capacity_orders,
      capacity_items,
    }))
    .where('shop_id', '=', shopId)
    .where('mode', '=', mode)
    .where('starts_at', '=', startsAt.getTime());
  if (capacity_orders !== null) update = update.where(fits('taken_orders', 1, capacity_orders));
  if (capacity_items !== null) update = update.where(fits('taken_items', items, capacity_items));
  return (await update.returning('starts_at').executeTakeFirst()) !== undefined;
}

const fits =
  (column: 'taken_orders' | 'taken_items', more: number, capacity: number) =>
  (eb: ExpressionBuilder<Tables, 'slots'>) =>
    eb(eb(column, '+', more), '<=', capacity);

const capacityOf = ({remainingOrders, remainingItems}: Slot) => ({
  capacity_orders: remainingOrders ?? null,
  capacity_items: remainingItems ?? null,
});
