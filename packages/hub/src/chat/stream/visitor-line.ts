import {readCursor} from '@local-widgets/model';
import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {roomsOfSecret, roomsOfVisitors} from '../visitors/visitor-rooms.js';
import type {VisitorRoom} from '../visitors/visitor-rooms.js';
import type {ChatFeed} from './chat-feed.js';
import {ChatStream} from './chat-stream.js';
import type {Line} from './line.js';

/** The stream of a visitor: all their rooms, those that they join later included. */
export class VisitorStream extends ChatStream {
  readonly #leave: (() => void)[] = [];
  readonly #shops = new Set<string>();

  constructor(
    readonly db: Database,
    readonly feed: ChatFeed,
    readonly visitorId: string,
  ) {
    super(feed);
    const changed = () => void this.refresh().catch(() => undefined);
    this.#leave.push(feed.subscribe(`visitor:${visitorId}`, {member: changed}));
    this.once('close', () => {
      for (const leave of this.#leave) leave();
    });
  }

  /** Reads which rooms there are, and whether the visitor is still there. */
  async refresh(): Promise<void> {
    this.follow(await roomsOfVisitors(this.db, [this.visitorId]));
  }

  /**
   * Follows these rooms and no others.
   *
   * @param begin number of the last event that the listener has of a room; from now on without
   */
  follow(found: readonly VisitorRoom[], begin: Begin = fromStart): void {
    if (found.length === 0) {
      this.finish();
      return;
    }
    const rooms = found.flatMap(({room}) => room ?? []);
    const ids = new Set(rooms.map(({id}) => id));
    for (const id of [...this.line.rooms]) if (!ids.has(id)) this.line.remove(id);
    for (const room of rooms) {
      this.#hearOf(room.shop);
      addRoom(this.line, room, begin(room.id));
    }
  }

  #hearOf(shop: string): void {
    if (this.#shops.has(shop)) return;
    this.#shops.add(shop);
    this.#leave.push(
      this.feed.subscribe(`shop:${shop}`, {
        profile: news => this.tell('profile', news),
      }),
    );
  }
}

/** Where the events of a room begin: after a number, or from now on. */
type Begin = (room: string) => number | undefined;

/** Of rooms that were joined while the line was open: all of it is new. */
const fromStart: Begin = () => 0;

/** Of a cursor: nothing is left out, so that rooms which it does not name are told from their beginning. */
export function beginAt(cursor: string | undefined): Begin {
  if (cursor === undefined) return () => undefined;
  const known = readCursor(cursor);
  return room => known.get(room) ?? 0;
}

export function addRoom(
  line: Line,
  {id, shop, lastSeq, authorId}: NonNullable<VisitorRoom['room']>,
  after: number | undefined,
): void {
  line.add({id, shop, lastSeq, after, viewer: {authorId, isModerator: false}});
}

/** Opens the stream of whoever has the secret. @throws HubProblem `unauthorized` for nobody's secret */
export async function openVisitorStream(
  {db, chat: {feed}}: Pick<HubContext, 'db' | 'chat'>,
  keyHash: string,
  lastEventId: string | undefined,
): Promise<VisitorStream> {
  const found = await roomsOfSecret(db, keyHash);
  if (found.length === 0) throw new HubProblem('unauthorized');
  const stream = new VisitorStream(db, feed, found[0]!.visitorId);
  stream.follow(found, beginAt(lastEventId));
  return stream;
}

/** What is asked for all streams of a turn: who is still there, and in which rooms. */
export async function checkVisitors(
  db: Database,
  streams: readonly VisitorStream[],
): Promise<void> {
  const found = await roomsOfVisitors(db, [...new Set(streams.map(s => s.visitorId))]);
  const byVisitor = new Map<string, VisitorRoom[]>();
  for (const one of found) {
    byVisitor.set(one.visitorId, [...(byVisitor.get(one.visitorId) ?? []), one]);
  }
  for (const stream of streams) stream.follow(byVisitor.get(stream.visitorId) ?? []);
}
