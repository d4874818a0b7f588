import type {OrderRow} from '../../../src/orders/order-row.js';
import {NOW} from '../../support/fixtures.js';

const at = NOW.getTime();

/** Two loaves, this afternoon at five, ordered just now by Anne. */
export function orderRow(changes: Partial<OrderRow> = {}): OrderRow {
  return {
    id: 'order-1',
    shop_id: 'fournil',
    code: 'K7PM',
    token_hash: 'hash of its secret',
    state: 'received',
    contract: 'order',
    mode: 'collect',
    starts_at: Date.parse('2026-11-23T16:00:00.000Z'),
    ends_at: Date.parse('2026-11-23T16:30:00.000Z'),
    items: 2,
    lines: JSON.stringify([
      {product: 'pain', name: 'Pain', quantity: 2, price: 320, vatRate: 550, total: 640},
    ]),
    delivery_fee: null,
    total: 640,
    payment_means: 'cash',
    payment_status: 'due',
    payment_url: null,
    contact: '{"name":"Anne","email":"anne@example.org"}',
    note: 'Bien cuit',
    vehicle: null,
    address: null,
    language: 'fr',
    arrived_at: null,
    accept_by: null,
    cancel_until: null,
    withdraw_until: null,
    created_at: at,
    updated_at: at,
    erased_at: null,
    ...changes,
  };
}
