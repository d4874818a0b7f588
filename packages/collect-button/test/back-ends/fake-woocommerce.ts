import {json} from '../fake-hub.js';

type Fate = Response | 'unsent' | 'lost';

interface Draft {
  readonly id: number;
  readonly key: string;
  status: string;
  email: string;
}

interface Cart {
  items: {id: number; quantity: number}[];
  rate: string;
  draft: Draft | undefined;
}

const EURO = {currency_code: 'EUR', currency_minor_unit: 2};

/** A shop with WooCommerce's Store API, after its documentation (docs/apis/store-api). */
export class FakeWooCommerce {
  readonly site = 'https://boutique.example';
  readonly carts = new Map<string, Cart>();
  readonly drafts: Draft[] = [];
  prices: Record<number, number> = {34: 420, 35: 1450};
  outOfStock = new Set<number>();
  gateways = ['bacs', 'cod', 'cheque'];
  rates = [
    {
      rate_id: 'flat_rate:10',
      name: 'Livraison',
      method_id: 'flat_rate',
      price: '490',
      meta_data: [],
    },
    {
      rate_id: 'pickup_location:0',
      name: 'Retrait (Atelier)',
      method_id: 'pickup_location',
      price: '0',
      meta_data: [
        {key: 'pickup_location', value: 'L&rsquo;atelier'},
        {key: 'pickup_address', value: '3 Grande Rue, 61400 Mortagne'},
        {key: 'pickup_details', value: 'Du mardi au samedi'},
      ],
    },
  ];
  /** Fates of the next `POST /checkout`: refused, or answered by nothing before or after. */
  readonly next: Fate[] = [];
  readonly checkouts: Record<string, unknown>[] = [];

  readonly fetch = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve().then(() => this.answer(input, init));

  get placed(): Draft[] {
    return this.drafts.filter(({status}) => status !== 'checkout-draft');
  }

  private answer(input: RequestInfo | URL, init: RequestInit): Response {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.replace('/wp-json/wc/store/v1', '');
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as Record<
      string,
      unknown
    >;
    const token = new Headers(init.headers).get('cart-token') ?? '';
    if (path === '/products') return json(Object.keys(this.prices).map(id => this.product(+id)));
    if (path.startsWith('/order/')) return this.order(+path.slice(7), url.searchParams);
    const isWrite = init.method === 'POST' || path === '/checkout';
    if (isWrite && !this.carts.has(token)) return refusal(401, 'woocommerce_rest_missing_nonce');
    const known = this.carts.get(token);
    const name = known ? token : `token-${this.carts.size + 1}`;
    const cart = known ?? {items: [], rate: '', draft: undefined};
    this.carts.set(name, cart);
    const headers = {'cart-token': name, nonce: 'nonce'};
    if (path === '/cart/add-item') {
      if (this.outOfStock.has(Number(body['id']))) {
        return refusal(400, 'woocommerce_rest_product_out_of_stock');
      }
      cart.items.push({id: Number(body['id']), quantity: Number(body['quantity'])});
    }
    if (path === '/cart/select-shipping-rate') cart.rate = String(body['rate_id']);
    if (path === '/checkout') return this.checkout(init.method ?? 'GET', cart, body);
    return json(this.cart(cart), 200, headers);
  }

  private checkout(method: string, cart: Cart, body: Record<string, unknown>): Response {
    if (cart.items.length === 0) return refusal(400, 'woocommerce_rest_cart_empty');
    if (!cart.draft) {
      const id = 146 + this.drafts.length;
      cart.draft = {id, key: `wc_order_${id}`, status: 'checkout-draft', email: ''};
      this.drafts.push(cart.draft);
    }
    const {draft} = cart;
    if (method === 'POST') {
      const fate: Fate | undefined = this.next.shift();
      if (fate === 'unsent') throw new TypeError('Failed to fetch');
      if (fate instanceof Response) return fate;
      if (body['expected_total'] !== this.cart(cart).totals.total_price) {
        return refusal(409, 'woocommerce_rest_checkout_total_mismatch', this.cart(cart));
      }
      this.checkouts.push(body);
      draft.status = 'processing';
      draft.email = (body['billing_address'] as {email: string}).email;
      cart.items = [];
      if (fate === 'lost') throw new TypeError('Failed to fetch');
    }
    const redirect_url = `${this.site}/merci/${draft.id}/`;
    return json({
      order_id: draft.id,
      order_key: draft.key,
      status: draft.status,
      payment_result: method === 'POST' ? {payment_status: 'success', redirect_url} : null,
    });
  }

  private order(id: number, query: URLSearchParams): Response {
    const draft = this.drafts.find(each => each.id === id && each.key === query.get('key'));
    if (!draft || draft.email !== query.get('billing_email')) {
      return refusal(401, 'woocommerce_rest_invalid_order');
    }
    return json({id, status: draft.status});
  }

  private cart({items}: Cart) {
    const total = items.reduce((sum, {id, quantity}) => sum + this.prices[id]! * quantity, 0);
    return {
      totals: {...EURO, total_price: String(total)},
      shipping_rates: items.length > 0 ? [{package_id: 0, shipping_rates: this.rates}] : [],
      payment_methods: this.gateways,
    };
  }

  private product(id: number) {
    return {
      id,
      name: 'Pain &amp; miel &#8211; 1&nbsp;kg',
      short_description: '<p>Fait <b>ici</b>.</p>',
      prices: {...EURO, price: String(this.prices[id])},
      images: [],
      has_options: id === 99,
      is_purchasable: true,
      is_in_stock: !this.outOfStock.has(id),
      low_stock_remaining: null,
      add_to_cart: {maximum: 9999},
    };
  }
}

function refusal(status: number, code: string, cart?: unknown): Response {
  return json({code, message: code, data: {status, cart}}, status);
}
