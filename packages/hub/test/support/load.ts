import assert from 'node:assert/strict';
import type {OrderRequest, PlacedOrder, SlotOffer} from '@local-widgets/model/schemas.js';
import type {Database} from '../../src/context.js';
import {sha256Hex} from '../../src/chance-and-clock.js';
import {addShop, orderRequest, PRODUCTS, SETTINGS} from './fixtures.js';

/** Pieces of `tablier` before the first order. */
export const STOCK = 1_000_000;

/** A shop that never closes and never fills up, for hubs that run on the machine's own clock. */
export async function addBusyShop(db: Database, capacity: object = {orders: 10_000}) {
  await addShop(db, {
    settings: {
      openingHours: '24/7',
      acceptWithinMinutes: 10_080,
      pickup: [
        {
          mode: 'collect',
          offer: {...SETTINGS.pickup[0]!.offer, capacity, leadMinutes: 240} as never,
        },
      ],
    },
    products: PRODUCTS.map(product =>
      product.id === 'tablier' ? {...product, stock: STOCK} : product,
    ),
  });
}

/** Starts of slots on offer, late ones: none of them ends while a test runs. */
export async function slotsOf(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/shops/fournil/slots?mode=collect&limit=50`);
  const {slots} = (await answer.json()) as SlotOffer;
  return slots.slice(10).map(({startsAt}) => startsAt);
}

/** One order with its key, as a page keeps it until it is answered. */
export interface Attempt {
  key: string;
  body: OrderRequest;
}

export function attempt(number: number, slots: readonly string[]): Attempt {
  const quantity = 1 + (number % 3);
  return {
    key: `attempt-${String(number).padStart(8, '0')}`,
    body: orderRequest({
      slot: {startsAt: slots[number % slots.length]!},
      lines: [
        {product: 'tablier', quantity},
        {product: 'pain', quantity: 1},
      ],
      expectedTotal: quantity * 2500 + 320,
    }),
  };
}

/** @throws when there was no answer */
export async function send(address: string, {key, body}: Attempt): Promise<Response> {
  return fetch(`${address}/api/shops/fournil/orders`, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'idempotency-key': key},
    body: JSON.stringify(body),
  });
}

/** What must hold whatever happened. @param acknowledged answers that customers got */
export async function checkInvariants(
  db: Database,
  acknowledged: readonly PlacedOrder[],
): Promise<{orders: number}> {
  const orders = await db.selectFrom('orders').selectAll().execute();
  const hashes = new Map(orders.map(order => [order.id, order.token_hash]));
  const lost = acknowledged.filter(({order, token}) => hashes.get(order.id) !== sha256Hex(token));
  assert.deepEqual(
    lost.map(({order}) => order.id),
    [],
    'acknowledged orders are there',
  );

  const slots = await db.selectFrom('slots').selectAll().execute();
  for (const slot of slots) {
    const inIt = orders.filter(({starts_at}) => starts_at === slot.starts_at);
    assert.equal(slot.taken_orders, inIt.length, 'a slot counts its orders');
    const items = inIt.reduce((sum, order) => sum + order.items, 0);
    assert.equal(slot.taken_items, items, 'a slot counts its items');
  }
  assert.equal(
    slots.reduce((sum, slot) => sum + slot.taken_orders, 0),
    orders.length,
    'each order has its place',
  );

  const sold = orders
    .flatMap(({lines}) => JSON.parse(lines) as {product: string; quantity: number}[])
    .filter(({product}) => product === 'tablier')
    .reduce((sum, {quantity}) => sum + quantity, 0);
  const product = await db
    .selectFrom('products')
    .select('stock')
    .where('id', '=', 'tablier')
    .executeTakeFirstOrThrow();
  assert.equal(product.stock, STOCK - sold, 'stock and sales are the stock of the start');

  const receipts = await db
    .selectFrom('outbox')
    .select(['order_id', 'payload'])
    .where('kind', '=', 'mail')
    .execute();
  const receipted = receipts.filter(({payload}) => payload.includes('order-received'));
  assert.equal(receipted.length, orders.length, 'each order has its receipt in the outbox');
  assert.equal(new Set(receipted.map(row => row.order_id)).size, orders.length);
  const {keys} = await count(db, 'idempotency_keys');
  assert.equal(keys, orders.length, 'each order has its key');
  const {keys: events} = await count(db, 'order_events');
  assert.equal(events, orders.length, 'each order has its event');
  return {orders: orders.length};
}

const count = (db: Database, table: 'idempotency_keys' | 'order_events') =>
  db
    .selectFrom(table as 'order_events')
    .select(eb => eb.fn.countAll<number>().as('keys'))
    .executeTakeFirstOrThrow();
