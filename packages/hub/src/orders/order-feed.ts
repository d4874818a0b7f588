import type {Database} from '../context.js';

/**
 * Tells that orders of a shop changed. It carries no order: who listens reads `order_events` after the
 * last id that it has, so that nothing is missed and another process's changes count as well.
 */
export interface OrderFeed {
  /** To be called once the change is committed. */
  announce(shopId: string): void;
  /** @returns the way out */
  subscribe(shopId: string, listener: () => void): () => void;
  /** Aborted when the hub stops: streams to browsers end then, and come back to the next process. */
  readonly closed: AbortSignal;
  /** Lets go of all who listen. */
  close(): void;
}

/** How often the events of other processes are looked for, in milliseconds, while somebody listens. */
const LOOK_EVERY = 1000;

/**
 * @param db where the events of other processes on the same database are found
 * @param lookEvery milliseconds; 0 never looks (a test that has one process)
 */
export function createOrderFeed(db: Database, lookEvery = LOOK_EVERY): OrderFeed {
  const listeners = new Map<string, Set<() => void>>();
  let timer: NodeJS.Timeout | undefined;
  // of each shop: ids of one shop are seen in order, those of different shops may not be
  const last = new Map<string, number>();
  let isLooking = false;
  const closing = new AbortController();

  const announce = (shopId: string) => {
    for (const listener of [...(listeners.get(shopId) ?? [])]) listener();
  };

  const look = async () => {
    const rows = await db
      .selectFrom('order_events')
      .select('shop_id')
      .select(eb => eb.fn.max('id').as('id'))
      .where('shop_id', 'in', [...listeners.keys()])
      .groupBy('shop_id')
      .execute();
    for (const {id, shop_id} of rows) {
      // the first look tells as well: something may have come since the listener read
      if (last.get(shop_id) !== id) announce(shop_id);
      last.set(shop_id, id);
    }
  };
  const lookOnce = () => {
    if (isLooking) return;
    isLooking = true;
    // a database out of reach is told by the requests; the next look may find it again
    look()
      .catch(() => undefined)
      .finally(() => (isLooking = false));
  };

  const updateTimer = () => {
    if (listeners.size > 0 && timer === undefined && lookEvery > 0) {
      timer = setInterval(lookOnce, lookEvery);
      timer.unref();
    } else if (listeners.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
      last.clear();
    }
  };

  return {
    announce,
    closed: closing.signal,
    subscribe(shopId, listener) {
      const ofShop = listeners.get(shopId) ?? new Set();
      listeners.set(shopId, ofShop.add(listener));
      updateTimer();
      return () => {
        ofShop.delete(listener);
        if (ofShop.size === 0 && listeners.get(shopId) === ofShop) listeners.delete(shopId);
        updateTimer();
      };
    },
    close() {
      listeners.clear();
      updateTimer();
      closing.abort();
    },
  };
}
