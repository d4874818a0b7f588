import type {OrderLine} from '@local-widgets/model/schemas.js';
import type {OrderRow} from '../orders/order-row.js';
import type {WebhookEvent} from './outbox.js';

/** Bytes of a payload (Standard Webhooks 1.0 advises less than 20 kB). */
const BODY_LIMIT = 20_000;

/**
 * What a webhook tells of an order: nothing about its customer, whom the receiver may ask the desk's API
 * about. Lines that do not fit are left out as a whole (`lines` is absent then).
 */
export function webhookBody(event: WebhookEvent, row: OrderRow, at: Date): string {
  const iso = (instant: number) => new Date(instant).toISOString();
  const lines = (JSON.parse(row.lines) as OrderLine[]).map(({product, quantity, total}) => ({
    product,
    quantity,
    total,
  }));
  const data = {
    id: row.id,
    shop: row.shop_id,
    code: row.code,
    state: row.state,
    contract: row.contract,
    mode: row.mode,
    slot: {startsAt: iso(row.starts_at), endsAt: iso(row.ends_at)},
    total: row.total,
    currency: 'EUR',
    payment: {means: row.payment_means, status: row.payment_status},
    createdAt: iso(row.created_at),
  };
  const head = {type: event, timestamp: at.toISOString()};
  const whole = JSON.stringify({...head, data: {...data, lines}});
  return Buffer.byteLength(whole) < BODY_LIMIT ? whole : JSON.stringify({...head, data});
}
