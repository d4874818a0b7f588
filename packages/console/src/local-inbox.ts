import {property} from '@local-widgets/core';
import type {CSSResultGroup} from 'lit';
import {DeskElement} from './desk/desk-element.js';
import type {MakePlan} from './desk/shop-desk.js';
import {InboxPart} from './inbox/inbox-part.js';
import {shopTab} from './shop/shop-tab.js';
import {inboxStyles} from './styles/inbox.styles.js';

/**
 * The inbox of a shop or town hall: conversations come in live and are answered, with canned answers,
 * photos and read marks; rooms of neighbours are moderated. Speaks with a hub. A reply is kept on the
 * device until the hub has it, and nothing else is.
 *
 * @summary Where a shop answers its visitors.
 * @tag local-inbox
 *
 * @event {LocalMessageReceivedEvent} local-message-received - Somebody wrote while the inbox was open.
 * @event {LocalMessagesWaitingEvent} local-messages-waiting - The number of conversations to read has changed.
 *
 * @example
 * ```html
 * <local-inbox shop="fournil" title-badge></local-inbox>
 * ```
 */
export class LocalInbox extends DeskElement {
  static override styles: CSSResultGroup = [DeskElement.styles, inboxStyles];

  /** Puts what is open into the page's address: a link leads to it, and Back leads away from it. */
  @property({attribute: 'url-state', type: Boolean}) urlState = false;

  protected override readonly plan: MakePlan = (owner, lazily) => {
    const messages = new InboxPart(owner, lazily, undefined);
    const {inbox} = messages;
    const shop = shopTab(owner, lazily, {hasOrders: false, inbox});
    return {parts: [messages], tabs: [messages.tab, shop]};
  };

  protected override get hasAddress(): boolean {
    return this.urlState;
  }
}
