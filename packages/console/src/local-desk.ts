import {property} from '@local-widgets/core';
import type {CSSResultGroup} from 'lit';
import {AgendaPart} from './agenda/agenda-part.js';
import {DeskElement} from './desk/desk-element.js';
import type {MakePlan} from './desk/shop-desk.js';
import {InboxPart} from './inbox/inbox-part.js';
import {OrdersPart} from './orders/orders-part.js';
import {shopTab} from './shop/shop-tab.js';
import {agendaStyles} from './styles/agenda.styles.js';
import {inboxStyles} from './styles/inbox.styles.js';

/**
 * The whole desk of a shop: orders as in `<local-orders-desk>`, messages as in `<local-inbox>` and
 * calendars as in `<local-events-desk>`, with one sign-in, one choice of the shop, one sound, and a way
 * from a message to its order.
 *
 * @summary Where a shop receives its orders and its messages, and writes its events.
 * @tag local-desk
 *
 * @event {LocalOrderReceivedEvent} local-order-received - An order came in while the desk was open.
 * @event {LocalOrdersWaitingEvent} local-orders-waiting - The number of orders to accept has changed.
 * @event {LocalMessageReceivedEvent} local-message-received - Somebody wrote while the desk was open.
 * @event {LocalMessagesWaitingEvent} local-messages-waiting - The number of conversations to read has changed.
 * @event {LocalProposalsWaitingEvent} local-proposals-waiting - The number of proposals to decide about has changed.
 *
 * @example
 * ```html
 * <local-desk shop="fournil" title-badge></local-desk>
 * ```
 */
export class LocalDesk extends DeskElement {
  static override styles: CSSResultGroup = [DeskElement.styles, inboxStyles, agendaStyles];

  /** Puts what is open into the page's address: a link leads to it, and Back leads away from it. */
  @property({attribute: 'url-state', type: Boolean}) urlState = false;

  protected override readonly plan: MakePlan = (owner, lazily) => {
    const orders = new OrdersPart(owner, lazily);
    const messages = new InboxPart(owner, lazily, orders);
    const agenda = new AgendaPart(owner, lazily);
    const {inbox} = messages;
    const shop = shopTab(owner, lazily, {hasOrders: true, inbox});
    const [first, ...others] = orders.tabs;
    return {
      parts: [orders, messages, agenda],
      tabs: [first!, messages.tab, agenda.tab, ...others, shop],
    };
  };

  protected override get hasAddress(): boolean {
    return this.urlState;
  }
}
