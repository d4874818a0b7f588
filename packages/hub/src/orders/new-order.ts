import {collectionCode} from '@local-widgets/model';
import type {OrderRequest, OrderState} from '@local-widgets/model/schemas.js';
import {secretToken, sha256Hex, uuid7} from '../chance-and-clock.js';
import type {Chance, Clock} from '../chance-and-clock.js';
import type {Shop} from '../shops/shop-store.js';
import type {NewOrderEvent} from './order-events.js';
import type {OrderRow} from './order-row.js';
import type {OrderPlan} from './plan-order.js';

/** What is about to be written, with the customer's secret. */
export interface NewOrder {
  row: OrderRow;
  events: NewOrderEvent[];
  token: string;
}

export interface NewOrderParts {
  shop: Shop;
  request: OrderRequest;
  plan: OrderPlan;
  now: Date;
}

/** Bytes that `collectionCode` asks for. */
const CODE_BYTES = 16;

/** Its code may be that of another order of the shop; the unique index has the last word. */
export function newOrder(
  {shop, request, plan, now}: NewOrderParts,
  {clock, chance}: {clock: Clock; chance: Chance},
): NewOrder {
  const token = secretToken(chance);
  const states = firstStates(shop);
  const state = states.at(-1)!;
  const row: OrderRow = {
    id: uuid7(clock, chance),
    shop_id: shop.id,
    code: collectionCode(chance.bytes(CODE_BYTES)),
    token_hash: sha256Hex(token),
    state,
    contract: request.contract,
    mode: request.mode,
    starts_at: Date.parse(plan.slot.startsAt),
    ends_at: Date.parse(plan.slot.endsAt),
    items: plan.points,
    lines: JSON.stringify(plan.lines),
    delivery_fee: plan.deliveryFee ?? null,
    total: plan.total,
    payment_means: request.payment,
    payment_status: request.payment === 'online' ? 'pending' : 'due',
    payment_url: null,
    contact: JSON.stringify(request.contact),
    note: request.note ?? null,
    vehicle: request.mode === 'drive' ? (request.vehicle ?? null) : null,
    address: request.mode === 'delivery' ? JSON.stringify(request.address) : null,
    language: request.language,
    arrived_at: null,
    accept_by: state === 'received' ? acceptBy(shop, plan, now) : null,
    cancel_until: plan.cancelUntil.getTime(),
    withdraw_until: plan.withdrawUntil?.getTime() ?? null,
    created_at: now.getTime(),
    updated_at: now.getTime(),
    erased_at: null,
  };
  const events = states.map((reached): NewOrderEvent => ({
    orderId: row.id,
    shopId: shop.id,
    kind: 'state',
    state: reached,
    by: reached === 'received' ? 'customer' : 'hub',
    at: now,
  }));
  return {row, events, token};
}

/** A shop that gives itself no time to accept has accepted all that it offers. */
const firstStates = ({settings}: Shop): OrderState[] =>
  settings.acceptWithinMinutes === 0 ? ['received', 'accepted'] : ['received'];

/** In milliseconds. An order that nobody accepted is over when its slot begins, at the latest. */
const acceptBy = ({settings}: Shop, {slot}: OrderPlan, now: Date) =>
  Math.min(now.getTime() + settings.acceptWithinMinutes * 60_000, Date.parse(slot.startsAt));
