import type {Order, ShopSettings} from '@local-widgets/model/schemas.js';
import type {PageWords} from './locales/fr.js';
import type {OrderFormat} from './order-format.js';

/** Everything that the pages of one order show. */
export interface OrderView {
  order: Order;
  shop: ShopSettings;
  /** The customer's, as it stands in the address of the page. */
  token: string;
  now: Date;
  /** What was just done, told at the top. */
  done?: 'cancel' | 'withdraw' | 'erase' | 'arrive' | undefined;
  /** When the customer withdrew. ISO 8601. */
  withdrawnAt?: string | undefined;
}

/** What each part of the page is given. */
export interface OrderParts extends OrderView {
  words: PageWords;
  format: OrderFormat;
}
