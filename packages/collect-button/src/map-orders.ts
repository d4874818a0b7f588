/** What the card of the shops map says when a person wants to order (`local-shop-action`). */
export interface WantedShop {
  readonly id: string;
  readonly name?: string | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
}

/** A button that can open its dialog for a shop. */
export interface OrderTaker {
  /** `null`: any shop of its hub. */
  readonly shop: string | null;
  readonly product: string;
  orderFrom(shop: WantedShop): unknown;
}

const takers = new Set<OrderTaker>();

/** From now on the button answers "order" on the page; the returned function ends that. */
export function takeOrders(taker: OrderTaker): () => void {
  if (takers.size === 0) document.addEventListener('local-shop-action', answer);
  takers.add(taker);
  return () => {
    takers.delete(taker);
    if (takers.size === 0) document.removeEventListener('local-shop-action', answer);
  };
}

/** One button answers: the shop's own, rather one for the whole catalogue, else one for all shops. */
function answer(event: Event): void {
  const wanted = readWish((event as CustomEvent<unknown>).detail);
  if (!wanted) return;
  const all = [...takers];
  const own = all.filter(({shop}) => shop === wanted.id);
  const taker = own.find(({product}) => !product) ?? own[0] ?? all.find(({shop}) => shop === null);
  taker?.orderFrom(wanted);
}

/** Anybody can send an event of this name: only what is text is taken over. */
function readWish(detail: unknown): WantedShop | undefined {
  const {action, id, place} = (detail ?? {}) as {action?: unknown; id?: unknown; place?: unknown};
  if (action !== 'order' || typeof id !== 'string') return undefined;
  const {name, telephone, email} = (place ?? {}) as Record<string, unknown>;
  return {id, name: text(name), telephone: text(telephone), email: text(email)};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
