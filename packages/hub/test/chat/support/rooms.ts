import {ChatFeed} from '../../../src/chat/stream/chat-feed.js';
import {LocalFanout} from '../../../src/chat/fanout/local-fanout.js';
import type {Database} from '../../../src/context.js';
import {addShop} from '../../support/fixtures.js';
import {memoryDatabase} from '../../support/memory.js';
import {recordingLog} from '../../support/recording-log.js';

export interface RoomFixture {
  id?: string;
  shop?: string;
  lastSeq?: number;
  /** When something was said last, in milliseconds. */
  lastAt?: number;
}

/** Writes a public room, and as many lines into its log as its last number says. */
export async function addRoom(
  db: Database,
  {id = 'halles', shop = 'fournil', lastSeq = 0, lastAt = 0}: RoomFixture = {},
): Promise<void> {
  const numbers = {last_seq: 0, first_seq: 1, is_blocked: 0, mailed_seq: 0};
  const marks = {visitor_read: 0, visitor_delivered: 0, shop_read: 0, shop_delivered: 0};
  await db
    .insertInto('rooms')
    .values({
      ...{id, shop_id: shop, kind: 'public', state: 'open', language: 'fr'},
      ...numbers,
      ...marks,
      ...{last_at: lastAt, created_at: 0},
    })
    .execute();
  await say(db, id, lastSeq);
}

/** Writes lines into the log of a room, and tells nobody. */
export async function say(db: Database, room: string, count = 1): Promise<void> {
  if (count === 0) return;
  const {last_seq} = await db
    .updateTable('rooms')
    .set(eb => ({last_seq: eb('last_seq', '+', count)}))
    .where('id', '=', room)
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  const first = last_seq - count + 1;
  const lines = Array.from({length: count}, (_, at) => ({
    ...{room_id: room, seq: first + at, at: 0, kind: 'state' as const},
    data: '{"state":"open","by":"shop"}',
  }));
  for (let at = 0; at < count; at += 500) {
    await db
      .insertInto('chat_events')
      .values(lines.slice(at, at + 500))
      .execute();
  }
}

/** Writes a visitor whose secret has this hash, in these rooms. */
export async function addVisitor(
  db: Database,
  id: string,
  rooms: readonly string[] = [],
): Promise<void> {
  await db.insertInto('visitors').values({id, created_at: 0}).execute();
  await db
    .insertInto('visitor_keys')
    .values({key_hash: `hash of ${id}`, visitor_id: id, created_at: 0})
    .execute();
  for (const room of rooms) await join(db, id, room);
}

export async function join(db: Database, visitor: string, room: string): Promise<void> {
  const counts = {read_seq: 0, messages: 0, is_watched: 0, joined_at: 0};
  const member = {room_id: room, visitor_id: visitor, author_id: `${visitor} in ${room}`};
  await db
    .insertInto('room_members')
    .values({...member, ...counts})
    .execute();
}

/** What a database is asked, counted. */
function counted(db: Database) {
  const asked = {count: 0};
  const counting = db.withPlugin({
    transformQuery({node}) {
      asked.count++;
      return node;
    },
    transformResult: ({result}) => Promise.resolve(result),
  });
  return {asked, counting};
}

/** The feed of a process over a database in memory with the shop `fournil`, and its fan-out. */
export async function feedOf({lookEvery = 0} = {}) {
  const {db} = await memoryDatabase();
  await addShop(db);
  const {asked, counting} = counted(db);
  const {lines, log} = recordingLog();
  const fanout = new LocalFanout();
  const feed = new ChatFeed({db: counting, fanout, lookEvery, log});
  return {db, asked, counting, lines, fanout, feed};
}

/** Lets what is under way go on until it has come so far. */
export async function settles(what: string, isThere: () => boolean): Promise<void> {
  for (let turns = 0; turns < 10_000; turns++) {
    if (isThere()) return;
    await new Promise(setImmediate);
  }
  throw new Error(`It did not come to this: ${what}`);
}

/** Lets what is under way come to its end. */
export async function idle(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
}
