import type {Order, Product, ShopSettings} from '@local-widgets/model/schemas.js';
import type {MailData} from '../../outbox/outbox.js';
import type {MailWords} from '../locales/fr.js';
import type {MailFormat} from '../mail-format.js';

/** What the mails about an order are made of. */
export interface OrderView {
  order: Order;
  shop: ShopSettings;
  /** Those of its lines that the catalogue still has. */
  products: readonly Product[];
  data: MailData;
  /** The hub's address. */
  publicUrl: string;
  words: MailWords;
  format: MailFormat;
}

/** When it is handed over, on the shop's clock. */
export function slotText({order: {slot}, words, format}: OrderView): string {
  const [from, to] = [new Date(slot.startsAt), new Date(slot.endsAt)];
  const moment = (at: Date) => words.dayAndTime(format.day(at), format.time(at));
  return format.day(from) === format.day(to)
    ? words.slot(format.day(from), format.time(from), format.time(to))
    : words.slotOverNight(moment(from), moment(to));
}

/** Who sells, as the law names it; the shop's own name where that is not set. */
export function sellerName({shop}: Pick<OrderView, 'shop'>): string {
  return shop.legal?.legalName ?? shop.name;
}
