import type {
  Order,
  OrderRequest,
  PlacedOrder,
  Problem,
  Product,
  ShopProfile,
  Slot,
  SlotOffer,
} from '@local-widgets/model/schemas.js';
import {bakery, products, slots} from './shop.js';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = Response | 'lost' | 'unsent';

/** A hub in memory, after its contract: what a page of ours sees of one. */
export class FakeHub {
  readonly url = 'https://hub.example';
  shop: ShopProfile = bakery;
  products: readonly Product[] = products;
  slots: readonly Slot[] = slots;
  reason: SlotOffer['reason'];
  /** Where orders are paid, when they are paid online. */
  paymentUrl = '';
  /** Nothing answers. */
  isDown = false;
  /** What happens to the next orders, first come first served: an answer, or none before or after. */
  readonly next: Answer[] = [];
  readonly seen: Seen[] = [];
  /** Orders by their key. */
  readonly orders = new Map<string, PlacedOrder>();

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname + url.search;
    const {method = 'GET', body} = init;
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const headers = new Headers(init.headers);
    this.seen.push({method, path, headers, body: parsed});
    // as slow as nothing, but never at once
    await Promise.resolve();
    if (this.isDown || url.origin !== this.url) throw new TypeError('Failed to fetch');
    return this.answer({method, path: url.pathname, headers, body: parsed});
  };

  /** Requests whose path begins so. */
  asked(method: string, start: string): Seen[] {
    return this.seen.filter(seen => seen.method === method && seen.path.startsWith(start));
  }

  private answer(seen: Seen): Response {
    const {method, path} = seen;
    const shop = `/api/shops/${this.shop.id}`;
    if (path === shop) return json(this.shop);
    if (path === `${shop}/catalogue`) return json({shop: this.shop.id, products: this.products});
    if (path === `${shop}/slots`) return json(this.offer());
    if (method === 'POST' && path === `${shop}/orders`) return this.take(seen);
    const [, token, action] = /^\/api\/orders\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const placed = [...this.orders.values()].find(order => order.token === token);
    if (!placed) return problem(404, 'not-found');
    if (action === 'arrive') placed.order.arrivedAt = '2026-11-24T09:31:00.000Z';
    return action ? json(placed.order) : json({order: placed.order, shop: this.shop});
  }

  private offer(): SlotOffer {
    const {timeZone} = this.shop;
    const offer = {mode: 'collect' as const, timeZone, slots: [...this.slots]};
    return this.reason ? {...offer, slots: [], reason: this.reason} : offer;
  }

  private take({headers, body}: Seen): Response {
    const fate = this.next.shift();
    if (fate === 'unsent') throw new TypeError('Failed to fetch');
    if (fate instanceof Response) return fate;
    const key = headers.get('idempotency-key');
    if (!key) return problem(400, 'idempotency-key-missing');
    const placed = this.orders.get(key) ?? this.placed(body as OrderRequest);
    this.orders.set(key, placed);
    if (fate === 'lost') throw new TypeError('Failed to fetch');
    return json(placed, 201);
  }

  private placed(request: OrderRequest): PlacedOrder {
    const {contact, contract, mode, payment, language} = request;
    const slot = this.slots.find(({startsAt}) => startsAt === request.slot.startsAt)!;
    const order: Order = {
      id: '01935e6a-0000-7000-8000-000000000001',
      code: 'K7P2',
      shop: this.shop.id,
      state: 'received',
      contract,
      mode,
      slot: {startsAt: slot.startsAt, endsAt: slot.endsAt},
      timeZone: this.shop.timeZone,
      lines: request.lines.map(({product, quantity}) => {
        const {name, price, vatRate} = this.products.find(({id}) => id === product)!;
        return {product, quantity, name, price, vatRate, total: price * quantity};
      }),
      total: request.expectedTotal,
      currency: 'EUR',
      payment: {
        means: payment,
        status: 'due',
        ...(this.paymentUrl && {url: this.paymentUrl}),
      },
      contact,
      language,
      history: [{state: 'received', at: '2026-11-24T08:05:00.000Z', by: 'customer'}],
      createdAt: '2026-11-24T08:05:00.000Z',
    };
    const token = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
    return {order, token, url: `${this.url}/o/${token}`};
  }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json', ...headers},
  });
}

export function problem(
  status: number,
  code: Problem['code'],
  more: Partial<Problem> = {},
  headers: Record<string, string> = {},
): Response {
  return json({type: `about:blank#${code}`, title: code, status, code, ...more}, status, headers);
}
