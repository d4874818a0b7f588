import type {DeskTab} from '../desk/desk-part.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazy-part.js';
import {SHOP} from '../templates/icons.js';

/** The shop's own affairs: a tab of every desk, since a shop is set in one place. */
export function shopTab(owner: DeskOwner, lazily: Lazily): DeskTab {
  return {
    name: 'shop',
    icon: SHOP,
    label: messages => messages.tabShop,
    view: lazily('the settings of the shop', async () => {
      const {ShopView} = await import('../shop.js');
      return new ShopView(owner);
    }),
  };
}
