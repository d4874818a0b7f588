import type {PickupMode, Slot} from '@local-widgets/model/schemas.js';
import type {CompiledQuery} from 'kysely';
import type {Database, HubTransaction} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import type {SlotsTable} from '../database/tables.js';

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

const takePlace = compileOnce((db, slot: Omit<SlotsTable, 'taken_orders'>) =>
  db
    .insertInto('slots')
    .values({
      shop_id: slot.shop_id,
      mode: slot.mode,
      starts_at: slot.starts_at,
      ends_at: slot.ends_at,
      capacity_orders: slot.capacity_orders,
      capacity_items: slot.capacity_items,
      taken_orders: 1,
      taken_items: slot.taken_items,
    })
    .onConflict(conflict =>
      conflict
        .columns(['shop_id', 'mode', 'starts_at'])
        .doUpdateSet(eb => ({
          taken_orders: eb('slots.taken_orders', '+', eb.ref('excluded.taken_orders')),
          taken_items: eb('slots.taken_items', '+', eb.ref('excluded.taken_items')),
          // the merchant may have changed it since the row was made
          capacity_orders: eb.ref('excluded.capacity_orders'),
          capacity_items: eb.ref('excluded.capacity_items'),
        }))
        .where(eb =>
          eb.or([
            eb('excluded.capacity_orders', 'is', null),
            eb('slots.taken_orders', '<', eb.ref('excluded.capacity_orders')),
          ]),
        )
        .where(eb =>
          eb.or([
            eb('excluded.capacity_items', 'is', null),
            eb(
              eb('slots.taken_items', '+', eb.ref('excluded.taken_items')),
              '<=',
              eb.ref('excluded.capacity_items'),
            ),
          ]),
        ),
    ),
);

/**
 * Takes a place in a slot: one statement, so that no two orders can both take the last. A slot gets its row
 * with its first order. It changes nothing when the order does not fit any more.
 *
 * @param slot as it is on offer while nobody is in it: what remains is what it holds
 * @param items that the order takes; not more than an empty slot holds
 */
export function takingPlace(
  trx: HubTransaction,
  {shopId, mode, startsAt}: SlotKey,
  slot: Slot,
  items: number,
): CompiledQuery {
  return takePlace.with(trx, {
    shop_id: shopId,
    mode,
    starts_at: startsAt.getTime(),
    ends_at: Date.parse(slot.endsAt),
    capacity_orders: slot.remainingOrders ?? null,
    capacity_items: slot.remainingItems ?? null,
    taken_items: items,
  });
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
