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
 * @cssproperty [--local-color-accent] - Links, main buttons, the chosen tab.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of cards and fields.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - What is well: live, ready, taken over.
 * @cssproperty [--local-color-closed] - What wants attention: offline, paused, about to expire, failed.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
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
