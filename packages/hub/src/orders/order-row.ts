import type {Contact, Order, PostalAddress, ShopSettings} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import type {OrderEventsTable, OrdersTable} from '../database/tables.js';

export type OrderRow = Selectable<OrdersTable>;
export type OrderEventRow = Selectable<OrderEventsTable>;

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
