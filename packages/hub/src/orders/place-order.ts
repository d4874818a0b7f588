import {pickupSlots} from '@local-widgets/model';
import type {OrderRequest, PlacedOrder, Slot} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {isTaken, lockedTooLong} from '../database/errors.js';
import {writeInGroup} from '../database/write-group.js';
import {runSteps} from '../database/write-steps.js';
import type {WriteStep} from '../database/write-steps.js';
import {HubProblem} from '../http/problem.js';
import {RequestsAtWork, keepingAnswer, keptAnswer} from '../idempotency/kept-answers.js';
import type {KeyedRequest} from '../idempotency/kept-answers.js';
import {bodyHash} from '../idempotency/request-key.js';
import {insertingRow} from '../outbox/enqueue.js';
import {readSome, takingStock} from '../shops/product-store.js';
import type {Shop} from '../shops/shop-store.js';
import {takenFrom, takingPlace} from '../slots/slot-store.js';
import {newOrder} from './new-order.js';
import type {NewOrder} from './new-order.js';
import {insertingEvent} from './order-events.js';
import {messagesOfNewOrder} from './order-messages.js';
import {insertingOrder, toOrder} from './order-row.js';
import type {OrderEventRow} from './order-row.js';
import {keepForNext, orderingShop} from './ordering-shop.js';
import {withPayLink} from './pay-link.js';
import {outOfStock, planOrder} from './plan-order.js';
import type {OrderPlan} from './plan-order.js';

export interface OrderAttempt {
  shopId: string;
  request: OrderRequest;
  /** From `requestKey`. */
  idempotencyKey: string;
}

export interface OrderAnswer {
  /** `PlacedOrder` as JSON, byte for byte the same however often it is asked for. */
  text: string;
  /** The same request was answered before: nothing was written now. */
  isReplay: boolean;
}

const atWork = new WeakMap<HubContext['db'], RequestsAtWork>();

/** How often an order is tried with another code; one code in thousands is taken. */
const CODES = 5;

/**
 * Places an order once, however often it is asked for with the same key. Key, order, slot, stock, events
 * and what must leave are one transaction: either all of it is there when the answer is given, or nothing.
 *
 * @throws HubProblem why there is no order; nothing was written, and the key may be used again
 */
export async function placeOrder(
  context: HubContext,
  {shopId, request, idempotencyKey}: OrderAttempt,
): Promise<OrderAnswer> {
  const keyed: KeyedRequest = {
    scope: `POST /api/shops/${shopId}/orders`,
    key: idempotencyKey,
    hash: bodyHash(request),
  };
  const running = atWork.get(context.db) ?? new RequestsAtWork();
  atWork.set(context.db, running);
  return running.run(keyed, async () => {
    for (let code = 1; ; code++) {
      try {
        return await writeOrder(context, {shopId, request, keyed});
      } catch (error) {
        // it was answered before, maybe by another process just now, which took the last place for it
        const kept = await keptAnswer(context.db, keyed);
        if (kept !== undefined) return {text: kept, isReplay: true};
        if (isTaken(error) && code < CODES) continue;
        // the shop's turn is held for too long by another process: over in a moment
        const isPassing = lockedTooLong(error) || isTaken(error);
        throw isPassing ? new HubProblem('in-progress', {retryAfter: 1}, {cause: error}) : error;
      }
    }
  });
}

interface Writing {
  shopId: string;
  request: OrderRequest;
  keyed: KeyedRequest;
}

/** Undoes an order whose key turned out to be answered. */
class AlreadyAnswered extends Error {}

async function writeOrder(context: HubContext, writing: Writing): Promise<OrderAnswer> {
  const {clock, chance, config, pauseAt} = context;
  const {shopId, request, keyed} = writing;
  const {order, text} = await writeInGroup(context, shopId, async trx => {
    const now = clock.now();
    const ids = request.lines.map(({product}) => product);
    const ordering = await orderingShop(trx, context, {shopId, products: ids});
    const {shop, audience, products} = ordering;
    const plan = planOrder({shop, products: [...products.values()], request, now, config});
    const order = newOrder({shop, request, plan, now}, context);
    const url = `${config.publicUrl}/o/${order.token}`;
    const text = JSON.stringify(placedOrder(order, shop, url));
    const answer = {answer: text, orderId: order.row.id, at: now, chance};
    const messages = messagesOfNewOrder(context, order, {url, audience});
    await pauseAt?.('before-reserve');
    await runSteps(trx, [
      // first: who asks again is told the answer, and not that the slot is full since
      {
        query: keepingAnswer(trx, keyed, answer),
        orElse: () => Promise.reject(new AlreadyAnswered()),
      },
      ...reserving(trx, {shop, plan, request, now}),
      {query: insertingOrder(trx, order.row)},
      ...messages.map(message => ({query: insertingRow(trx, message)})),
      ...order.events.map(event => ({query: insertingEvent(trx, event)})),
    ]);
    await pauseAt?.('before-commit');
    keepForNext(trx, ordering);
    return {order, text};
  });
  context.events.announce(shopId);
  context.outbox.wake();
  for (const {state} of order.events) context.metrics.orderStates.inc({state});
  return {text, isReplay: false};
}

interface Reserving {
  shop: Shop;
  plan: OrderPlan;
  request: OrderRequest;
  now: Date;
}

/** Takes the place in the slot and the pieces in stock. */
function reserving(trx: HubTransaction, {shop, plan, request, now}: Reserving): WriteStep[] {
  const {mode} = request;
  const key = {shopId: shop.id, mode, startsAt: new Date(plan.slot.startsAt)};
  const counted = plan.items
    .filter(({product}) => product.stock !== undefined)
    .map(({product, quantity}) => ({product: product.id, quantity}));
  return [
    {
      query: takingPlace(trx, key, plan.slot, plan.points),
      orElse: async () => {
        throw new HubProblem('slot-full', {
          slots: await otherSlots(trx, {shop, plan, request, now}),
        });
      },
    },
    ...takingStock(trx, shop.id, counted).map(({product, query}) => ({
      query,
      orElse: async () => {
        const left = (await readSome(trx, shop.id, [product]))[0]?.stock ?? 0;
        const nameOf = (id: string) =>
          plan.items.find(item => item.product.id === id)!.product.name;
        throw outOfStock([[product, left]], nameOf);
      },
    })),
  ];
}

/** How many other slots a refusal names. */
const NAMED = 6;

async function otherSlots(
  trx: HubTransaction,
  {shop, plan, request, now}: Reserving,
): Promise<Slot[]> {
  const {mode} = request;
  const taken = await takenFrom(trx, {shopId: shop.id, mode, from: now});
  const question = {settings: shop.settings, mode, lines: plan.items, now, taken, limit: NAMED};
  return pickupSlots(question).slots;
}

function placedOrder({row, events, token}: NewOrder, shop: Shop, url: string): PlacedOrder {
  const history = events.map((event, at): OrderEventRow => ({
    id: at,
    order_id: event.orderId,
    shop_id: event.shopId,
    kind: event.kind,
    state: event.state,
    actor: event.by,
    person_id: null,
    reason: null,
    at: event.at.getTime(),
  }));
  return {order: withPayLink(toOrder(row, history, shop.settings), url), token, url};
}
