import {createHash, randomBytes} from 'node:crypto';
import {SHOP_ID, basketOf, totalOf} from './shop.js';

type Value = string | number | null;

/** One statement with its values. */
export interface Step {
  readonly sql: string;
  readonly values: readonly Value[];
  /** Nothing changed means that there was no place, or no stock. */
  readonly mustChange?: true;
}

/** What an order is made of beside its number. */
export interface OrderInstant {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly slotStart: number;
}

/** Starts of as many slots as customers of the hub choose from, and what makes their rows. */
export const SLOT_COUNT = 40;
export const SLOT_MS = 30 * 60_000;

export const NEW_SLOT = `insert into slots
  (shop_id, mode, starts_at, ends_at, capacity_orders, capacity_items, taken_orders, taken_items)
  values ('${SHOP_ID}', 'collect', ?, ?, null, null, 0, 0) on conflict do nothing`;

const KEEP_KEY = `insert into idempotency_keys (scope, key, body_hash, status, answer, created_at)
  values (?, ?, ?, 201, ?, ?) on conflict do nothing`;

const TAKE_SLOT = `update slots set taken_orders = taken_orders + 1, taken_items = taken_items + ?
  where shop_id = '${SHOP_ID}' and mode = 'collect' and starts_at = ?
  and (capacity_orders is null or taken_orders < capacity_orders)`;

const TAKE_STOCK = `update products set stock = stock - ?
  where shop_id = '${SHOP_ID}' and id = ? and stock >= ?`;

export const ORDER_COLUMNS = [
  ...['id', 'shop_id', 'code', 'token_hash', 'state', 'contract', 'mode', 'starts_at', 'ends_at'],
  ...['items', 'lines', 'total', 'payment_means', 'payment_status', 'contact', 'language'],
  ...['accept_by', 'cancel_until', 'withdraw_until', 'created_at', 'updated_at'],
];
const NEW_ORDER = `insert into orders (${ORDER_COLUMNS.join(', ')})
  values (${ORDER_COLUMNS.map(() => '?').join(', ')})`;

const MAIL = `(?, 'mail', '${SHOP_ID}', ?, ?, 0, ?, 'waiting', ?)`;
const NEW_MAILS = `insert into outbox
  (id, kind, shop_id, order_id, payload, attempts, due_at, status, created_at)
  values ${MAIL}, ${MAIL}`;

const NEW_EVENT = `insert into order_events (order_id, shop_id, kind, state, actor, at)
  values (?, '${SHOP_ID}', 'state', 'received', 'customer', ?)`;

/** All that the hub writes for an order, with values as long as its own; the last step is the event. */
export function stepsOf(number: number, {now, slotStart}: OrderInstant): Step[] {
  const basket = basketOf(number);
  const id = newId(now);
  const code = `H${String(number).padStart(9, '0')}`;
  const token = randomBytes(32).toString('base64url');
  const items = basket.reduce((sum, {quantity}) => sum + quantity, 0);
  const lines = JSON.stringify(
    basket.map(({product: {name, price, vatRate, id: product}, quantity}) => {
      return {product, name, price, vatRate, quantity, total: price * quantity};
    }),
  );
  const contact = '{"name":"Anne Le Gall","email":"anne@example.org","telephone":"+33612345678"}';
  const answer = JSON.stringify({order: id, sealed: randomBytes(600).toString('base64')});
  const slotEnd = slotStart + SLOT_MS;
  const order = [
    ...[id, SHOP_ID, code, sha256(token), 'received', 'order', 'collect', slotStart, slotEnd],
    ...[items, lines, totalOf(basket), 'cash', 'due', contact, 'fr'],
    ...[slotStart, slotStart, null, now, now],
  ];
  const receipt = `{"template":"order-received","data":{"url":"http://127.0.0.1/o/${token}"}}`;
  const alarm = '{"template":"order-alarm","toShop":true,"data":{"alarm":"received"}}';
  const mails = [receipt, alarm].flatMap(payload => [newId(now), id, payload, now, now]);
  const scope = `POST /api/shops/${SHOP_ID}/orders`;
  const key = [scope, sha256(`key ${number}`), sha256(`${lines}${contact}`), answer, now];
  return [
    {sql: KEEP_KEY, values: key, mustChange: true},
    {sql: TAKE_SLOT, values: [items, slotStart], mustChange: true},
    ...basket.map(({product, quantity}): Step => {
      return {sql: TAKE_STOCK, values: [quantity, product.id, quantity], mustChange: true};
    }),
    {sql: NEW_ORDER, values: order},
    {sql: NEW_MAILS, values: mails},
    {sql: NEW_EVENT, values: [id, now]},
  ];
}

/** Sorts by the time it was made, as the hub's own do. */
const newId = (now: number): string =>
  now.toString(16).padStart(12, '0') + randomBytes(12).toString('hex');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The marks of SQLite as those of PostgreSQL: `?` becomes `$1`, `$2` … */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${++count}`);
}
