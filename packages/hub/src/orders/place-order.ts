import {pickupSlots} from '@local-widgets/model';
import type {OrderRequest, PlacedOrder, Slot} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {isTaken, lockedTooLong} from '../database/errors.js';
import {HubProblem} from '../http/problem.js';
import {RequestsAtWork, keepAnswer, keptAnswer} from '../idempotency/kept-answers.js';
import type {KeyedRequest} from '../idempotency/kept-answers.js';
import {bodyHash} from '../idempotency/request-key.js';
import {readSome, takeStock} from '../shops/product-store.js';
import {requireShop} from '../shops/shop-store.js';
import type {Shop} from '../shops/shop-store.js';
import {reserveSlot, takenFrom} from '../slots/slot-store.js';
import {freeCode, newOrder} from './new-order.js';
import type {NewOrder} from './new-order.js';
import {appendOrderEvent} from './order-events.js';
import {toOrder} from './order-row.js';
import type {OrderEventRow} from './order-row.js';
import {tellOfNewOrder} from './order-messages.js';
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
  answer: PlacedOrder;
  /** The same request was answered before: nothing was written now. */
  isReplay: boolean;
}

const atWork = new WeakMap<HubContext['db'], RequestsAtWork>();

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
    const kept = await replay(context, keyed);
    if (kept) return kept;
    try {
      return await writeOrder(context, {shopId, request, keyed});
    } catch (error) {
      // another process may have answered the same request meanwhile, and taken the last place for it
      const late = await replay(context, keyed);
      if (late) return late;
      // the same key for too long in another process, or the same code: both are over in a moment
      const isPassing = lockedTooLong(error) || isTaken(error);
      throw isPassing ? new HubProblem('in-progress', {retryAfter: 1}, {cause: error}) : error;
    }
  });
}

async function replay(context: HubContext, keyed: KeyedRequest): Promise<OrderAnswer | undefined> {
  const kept = await keptAnswer(context.db, keyed);
  return kept === undefined ? undefined : {answer: kept as PlacedOrder, isReplay: true};
}

interface Writing {
  shopId: string;
  request: OrderRequest;
  keyed: KeyedRequest;
}

/** Thrown to undo a transaction whose key turned out to be answered. */
class AlreadyAnswered extends Error {}

async function writeOrder(context: HubContext, writing: Writing): Promise<OrderAnswer> {
  const {db, clock, chance, config, pauseAt} = context;
  const {shopId, request, keyed} = writing;
  const answer = await db.transaction().execute(async trx => {
    const now = clock.now();
    const shop = await requireShop(trx, shopId);
    const products = await readSome(
      trx,
      shopId,
      request.lines.map(({product}) => product),
    );
    const plan = planOrder({shop, products, request, now, config});
    const code = await freeCode(trx, chance, shopId);
    const order = newOrder({shop, request, plan, code, now}, context);
    const placed = placedOrder(order, shop, config.publicUrl);
    const {id: orderId} = order.row;
    // first, so that a second attempt waits here and not in front of a slot that the first has filled
    const isFirst = await keepAnswer(trx, keyed, {answer: placed, orderId, at: now, chance});
    if (!isFirst) throw new AlreadyAnswered();
    await pauseAt?.('before-reserve');
    await reserve(trx, {shop, plan, request, now});
    await trx.insertInto('orders').values(order.row).execute();
    await tellOfNewOrder(context, trx, {order, url: placed.url});
    for (const event of order.events) await appendOrderEvent(trx, context.dialect, event);
    await pauseAt?.('before-commit');
    return placed;
  });
  context.events.announce(shopId);
  context.outbox.wake();
  for (const {state} of answer.order.history) context.metrics.orderStates.inc({state});
  return {answer, isReplay: false};
}

async function reserve(
  trx: HubTransaction,
  {shop, plan, request, now}: {shop: Shop; plan: OrderPlan; request: OrderRequest; now: Date},
): Promise<void> {
  const startsAt = new Date(plan.slot.startsAt);
  const key = {shopId: shop.id, mode: request.mode, startsAt};
  if (!(await reserveSlot(trx, key, plan.slot, plan.points))) {
    throw new HubProblem('slot-full', {slots: await otherSlots(trx, {shop, plan, request, now})});
  }
  const counted = plan.items
    .filter(({product}) => product.stock !== undefined)
    .map(({product, quantity}) => ({product: product.id, quantity}));
  const missing = await takeStock(trx, shop.id, counted);
  if (missing === undefined) return;
  const left = (await readSome(trx, shop.id, [missing]))[0]?.stock ?? 0;
  const nameOf = (id: string) => plan.items.find(({product}) => product.id === id)!.product.name;
  throw outOfStock([[missing, left]], nameOf);
}

/** How many other slots a refusal names. */
const NAMED = 6;

async function otherSlots(
  trx: HubTransaction,
  {shop, plan, request, now}: {shop: Shop; plan: OrderPlan; request: OrderRequest; now: Date},
): Promise<Slot[]> {
  const {mode} = request;
  const taken = await takenFrom(trx, {shopId: shop.id, mode, from: now});
  const question = {settings: shop.settings, mode, lines: plan.items, now, taken, limit: NAMED};
  return pickupSlots(question).slots;
}

function placedOrder({row, events, token}: NewOrder, shop: Shop, publicUrl: string): PlacedOrder {
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
  const url = `${publicUrl}/o/${token}`;
  return {order: withPayLink(toOrder(row, history, shop.settings), url), token, url};
}
