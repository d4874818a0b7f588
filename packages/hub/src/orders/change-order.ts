import {canGo, holdsSlot, isUndo, withdrawalDeadline} from '@local-widgets/model';
import type {Order, OrderActor, OrderLine, OrderState} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {returnStock} from '../shops/product-store.js';
import {requireShop} from '../shops/shop-store.js';
import {takeShopTurn} from '../shops/shop-turn.js';
import {releaseSlot} from '../slots/slot-store.js';
import {words} from '../text/words.js';
import {requireOrder} from './find-order.js';
import {appendOrderEvent} from './order-events.js';
import {tellOfMove} from './order-messages.js';
import type {OrderRow} from './order-row.js';

export interface OrderChange {
  /** Its id. */
  order: string;
  to: OrderState;
  by: OrderActor;
  /** Refuses another shop's order as if there were none. */
  shop?: string | undefined;
  /** Only from this state: what the one who asks saw. */
  from?: OrderState | undefined;
  /** Who of the shop. */
  person?: string | undefined;
  /** Shown to the customer. */
  reason?: string | undefined;
}

/**
 * Moves an order along its states: slot and stock are given back where it lets them go, and all who must
 * know are told, in one transaction.
 *
 * @throws HubProblem `not-found`; `wrong-state` when it cannot go there from where it is, or another was
 *   faster; `too-late` for a customer who may not cancel alone any more
 */
export async function changeOrder(context: HubContext, change: OrderChange): Promise<Order> {
  await context.db.transaction().execute(async trx => {
    const row = await lockOrder(trx, change.order, change.shop);
    await moveOrder(context, trx, row, change);
  });
  return afterChange(context, change.order, change.to);
}

/** What follows a committed change: who listens is told, what waits is sent. */
export async function afterChange(
  context: HubContext,
  orderId: string,
  state?: OrderState,
): Promise<Order> {
  if (state) context.metrics.orderStates.inc({state});
  const {order} = await requireOrder(context.db, orderId);
  context.events.announce(order.shop);
  context.outbox.wake();
  return order;
}

/**
 * Reads an order for change: others who want to change it wait until this transaction is over.
 *
 * @throws HubProblem `not-found`
 */
export async function lockOrder(
  trx: HubTransaction,
  id: string,
  shopId?: string,
): Promise<OrderRow> {
  // an update that changes nothing locks the row on both engines
  const row = await trx
    .updateTable('orders')
    .set(eb => ({updated_at: eb.ref('updated_at')}))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row || (shopId !== undefined && row.shop_id !== shopId)) throw new HubProblem('not-found');
  return row;
}

/** As `changeOrder`, within a transaction that holds the row; who calls it announces it after. */
async function moveOrder(
  context: HubContext,
  trx: HubTransaction,
  row: OrderRow,
  change: Omit<OrderChange, 'order' | 'shop'>,
): Promise<void> {
  const {to, by} = change;
  const from = row.state as OrderState;
  const now = context.clock.now();
  if ((change.from ?? from) !== from || !canGo(from, to, by)) throw wrongState(from);
  if (by === 'customer' && now.getTime() > (row.cancel_until ?? 0))
    throw new HubProblem('too-late');
  await writeMove(context, trx, row, {...change, from, now});
}

interface WrittenMove extends Omit<OrderChange, 'order' | 'shop'> {
  from: OrderState;
  now: Date;
}

/** The move itself, without asking whether it may be. */
export async function writeMove(
  context: HubContext,
  trx: HubTransaction,
  row: OrderRow,
  {from, to, by, person, reason, now}: WrittenMove,
): Promise<void> {
  if (holdsSlot(from) && !holdsSlot(to)) await letGo(context, trx, row);
  await trx
    .updateTable('orders')
    .set({
      state: to,
      accept_by: null,
      cancel_until:
        to === 'received' || to === 'accepted' || to === 'ready' ? row.cancel_until : null,
      withdraw_until: await withdrawUntil(trx, row, {from, to, now}),
      updated_at: now.getTime(),
    })
    .where('id', '=', row.id)
    .execute();
  await tellOfMove(context, trx, {row, from, to, by});
  await appendOrderEvent(trx, context.dialect, {
    orderId: row.id,
    shopId: row.shop_id,
    kind: 'state',
    state: to,
    by,
    person,
    reason,
    at: now,
  });
}

export const wrongState = (state: OrderState) =>
  new HubProblem('wrong-state', {
    detail: language => words(language).stateIs(words(language).states[state]),
  });

async function letGo({dialect}: HubContext, trx: HubTransaction, row: OrderRow): Promise<void> {
  await takeShopTurn(trx, dialect, row.shop_id);
  const mode = row.mode as Order['mode'];
  const startsAt = new Date(row.starts_at);
  await releaseSlot(trx, {shopId: row.shop_id, mode, startsAt}, row.items);
  await returnStock(trx, row.shop_id, JSON.parse(row.lines) as OrderLine[]);
}

/** The fourteen days begin with the day on which the goods were handed over. */
async function withdrawUntil(
  trx: HubTransaction,
  row: OrderRow,
  {from, to, now}: {from: OrderState; to: OrderState; now: Date},
): Promise<number | null> {
  if (row.withdraw_until === null || !holdsSlot(to)) return null;
  if (to !== 'collected' || isUndo(from, to)) return row.withdraw_until;
  const {settings} = await requireShop(trx, row.shop_id);
  return withdrawalDeadline(now, settings).getTime();
}
