import {Readable} from 'node:stream';
import type {Order} from '@local-widgets/model/schemas.js';
import type {Database, HubContext} from '../context.js';
import {toOrders} from '../orders/find-order.js';
import type {Shop} from '../shops/shop-store.js';

/** Milliseconds between two comments, which keep proxies and the browser from giving the line up. */
const HEARTBEAT = 20_000;
/** Events that are read at once. */
const PAGE = 200;
/** Bytes that wait for a slow reader; the rest waits in the database. */
const BUFFER = 65_536;

export interface OrderStreamOptions {
  /** Id of the last event that the listener has. */
  after: number;
  /** Asked at each heartbeat: a session may have ended, a token may have been revoked. */
  mayStay: () => Promise<boolean>;
  /** Milliseconds. */
  heartbeat?: number | undefined;
}

/**
 * What happens to the orders of a shop, as server-sent events: each holds the whole order as it is now,
 * so that one that comes twice is no harm. All is read from the database, where other processes write
 * too; the feed only tells when to look, and the heartbeat looks as well.
 */
export class OrderStream extends Readable {
  readonly #db: Database;
  readonly #shop: Shop;
  readonly #mayStay: () => Promise<boolean>;
  readonly #unsubscribe: () => void;
  readonly #timer: NodeJS.Timeout;
  #cursor: number;
  #isReading = false;
  /** There may be something to read in the database. */
  #hasNews = true;
  /** The listener took what it was given. */
  #isDrained = true;
  #isFinished = false;

  constructor(
    {db, events}: Pick<HubContext, 'db' | 'events'>,
    shop: Shop,
    {after, mayStay, heartbeat = HEARTBEAT}: OrderStreamOptions,
  ) {
    super({highWaterMark: BUFFER});
    this.#db = db;
    this.#shop = shop;
    this.#mayStay = mayStay;
    this.#cursor = after;
    this.#unsubscribe = events.subscribe(shop.id, () => this.#look());
    this.#timer = setInterval(() => void this.#beat(), heartbeat);
    this.#timer.unref();
    this.#write('retry: 2000\n\n');
  }

  /** Tells the listener that this is all. */
  finish(): void {
    if (this.#isFinished || this.destroyed) return;
    this.#isFinished = true;
    this.#letGo();
    this.push(null);
  }

  override _read(): void {
    this.#isDrained = true;
    this.#read();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#letGo();
    callback(error);
  }

  #letGo(): void {
    this.#unsubscribe();
    clearInterval(this.#timer);
  }

  get #isOpen(): boolean {
    return !this.destroyed && !this.#isFinished;
  }

  #write(text: string): void {
    if (this.#isOpen) this.#isDrained = this.push(text);
  }

  #look(): void {
    this.#hasNews = true;
    this.#read();
  }

  #read(): void {
    if (this.#isReading || !this.#hasNews || !this.#isDrained || !this.#isOpen) return;
    this.#isReading = true;
    this.#hasNews = false;
    this.#readPage().then(
      () => {
        this.#isReading = false;
        this.#read();
      },
      // the browser comes back, with the last event that it has
      () => this.destroy(),
    );
  }

  async #readPage(): Promise<void> {
    const {news, cursor, isMore} = await readNews(this.#db, this.#shop, this.#cursor);
    for (const {id, order} of news) {
      this.#write(`id: ${id}\nevent: order\ndata: ${JSON.stringify({order})}\n\n`);
    }
    this.#cursor = cursor;
    this.#hasNews ||= isMore;
  }

  async #beat(): Promise<void> {
    try {
      if (await this.#mayStay()) {
        this.#write(':\n\n');
        this.#look();
      } else {
        this.finish();
      }
    } catch {
      this.destroy();
    }
  }
}

interface News {
  /** Each order once, by its last event. */
  news: {id: number; order: Order}[];
  cursor: number;
  isMore: boolean;
}

async function readNews(db: Database, shop: Shop, cursor: number): Promise<News> {
  const events = await db
    .selectFrom('order_events')
    .select(['id', 'order_id'])
    .where('shop_id', '=', shop.id)
    .where('id', '>', cursor)
    .orderBy('id')
    .limit(PAGE)
    .execute();
  if (events.length === 0) return {news: [], cursor, isMore: false};
  const lastIds = new Map(events.map(event => [event.order_id, event.id]));
  const rows = await db
    .selectFrom('orders')
    .selectAll()
    .where('id', 'in', [...lastIds.keys()])
    .execute();
  const orders = await toOrders(db, rows, shop.settings);
  return {
    news: orders.map(order => ({id: lastIds.get(order.id)!, order})).sort((a, b) => a.id - b.id),
    cursor: events.at(-1)!.id,
    isMore: events.length === PAGE,
  };
}
