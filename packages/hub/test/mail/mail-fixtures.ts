import type {Order, ShopSettings} from '@local-widgets/model/schemas.js';
import {MAIL_WORDS} from '../../src/mail/locales/mail-words.js';
import {mailFormat} from '../../src/mail/mail-format.js';
import type {OrderView} from '../../src/mail/templates/order-view.js';
import {PRODUCTS, SETTINGS} from '../support/fixtures.js';

export const ORDER: Order = {
  id: '019aaf3c-0000-7000-8000-000000000001',
  code: 'K7PM',
  shop: 'fournil',
  state: 'received',
  contract: 'order',
  mode: 'collect',
  slot: {startsAt: '2026-11-28T09:00:00.000Z', endsAt: '2026-11-28T09:30:00.000Z'},
  timeZone: 'Europe/Paris',
  lines: [
    {
      product: 'pain',
      name: 'Pain <b>de</b> campagne',
      quantity: 2,
      price: 320,
      vatRate: 550,
      total: 640,
    },
    {product: 'tablier', name: 'Tablier', quantity: 1, price: 2500, vatRate: 2000, total: 2500},
  ],
  total: 3140,
  currency: 'EUR',
  payment: {means: 'card', status: 'due'},
  contact: {name: 'Anne', email: 'anne@example.org'},
  language: 'fr',
  acceptBy: '2026-11-23T07:30:00.000Z',
  withdrawUntil: '2026-12-14T22:59:59.999Z',
  history: [{state: 'received', at: '2026-11-23T07:00:00.000Z', by: 'customer'}],
  createdAt: '2026-11-23T07:00:00.000Z',
};

export interface ViewChanges {
  order?: Partial<Order>;
  shop?: Partial<ShopSettings>;
  data?: OrderView['data'];
}

/** A view of the order for a template, in the order's language. */
export function viewOf({order = {}, shop = {}, data = {}}: ViewChanges = {}): OrderView {
  const whole = {...ORDER, ...order};
  return {
    order: whole,
    shop: {...SETTINGS, ...shop},
    products: PRODUCTS,
    data,
    publicUrl: 'https://hub.example',
    words: MAIL_WORDS[whole.language],
    format: mailFormat(whole.language, whole.timeZone),
  };
}
