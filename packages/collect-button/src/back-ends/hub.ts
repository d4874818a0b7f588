import type {
  Catalogue,
  Order,
  PlacedOrder,
  ShopProfile,
  SlotOffer,
} from '@local-widgets/model/schemas.js';
import type {CollectEnvironment} from '../environment.js';
import type {BackEnd, Placed} from './port.js';
import {asJson, requestJson} from './request.js';

/** Slots asked for at once: some days of a shop that is open all day. */
const SLOTS = 40;

/** What an order of the hub leaves behind on the device: nothing about the person. */
function placedFrom(hub: string, token: string, url: string, order: Order): Placed {
  const {code, contract, mode, slot, timeZone, total, state, payment, arrivedAt} = order;
  return {
    code,
    token,
    url,
    calendarUrl: `${hub}/api/orders/${token}/calendar.ics`,
    contract,
    mode,
    ...slot,
    timeZone,
    total,
    count: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    state,
    ...(payment.url && payment.status !== 'paid' && {paymentUrl: payment.url}),
    ...(arrivedAt && {arrivedAt}),
  };
}

/**
 * Orders through a hub of this project.
 *
 * @param hub its address without a slash at the end
 * @param language of sentences in problems
 */
export function hubBackEnd(
  hub: string,
  shop: string,
  language: () => string,
  {fetch}: Pick<CollectEnvironment, 'fetch'>,
): BackEnd {
  const base = `${hub}/api/shops/${encodeURIComponent(shop)}`;
  const ask = async <T>(url: string, init: RequestInit = {}): Promise<T> => {
    const headers = {'Accept-Language': language(), ...(init.headers as Record<string, string>)};
    return (await requestJson(fetch, url, {...init, headers})).body as T;
  };
  const orderAt = ({token = ''}: Placed): string => `${hub}/api/orders/${token}`;
  const follow = async (placed: Placed): Promise<Placed> => {
    const {order} = await ask<{order: Order}>(orderAt(placed));
    return placedFrom(hub, placed.token ?? '', placed.url ?? '', order);
  };
  return {
    async open() {
      const [profile, catalogue] = await Promise.all([
        ask<ShopProfile>(base),
        ask<Catalogue>(`${base}/catalogue`),
      ]);
      return {shop: profile, products: catalogue.products.filter(({isHidden}) => !isHidden)};
    },
    offer(mode, lines) {
      const wanted = lines.map(({product, quantity}) => `${product}:${quantity}`).join();
      const basket = wanted && `&lines=${wanted}`;
      return ask<SlotOffer>(`${base}/slots?mode=${mode}${basket}&limit=${SLOTS}`);
    },
    async place({order, key}) {
      const init = asJson(order, {'Idempotency-Key': key});
      const placed = await ask<PlacedOrder>(`${base}/orders`, init);
      return placedFrom(hub, placed.token, placed.url, placed.order);
    },
    follow,
    async arrive(placed) {
      await ask(`${orderAt(placed)}/arrive`, asJson({}));
      return follow(placed);
    },
  };
}
