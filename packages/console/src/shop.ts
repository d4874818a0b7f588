import {deskMessages} from './locales/index.js';
import {shopFr} from './locales/shop.js';

deskMessages.extend(shopFr);

/** The shop's own affairs, in a file of their own. */
export {ShopView} from './shop/shop-view.js';
