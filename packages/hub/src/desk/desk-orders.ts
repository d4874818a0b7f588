import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import {isFinal} from '@local-widgets/model';
import type {Database} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {toOrders} from '../orders/find-order.js';
import type {Shop} from '../shops/shop-store.js';
import type {ShopDay} from './shop-day.js';

const STATES: readonly OrderState[] = [
  'received',
  'accepted',
  'ready',
  'collected',
  'refused',
  'cancelled',
  'expired',
  'no-show',
];
const OPEN_STATES = STATES.filter(state => !isFinal(state));

export interface DeskOrders {
  orders: Order[];
  /** Id of the last event that is in them: what follows comes by the stream. */
  cursor: number;
}

/** Orders of a shop by the start of their slot: those of a day, or all that are not over. */
export async function listOrders(
  db: Database,
  {id, settings}: Pick<Shop, 'id' | 'settings'>,
  which: ShopDay | 'open',
): Promise<DeskOrders> {
  // first: what happens between the two questions comes again by the stream, and nothing is missed
  const cursor = await lastEventOf(db, id);
  const ofShop = db.selectFrom('orders').selectAll().where('shop_id', '=', id);
  const chosen =
    which === 'open'
      ? ofShop.where('state', 'in', OPEN_STATES)
      : ofShop.where('starts_at', '>=', which.from).where('starts_at', '<', which.to);
  // sorted here: asked to do so, SQLite reads all that the shop ever sold, in the order of their slots
  const rows = (await chosen.execute()).sort(
    (a, b) => a.starts_at - b.starts_at || (a.id < b.id ? -1 : 1),
  );
  return {orders: await toOrders(db, rows, settings), cursor};
}

/** One order of a shop, over or not. @throws HubProblem `not-found` */
export async function readOrder(
  db: Database,
  {id: shopId, settings}: Pick<Shop, 'id' | 'settings'>,
  id: string,
): Promise<Order> {
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute();
  const [order] = await toOrders(db, rows, settings);
  if (!order) throw new HubProblem('not-found');
  return order;
}

/** 0 when nothing happened yet. */
export async function lastEventOf(db: Database, shopId: string): Promise<number> {
  const row = await db
    .selectFrom('order_events')
    .select('id')
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}
