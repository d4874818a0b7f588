import type {Order} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../chance-and-clock.js';
import type {Database} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import {HubProblem} from '../http/problem.js';
import {requireShop} from '../shops/shop-store.js';
import type {Shop} from '../shops/shop-store.js';
import {toOrder} from './order-row.js';
import type {OrderEventRow, OrderRow} from './order-row.js';

/** All of them, by name: a query that stays prepared must not say `*`. */
const ORDER_COLUMNS = [
  'id',
  'shop_id',
  'code',
  'token_hash',
  'state',
  'contract',
  'mode',
  'starts_at',
  'ends_at',
  'items',
  'lines',
  'delivery_fee',
  'total',
  'payment_means',
  'payment_status',
  'payment_url',
  'contact',
  'note',
  'vehicle',
  'address',
  'language',
  'arrived_at',
  'accept_by',
  'cancel_until',
  'withdraw_until',
  'created_at',
  'updated_at',
  'erased_at',
] as const satisfies readonly (keyof OrderRow)[];

const orderById = compileOnce((db, {id}: {id: string}) =>
  db.selectFrom('orders').select(ORDER_COLUMNS).where('id', '=', id),
);

const eventsOfOrder = compileOnce((db, {id}: {id: string}) =>
  db
    .selectFrom('order_events')
    .select(['id', 'order_id', 'shop_id', 'kind', 'state', 'actor', 'person_id', 'reason', 'at'])
    .where('order_id', '=', id)
    .orderBy('id'),
);

export interface FoundOrder {
  row: OrderRow;
  order: Order;
  shop: Shop;
}

/** @returns undefined when no order has this token; tells nobody whether it ever had */
async function findOrderByToken(db: Database, token: string): Promise<FoundOrder | undefined> {
  const hash = sha256Hex(token);
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return row && withHistory(db, row);
}

/** @throws HubProblem `not-found` */
export async function requireOrderByToken(db: Database, token: string): Promise<FoundOrder> {
  const found = await findOrderByToken(db, token);
  if (!found) throw new HubProblem('not-found');
  return found;
}

/** @throws HubProblem `not-found`, also when it is another shop's */
export async function requireOrder(db: Database, id: string, shopId?: string): Promise<FoundOrder> {
  const [row] = await orderById.run(db, {id});
  if (!row || (shopId !== undefined && row.shop_id !== shopId)) throw new HubProblem('not-found');
  return withHistory(db, row);
}

/** Orders of one shop, in the order of the rows, with two queries however many they are. */
export async function toOrders(
  db: Database,
  rows: readonly OrderRow[],
  settings: Shop['settings'],
): Promise<Order[]> {
  const events = await eventsOf(
    db,
    rows.map(({id}) => id),
  );
  const byOrder = new Map(rows.map(({id}) => [id, [] as OrderEventRow[]]));
  for (const event of events) byOrder.get(event.order_id)!.push(event);
  return rows.map(row => toOrder(row, byOrder.get(row.id) ?? [], settings));
}

async function withHistory(db: Database, row: OrderRow): Promise<FoundOrder> {
  const shop = await requireShop(db, row.shop_id);
  const events = await eventsOfOrder.run(db, {id: row.id});
  return {row, shop, order: toOrder(row, events, shop.settings)};
}

/** What one question may name: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
const AT_ONCE = 10_000;

async function eventsOf(db: Database, orderIds: readonly string[]): Promise<OrderEventRow[]> {
  const events: OrderEventRow[] = [];
  for (let at = 0; at < orderIds.length; at += AT_ONCE) {
    const some = await db
      .selectFrom('order_events')
      .selectAll()
      .where('order_id', 'in', orderIds.slice(at, at + AT_ONCE))
      .orderBy('id')
      .execute();
    events.push(...some);
  }
  return events;
}
