import type {Contact, Order, PostalAddress, ShopSettings} from '@local-widgets/model/schemas.js';
import type {CompiledQuery, Selectable} from 'kysely';
import type {HubTransaction} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import type {OrderEventsTable, OrdersTable} from '../database/tables.js';

export type OrderRow = Selectable<OrdersTable>;
export type OrderEventRow = Selectable<OrderEventsTable>;

const insert = compileOnce((db, row: OrderRow) =>
  db.insertInto('orders').values({
    id: row.id,
    shop_id: row.shop_id,
    code: row.code,
    token_hash: row.token_hash,
    state: row.state,
    contract: row.contract,
    mode: row.mode,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    items: row.items,
    lines: row.lines,
    delivery_fee: row.delivery_fee,
    total: row.total,
    payment_means: row.payment_means,
    payment_status: row.payment_status,
    contact: row.contact,
    note: row.note,
    vehicle: row.vehicle,
    address: row.address,
    language: row.language,
    accept_by: row.accept_by,
    cancel_until: row.cancel_until,
    withdraw_until: row.withdraw_until,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
);

/** The statement that writes an order that is new: nobody has arrived, paid or been erased. */
export const insertingOrder = (trx: HubTransaction, row: OrderRow): CompiledQuery =>
  insert.with(trx, row);

const instant = (ms: number) => new Date(ms).toISOString();

/**
 * An order as its customer and its shop see it.
 *
 * @param events all of its own, in order of their ids
 */
export function toOrder(
  row: OrderRow,
  events: readonly OrderEventRow[],
  {timeZone}: Pick<ShopSettings, 'timeZone'>,
): Order {
  return {
    id: row.id,
    code: row.code,
    shop: row.shop_id,
    state: row.state as Order['state'],
    contract: row.contract as Order['contract'],
    mode: row.mode as Order['mode'],
    slot: {startsAt: instant(row.starts_at), endsAt: instant(row.ends_at)},
    timeZone,
    lines: JSON.parse(row.lines) as Order['lines'],
    ...(row.delivery_fee !== null && {deliveryFee: row.delivery_fee}),
    total: row.total,
    currency: 'EUR',
    payment: paymentOf(row),
    ...personalPartOf(row),
    language: row.language as Order['language'],
    ...timesOf(row),
    history: events.filter(({kind}) => kind === 'state').map(toHistory),
    createdAt: instant(row.created_at),
  };
}

function paymentOf(row: OrderRow): Order['payment'] {
  return {
    means: row.payment_means as Order['payment']['means'],
    status: row.payment_status as Order['payment']['status'],
    ...(row.payment_url !== null && {url: row.payment_url}),
  };
}

/** What is no more there once the order was erased. */
function personalPartOf(row: OrderRow): Pick<Order, 'contact' | 'note' | 'vehicle' | 'address'> {
  return {
    ...(row.contact !== null && {contact: JSON.parse(row.contact) as Contact}),
    ...(row.note !== null && {note: row.note}),
    ...(row.vehicle !== null && {vehicle: row.vehicle}),
    ...(row.address !== null && {address: JSON.parse(row.address) as PostalAddress}),
  };
}

function timesOf(row: OrderRow) {
  return {
    ...(row.arrived_at !== null && {arrivedAt: instant(row.arrived_at)}),
    ...(row.accept_by !== null && {acceptBy: instant(row.accept_by)}),
    ...(row.cancel_until !== null && {cancelUntil: instant(row.cancel_until)}),
    ...(row.withdraw_until !== null && {withdrawUntil: instant(row.withdraw_until)}),
  };
}

function toHistory(event: OrderEventRow): Order['history'][number] {
  return {
    state: event.state as Order['state'],
    at: instant(event.at),
    by: event.actor as Order['history'][number]['by'],
    ...(event.reason !== null && {reason: event.reason}),
  };
}
