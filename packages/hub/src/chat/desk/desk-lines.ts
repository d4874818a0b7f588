import type {ChatAuthor, ShopSettings} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {errorFacts} from '../../outbox/error-facts.js';
import type {After} from '../../after.js';
import {systemAfter} from '../../after.js';
import {shopAuthor} from '../rooms/authors.js';
import type {FeedListener} from '../stream/chat-feed.js';
import {ChatStream} from '../stream/chat-stream.js';
import {roomSummary} from './summaries.js';

/** Milliseconds in which changes of one room become one summary. */
const GATHER = 150;
/** Rooms that one desk follows: of others it has the summary, and reads the log when it is looked at. */
const MOST_FOLLOWED = 500;
/** How often it is written down that a desk is there, and how long that holds, in milliseconds. */
export const PRESENT = {told: 20_000, holds: 50_000};

/** The stream of a desk: all rooms of a shop. */
export class DeskStream extends ChatStream {
  constructor(
    context: HubContext,
    readonly shop: string,
    /** Who listens; absent of a program. */
    readonly personId: string | undefined,
    /** Asked at each comment: a session may have ended, a token may have been revoked. */
    readonly mayStay: () => Promise<boolean>,
  ) {
    super(context.chat.feed);
  }

  /** Of all rooms of the shop, not of those alone that it follows. */
  override typing(): void {}

  tellTyping(room: string, author: ChatAuthor): void {
    const own = shopAuthor(room, {personId: this.personId}).id;
    if (author.id !== own) this.tell('typing', {room, author});
  }

  /** Follows a room from an event on, unless it does already. */
  follow(id: string, from: number): void {
    if (this.line.has(id)) return;
    const [oldest] = this.line.rooms;
    if (oldest !== undefined && this.line.size >= MOST_FOLLOWED) this.line.remove(oldest);
    const before = from - 1;
    const viewer = {isModerator: true};
    this.line.add({id, shop: this.shop, lastSeq: before, after: before, viewer});
  }
}

interface ShopDesks {
  shop: {id: string; settings: ShopSettings};
  streams: Set<DeskStream>;
  /** Rooms whose summary is about to be told. */
  gathering: Set<string>;
  leave: () => void;
}

/** The desks that are on the line in this process. */
export class DeskLines {
  readonly #shops = new Map<string, ShopDesks>();
  readonly #timer: NodeJS.Timeout;

  /** @param process tells this process from the others */
  constructor(
    readonly context: HubContext,
    readonly process: string,
    readonly after: After = systemAfter,
  ) {
    this.#timer = setInterval(() => void this.#tellPresence(), PRESENT.told);
    this.#timer.unref();
  }

  open(shop: {id: string; settings: ShopSettings}, stream: DeskStream): void {
    const desks = this.#shops.get(shop.id) ?? this.#begin(shop);
    desks.streams.add(stream);
    stream.once('close', () => {
      desks.streams.delete(stream);
      if (desks.streams.size > 0 || this.#shops.get(shop.id) !== desks) return;
      desks.leave();
      this.#shops.delete(shop.id);
      void this.#forgetPresence(shop.id);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #begin(shop: ShopDesks['shop']): ShopDesks {
    const desks: ShopDesks = {shop, streams: new Set(), gathering: new Set(), leave: () => {}};
    const listener: FeedListener = {
      shopRoom: (room, from) => {
        for (const stream of desks.streams) stream.follow(room, from);
        this.#gather(desks, room);
      },
      summary: room => this.#gather(desks, room),
      typing: (room, author) => {
        for (const stream of desks.streams) stream.tellTyping(room, author);
      },
      profile: news => {
        for (const stream of desks.streams) stream.tell('profile', news);
      },
    };
    const {feed} = this.context.chat;
    const leaves = [
      feed.subscribe(`desk:${shop.id}`, listener),
      feed.subscribe(`shop:${shop.id}`, listener),
    ];
    desks.leave = () => {
      for (const leave of leaves) leave();
    };
    this.#shops.set(shop.id, desks);
    void this.#tellPresence();
    return desks;
  }

  /** Several events in a row become one summary, which is read once for all desks. */
  #gather(desks: ShopDesks, room: string): void {
    if (desks.gathering.has(room)) return;
    desks.gathering.add(room);
    this.after(GATHER, () => {
      desks.gathering.delete(room);
      this.#tellSummary(desks, room).catch((error: unknown) => {
        // gone since
        if (error instanceof HubProblem) return;
        const facts = {error: errorFacts(error)};
        this.context.log.warn(facts, 'The summary of a room could not be read.');
      });
    });
  }

  async #tellSummary({shop, streams}: ShopDesks, room: string): Promise<void> {
    if (streams.size === 0) return;
    const summary = await roomSummary(this.context, shop, room);
    for (const stream of streams) stream.tell('summary', summary);
  }

  async #tellPresence(): Promise<void> {
    const {db, clock} = this.context;
    const shops = [...this.#shops.keys()];
    if (shops.length === 0) return;
    const seen_at = clock.now().getTime();
    await db
      .insertInto('desk_lines')
      .values(shops.map(shop_id => ({shop_id, process: this.process, seen_at})))
      .onConflict(conflict => conflict.columns(['shop_id', 'process']).doUpdateSet({seen_at}))
      .execute()
      // who is not known to be there is told by push as well, which does no harm
      .catch(() => undefined);
  }

  async #forgetPresence(shop: string): Promise<void> {
    await this.context.db
      .deleteFrom('desk_lines')
      .where('shop_id', '=', shop)
      .where('process', '=', this.process)
      .execute()
      .catch(() => undefined);
  }
}
