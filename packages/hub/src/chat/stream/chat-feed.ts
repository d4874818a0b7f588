import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import type {FastifyBaseLogger} from 'fastify';
import type {Database} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import type {Announcement, Fanout} from '../fanout/fanout.js';
import type {EventRow} from '../log/event-view.js';
import {RoomTail} from './room-tail.js';
import type {RoomListener} from './room-tail.js';

/** Who hears of other things than the events of a room. */
export interface FeedListener {
  /** Somebody writes. */
  typing?(room: string, author: ChatAuthor): void;
  /** A shop's profile changed. */
  profile?(news: {shop: string; isOpen: boolean; isAway: boolean}): void;
  /** The rooms of a visitor changed. */
  member?(room: string): void;
  /** A room of a shop has something new, told by its tail if there is one. */
  shopRoom?(room: string, from: number): void;
  /** A room's summary changed. */
  summary?(room: string): void;
}

export type Topic = `room:${string}` | `shop:${string}` | `desk:${string}` | `visitor:${string}`;

export interface FeedOptions {
  db: Database;
  fanout: Fanout;
  /** Milliseconds between two looks at the rooms that are listened to; 0 never looks. */
  lookEvery: number;
  log?: Pick<FastifyBaseLogger, 'warn'>;
}

/** Room ids in one question. */
const AT_ONCE = 1000;
/** Rooms of a shop that are looked at for its desks. */
const LATEST = 50;

/** The shop of a desk's topic. */
const shopOf = (topic: Topic) => (topic.startsWith('desk:') ? topic.slice(5) : undefined);

/**
 * Brings what is new to who listens in this process. Announcements say when to look; a look at the numbers
 * of all rooms that are listened to, every few seconds, finds what no announcement told of: another
 * process on SQLite, a lost NOTIFY, a process that died after its commit.
 */
export class ChatFeed {
  readonly #options: FeedOptions;
  readonly #tails = new Map<string, RoomTail>();
  readonly #topics = new Map<Topic, Set<FeedListener>>();
  /** Of each shop with a desk: the numbers that its desks were told of. */
  readonly #told = new Map<string, Map<string, number>>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#stopListening = options.fanout.listen({
      told: announcement => this.#tell(announcement),
      mayHaveMissed: () => void this.look(),
    });
    if (options.lookEvery > 0) {
      this.#timer = setInterval(() => void this.look(), options.lookEvery);
      this.#timer.unref();
    }
  }

  /**
   * Listens to a room from now on.
   *
   * @param lastSeq of the room, as it was read just before
   * @returns its tail, whose `lastSeq` is where the listener's events begin
   */
  follow(room: {id: string; shop: string; lastSeq: number}, listener: RoomListener): RoomTail {
    let tail = this.#tails.get(room.id);
    if (!tail) {
      tail = new RoomTail(this.#options.db, room.id, room.shop, room.lastSeq, this.#warn);
      this.#tails.set(room.id, tail);
      // something may have come since the room was read
      tail.wake();
    }
    tail.listeners.add(listener);
    return tail;
  }

  unfollow(room: string, listener: RoomListener): void {
    const tail = this.#tails.get(room);
    tail?.listeners.delete(listener);
    if (tail?.listeners.size === 0) this.#tails.delete(room);
  }

  /** An event that was just written here, to be announced next. */
  offer(room: string, row: EventRow): void {
    this.#tails.get(room)?.offer(row);
  }

  /** @returns the way out */
  subscribe(topic: Topic, listener: FeedListener): () => void {
    const ofTopic = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, ofTopic.add(listener));
    return () => {
      ofTopic.delete(listener);
      if (ofTopic.size > 0 || this.#topics.get(topic) !== ofTopic) return;
      this.#topics.delete(topic);
      this.#told.delete(shopOf(topic) ?? '');
    };
  }

  /**
   * Notes where the rooms of a shop are, unless that is known: a desk whose line opens after it misses nothing,
   * also of what another process writes.
   */
  async note(shop: string): Promise<void> {
    if (!this.#told.has(shop)) await this.#lookAtShop(shop);
  }

  /** Looks for what no announcement told of. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#lookAtTails();
      for (const topic of [...this.#topics.keys()]) {
        const shop = shopOf(topic);
        if (shop !== undefined) await this.#lookAtShop(shop);
      }
    } catch (error) {
      this.#warn(error);
    } finally {
      this.#isLooking = false;
    }
  }

  async #lookAtTails(): Promise<void> {
    const ids = [...this.#tails.keys()];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const rows = await this.#options.db
        .selectFrom('rooms')
        .select(['id', 'last_seq'])
        .where('id', 'in', ids.slice(at, at + AT_ONCE))
        .execute();
      for (const {id, last_seq} of rows) {
        const tail = this.#tails.get(id);
        if (tail && last_seq > tail.lastSeq) tail.wake();
      }
    }
  }

  /** The rooms in which something was said last: of others there is nothing new. */
  async #lookAtShop(shop: string): Promise<void> {
    const rows = await this.#options.db
      .selectFrom('rooms')
      .select(['id', 'last_seq'])
      .where('shop_id', '=', shop)
      .orderBy('last_at', 'desc')
      .limit(LATEST)
      .execute();
    const isFirst = !this.#told.has(shop);
    const told = this.#toldOf(shop);
    for (const {id, last_seq} of rows) {
      const known = told.get(id) ?? (isFirst ? last_seq : Math.max(0, last_seq - 1));
      told.set(id, Math.max(known, last_seq));
      if (last_seq > known) this.#tellDesks(shop, id, known + 1);
    }
  }

  #toldOf(shop: string): Map<string, number> {
    const told = this.#told.get(shop) ?? new Map<string, number>();
    this.#told.set(shop, told);
    return told;
  }

  #tellDesks(shop: string, room: string, from: number): void {
    for (const listener of this.#of(`desk:${shop}`)) listener.shopRoom?.(room, from);
  }

  stop(): void {
    this.#stopListening();
    clearInterval(this.#timer);
    this.#tails.clear();
    this.#topics.clear();
  }

  readonly #warn = (error: unknown) => {
    const facts = {error: errorFacts(error)};
    this.#options.log?.warn(facts, 'What is new in the chat could not be read; it is tried again.');
  };

  #tell(announcement: Announcement): void {
    switch (announcement.kind) {
      case 'room': {
        const {room, shop, from, to} = announcement;
        const tail = this.#tails.get(room);
        if (tail && to > tail.lastSeq) tail.wake();
        if (!this.#topics.has(`desk:${shop}`)) break;
        const told = this.#toldOf(shop);
        told.set(room, Math.max(told.get(room) ?? 0, to));
        this.#tellDesks(shop, room, from);
        break;
      }
      case 'summary':
        for (const listener of this.#of(`desk:${announcement.shop}`)) {
          listener.summary?.(announcement.room);
        }
        break;
      case 'member':
        for (const listener of this.#of(`visitor:${announcement.visitor}`)) {
          listener.member?.(announcement.room);
        }
        break;
      case 'profile': {
        const {shop, isOpen, isAway} = announcement;
        for (const listener of this.#of(`shop:${shop}`)) listener.profile?.({shop, isOpen, isAway});
        break;
      }
      case 'typing': {
        const {room, shop, author} = announcement;
        for (const topic of [`room:${room}`, `desk:${shop}`] as const) {
          for (const listener of this.#of(topic)) listener.typing?.(room, author);
        }
      }
    }
  }

  #of(topic: Topic): readonly FeedListener[] {
    return [...(this.#topics.get(topic) ?? [])];
  }
}
