import type {BasketLine, PaymentMeans, ShopProfile} from '@local-widgets/model/schemas.js';
import type {CollectEnvironment} from '../environment.js';
import {BackEndError, type Attempt, type BackEnd, type NewOrder, type Placed} from './port.js';
import {isEuro, placesFrom, productsFrom} from './woocommerce-products.js';
import {WooSession} from './woocommerce-session.js';
import type {WooCart, WooCheckout, WooOrder, WooProduct} from './woocommerce-types.js';

/** What the page says of the shop, as the Store API does not. */
export interface WooShop {
  /** Address of the WordPress site without a slash at the end. */
  readonly site: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly termsUrl: string;
}

/** Payments without a page of their own, and what they are here. */
const PAYMENTS: readonly (readonly [gateway: string, means: PaymentMeans])[] = [
  ['cod', 'cash'],
  ['cheque', 'cheque'],
];

/** Products in one answer: the most that the Store API gives. */
const PRODUCTS = 100;

/** A draft is what `GET /checkout` makes; any other state is an order. */
const DRAFT = 'checkout-draft';

/**
 * Orders through the Store API of a WooCommerce shop, collected at one of its places of local pickup. There
 * is no `Idempotency-Key`: the draft's number is noted before it is sent, and an attempt without an answer
 * is looked up by it.
 */
export function wooCommerceBackEnd(
  shop: WooShop,
  {fetch}: Pick<CollectEnvironment, 'fetch'>,
): BackEnd {
  const api = `${shop.site}/wp-json/wc/store/v1`;
  return {
    async open() {
      const session = new WooSession(api, fetch);
      const [list, cart] = await Promise.all([
        session.ask<WooProduct[]>(`/products?per_page=${PRODUCTS}&type=simple&orderby=menu_order`),
        session.ask<WooCart>('/cart'),
      ]);
      return {shop: profileOf(shop, cart), products: productsFrom(list)};
    },
    async offer(mode, lines) {
      const cart = await fill(new WooSession(api, fetch), lines);
      const rates = cart.shipping_rates.flatMap(({shipping_rates: rates}) => rates);
      const places = placesFrom(rates);
      return {
        mode,
        timeZone: 'Europe/Paris',
        slots: [],
        ...(places.length > 0 ? {places} : {reason: 'closed'}),
      };
    },
    async place(attempt) {
      const {memo, order} = attempt;
      const session = new WooSession(api, fetch, memo['token']);
      const draft = memo['id'] ? undefined : await prepare(session, attempt);
      const id = memo['id'] ?? String(draft!.order_id);
      if (!draft && (await isPlaced(session, id, memo['key'] ?? '', order))) {
        return placedFrom(order, id);
      }
      const made = await session.ask<WooCheckout>('/checkout', checkoutBody(order));
      return placedFrom(order, made.order_number ?? id, made.payment_result?.redirect_url);
    },
  };
}

/** A new cart with these lines. */
async function fill(session: WooSession, lines: readonly BasketLine[]): Promise<WooCart> {
  let cart = await session.ask<WooCart>('/cart');
  // one after the other: each answer is the whole cart
  for (const {product, quantity} of lines) {
    cart = await session.ask<WooCart>('/cart/add-item', {id: Number(product), quantity});
  }
  return cart;
}

/** The cart at its place of pickup, and the draft of the order, noted before it is sent. */
async function prepare(session: WooSession, attempt: Attempt): Promise<WooCheckout> {
  const {order} = attempt;
  const cart = await fill(session, order.lines);
  const isThere = ({rate_id: id}: {rate_id: string}): boolean => id === order.place;
  const parcel = cart.shipping_rates.find(({shipping_rates: rates}) => rates.some(isThere));
  if (!parcel) throw new BackEndError('slot-gone', 'this place of pickup is gone', 409);
  const {package_id} = parcel;
  await session.ask('/cart/select-shipping-rate', {package_id, rate_id: order.place});
  const draft = await session.ask<WooCheckout>('/checkout');
  attempt.note({token: session.token, id: String(draft.order_id), key: draft.order_key});
  return draft;
}

/** Whether an attempt that had no answer made an order after all. */
async function isPlaced(
  session: WooSession,
  id: string,
  key: string,
  {contact}: NewOrder,
): Promise<boolean> {
  const query = new URLSearchParams({key, billing_email: contact.email ?? ''});
  try {
    const {status} = await session.ask<WooOrder>(`/order/${id}?${query.toString()}`);
    return status !== DRAFT;
  } catch (error) {
    // a draft without an e-mail address is not shown to anybody: it was never sent
    if (error instanceof BackEndError && error.status >= 400 && error.status < 500) return false;
    throw error;
  }
}

function checkoutBody({contact, address, note = '', payment, expectedTotal}: NewOrder): object {
  const [first = '', ...others] = contact.name.split(' ');
  const person = {
    first_name: first,
    last_name: others.join(' ') || first,
    company: '',
    address_1: address?.streetAddress ?? '',
    address_2: '',
    city: address?.addressLocality ?? '',
    state: '',
    postcode: address?.postalCode ?? '',
    country: address?.addressCountry ?? 'FR',
    phone: contact.telephone ?? '',
  };
  return {
    billing_address: {...person, email: contact.email ?? ''},
    shipping_address: person,
    customer_note: note,
    payment_method: PAYMENTS.find(([, means]) => means === payment)?.[0] ?? 'cod',
    payment_data: [],
    expected_total: String(expectedTotal),
  };
}

function placedFrom(order: NewOrder, code: string, url?: string): Placed {
  return {
    code,
    ...(url && {url}),
    contract: order.contract,
    mode: order.mode,
    timeZone: 'Europe/Paris',
    total: order.expectedTotal,
    count: order.lines.reduce((sum, {quantity}) => sum + quantity, 0),
  };
}

/** The little that is known, in the shape that the steps read. */
function profileOf({name, phone, email, termsUrl}: WooShop, cart: WooCart): ShopProfile {
  const gateways = cart.payment_methods;
  const payments = PAYMENTS.filter(([gateway]) => gateways.includes(gateway));
  return {
    id: 'woocommerce',
    name,
    ...(phone && {telephone: phone}),
    ...(email && {email}),
    timeZone: 'Europe/Paris',
    openingHours: '',
    holidays: 'none',
    closures: [],
    contract: 'order',
    pickup: [{mode: 'collect', offer: {kind: 'distributions', distributions: []}}],
    payments: payments.map(([, means]) => means),
    ...(termsUrl && {legal: {legalName: name, siret: '', termsUrl}}),
    isPaused: false,
    acceptWithinMinutes: 0,
    cancelUntilMinutes: 0,
    allowedOrigins: [],
    acceptsOrders: payments.length > 0 && isEuro(cart.totals),
  } as ShopProfile;
}
