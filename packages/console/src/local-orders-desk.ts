import {DeskElement} from './desk/desk-element.js';
import type {MakePlan} from './desk/shop-desk.js';
import {OrdersPart} from './orders/orders-part.js';
import {shopTab} from './shop/shop-tab.js';

/**
 * The desk of a shop: orders come in live, are accepted, prepared and handed out in one tap each; with
 * the preparation list, the slots, the catalogue and the shop's own settings. Speaks with a hub. Keeps
 * nothing about customers on the device.
 *
 * @summary Where a shop receives, prepares and hands out its orders.
 * @tag local-orders-desk
 *
 * @event {LocalOrderReceivedEvent} local-order-received - An order came in while the desk was open.
 * @event {LocalOrdersWaitingEvent} local-orders-waiting - The number of orders to accept has changed.
 *
 * @example
 * ```html
 * <local-orders-desk shop="fournil" title-badge></local-orders-desk>
 * ```
 */
export class LocalOrdersDesk extends DeskElement {
  protected override readonly plan: MakePlan = (owner, lazily) => {
    const orders = new OrdersPart(owner, lazily);
    return {parts: [orders], tabs: [...orders.tabs, shopTab(owner, lazily, {hasOrders: true})]};
  };
}
