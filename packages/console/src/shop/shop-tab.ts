import type {DeskTab} from '../desk/desk-part.js';
import type {Inbox} from '../inbox/inbox.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazily.js';
import {SHOP} from '../templates/icons.js';

/** What a desk is about, and thus what is set there. */
export interface ShopTabScope {
  readonly hasOrders: boolean;
  readonly inbox?: Inbox;
}

/** The shop's own affairs: a tab of every desk, since a shop is set in one place. */
export function shopTab(
  owner: DeskOwner,
  lazily: Lazily,
  {hasOrders, inbox}: ShopTabScope,
): DeskTab {
  const chat =
    inbox &&
    lazily('the settings of the chat', async () => {
      const {ChatShop} = await import('../chat-settings.js');
      return new ChatShop(owner, inbox);
    });
  return {
    name: 'shop',
    icon: SHOP,
    label: messages => messages.tabShop,
    view: lazily('the settings of the shop', async () => {
      const {ShopView} = await import('../shop.js');
      return new ShopView(owner, hasOrders, chat);
    }),
  };
}
