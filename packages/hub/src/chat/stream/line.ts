import {writeCursor} from '@local-widgets/model';
import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import type {Viewer} from '../log/event-view.js';
import type {ChatFeed} from './chat-feed.js';
import type {RenderedEvent} from './rendered-event.js';
import type {Missed, RoomListener, RoomTail} from './room-tail.js';

/** A room that somebody listens to. */
export interface FollowedRoom {
  id: string;
  shop: string;
  lastSeq: number;
  viewer: Viewer;
  /** Number of the last event that the listener has; `lastSeq` when absent: from now on. */
  after?: number | undefined;
}

/** The cursor of who has the events of this room up to a number, and of all others what they were given. */
export type CursorAt = (seq: number) => string;

/** Where a line ends: a stream, or the answer of a long poll. */
export interface Sink {
  /** @returns whether it can take more at once; `resume` is called when it can again */
  room(events: readonly RenderedEvent[], viewer: Viewer, cursorAt: CursorAt): boolean;
  reset(room: string, lastSeq: number, cursor: string): boolean;
  typing(room: string, author: ChatAuthor): void;
}

interface Followed {
  tail: RoomTail;
  viewer: Viewer;
  /** Number of the last event that the sink was given. */
  seq: number;
  leave: () => void;
}

/** Rooms that are named in a cursor, the latest: a desk follows more than fit into a header. */
const MOST_NAMED = 100;

/**
 * The rooms of one listener, each event once and in its turn. What the sink cannot take now waits in the
 * database, or with the room's tail, not here.
 */
export class Line implements RoomListener {
  readonly #rooms = new Map<string, Followed>();
  /** Rooms of which there is more than the sink was given. */
  readonly #behind = new Set<string>();
  #catchingUp: Promise<void> | undefined;
  #mayWrite = true;
  #isClosed = false;

  constructor(
    readonly feed: ChatFeed,
    readonly sink: Sink,
    readonly onFailure: () => void,
  ) {}

  /** Follows a room as well; one that is followed already stays as it is. */
  add({id, shop, lastSeq, viewer, after}: FollowedRoom): void {
    if (this.#isClosed || this.#rooms.has(id)) return;
    const tail = this.feed.follow({id, shop, lastSeq}, this);
    const leave = this.feed.subscribe(`room:${id}`, {
      typing: (room, author) => {
        if (author.id !== viewer.authorId && this.#mayWrite) this.sink.typing(room, author);
      },
    });
    // a number that never was is one of another life of this room
    const seq = after === undefined ? lastSeq : Math.min(after, Math.max(lastSeq, tail.lastSeq));
    this.#rooms.set(id, {tail, viewer, seq, leave});
    if (seq < tail.lastSeq) this.#fallBehind(id);
  }

  remove(room: string): void {
    const followed = this.#rooms.get(room);
    if (!followed) return;
    followed.leave();
    this.feed.unfollow(room, this);
    this.#rooms.delete(room);
    this.#behind.delete(room);
  }

  has(room: string): boolean {
    return this.#rooms.has(room);
  }

  /** In the order in which they were added. */
  get rooms(): Iterable<string> {
    return this.#rooms.keys();
  }

  get size(): number {
    return this.#rooms.size;
  }

  get cursor(): string {
    const all = [...this.#rooms].slice(-MOST_NAMED);
    return writeCursor(new Map(all.map(([room, {seq}]) => [room, seq])));
  }

  take(room: string, events: readonly RenderedEvent[]): void {
    const followed = this.#rooms.get(room);
    if (!followed || this.#behind.has(room)) return;
    const next = events.filter(({seq}) => seq > followed.seq);
    if (next.length === 0) return;
    if (!this.#mayWrite || next[0]!.seq !== followed.seq + 1) this.#fallBehind(room);
    else this.#give(followed, next);
  }

  /** The sink can take more. */
  resume(): void {
    this.#mayWrite = true;
    if (this.#behind.size > 0) void this.#catchUp();
  }

  /** Settles when the sink has all that is known of now, or can take no more. */
  settled(): Promise<void> {
    return this.#catchUp();
  }

  close(): void {
    this.#isClosed = true;
    for (const room of [...this.#rooms.keys()]) this.remove(room);
  }

  #give(followed: Followed, events: readonly RenderedEvent[]): void {
    const mayWrite = this.sink.room(events, followed.viewer, seq => {
      followed.seq = seq;
      return this.cursor;
    });
    followed.seq = events.at(-1)!.seq;
    this.#mayWrite = mayWrite;
  }

  #fallBehind(room: string): void {
    this.#behind.add(room);
    void this.#catchUp();
  }

  #catchUp(): Promise<void> {
    this.#catchingUp ??= this.#catchUpAll()
      // the listener comes back with the last event that it has
      .catch(() => this.onFailure())
      .finally(() => (this.#catchingUp = undefined));
    return this.#catchingUp;
  }

  async #catchUpAll(): Promise<void> {
    while (this.#mayWrite && !this.#isClosed) {
      const [room] = this.#behind;
      if (room === undefined) return;
      await this.#catchUpRoom(room);
    }
  }

  async #catchUpRoom(room: string): Promise<void> {
    const followed = this.#rooms.get(room);
    while (followed && this.#mayWrite && this.#rooms.get(room) === followed) {
      const missed: Missed = await followed.tail.after(followed.seq);
      if (this.#rooms.get(room) !== followed) return;
      if (missed === 'too-much') {
        followed.seq = followed.tail.lastSeq;
        this.#mayWrite = this.sink.reset(room, followed.seq, this.cursor);
      } else if (missed.length === 0) {
        this.#behind.delete(room);
        return;
      } else {
        this.#give(followed, missed);
      }
    }
  }
}
