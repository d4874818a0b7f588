/** What the card of the shops map says when a person wants to talk (`local-shop-action`). */
export interface WantedShop {
  readonly id: string;
  readonly name?: string | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
}

/** An element that can open its panel for a shop. */
export interface Talker {
  /** `null`: any shop of its hub. */
  readonly shop: string | null;
  /** A room of neighbours is no talk with a shop. */
  readonly room: string;
  talkTo(shop: WantedShop): unknown;
}

const talkers = new Set<Talker>();

/** From now on the element answers "chat" on the page; the returned function ends that. */
export function takeWishes(talker: Talker): () => void {
  if (talkers.size === 0) document.addEventListener('local-shop-action', answer);
  talkers.add(talker);
  return () => {
    talkers.delete(talker);
    if (talkers.size === 0) document.removeEventListener('local-shop-action', answer);
  };
}

/** One element answers: the shop's own, else one for all shops. */
function answer(event: Event): void {
  const wanted = readWish((event as CustomEvent<unknown>).detail);
  if (!wanted) return;
  const all = [...talkers].filter(({room}) => !room);
  const talker = all.find(({shop}) => shop === wanted.id) ?? all.find(({shop}) => shop === null);
  talker?.talkTo(wanted);
}

/** Anybody can send an event of this name: only what is text is taken over. */
function readWish(detail: unknown): WantedShop | undefined {
  const {action, id, place} = (detail ?? {}) as {action?: unknown; id?: unknown; place?: unknown};
  if (action !== 'chat' || typeof id !== 'string') return undefined;
  const {name, telephone, email} = (place ?? {}) as Record<string, unknown>;
  return {id, name: text(name), telephone: text(telephone), email: text(email)};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
