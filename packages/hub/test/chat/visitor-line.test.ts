import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HubContext} from '../../src/context.js';
import {
  beginAt,
  checkVisitors,
  openVisitorStream,
  VisitorStream,
} from '../../src/chat/stream/visitor-line.js';
import {addShop} from '../support/fixtures.js';
import {addRoom, addVisitor, feedOf, idle, join, say, settles} from './support/rooms.js';

/** The shops `fournil` and `ferme`, each with a room, and Anne in that of the first. */
async function start() {
  const all = await feedOf();
  const {db, feed} = all;
  await addShop(db, {id: 'ferme'});
  await addRoom(db, {lastSeq: 2});
  await addRoom(db, {id: 'place', shop: 'ferme', lastSeq: 2});
  await addVisitor(db, 'anne', ['halles']);
  const open = (lastEventId?: string, visitor = 'anne') =>
    openVisitorStream(
      {db, chat: {feed}} as unknown as HubContext,
      `hash of ${visitor}`,
      lastEventId,
    );
  const told = (stream: VisitorStream) =>
    eventsOf(((stream.read() as Buffer | null) ?? '').toString());
  return {...all, open, told};
}

/** The id of each event of a room, and what others tell. */
const eventsOf = (text: string) =>
  text
    .split('\n\n')
    .filter(block => block.includes('event: '))
    .map(block => /^id: (.*)$/m.exec(block)?.[1] ?? /^event: [^]*/m.exec(block)![0]);

const roomsOf = ({line}: VisitorStream) => [...line.rooms].sort();

describe('where a line begins', () => {
  it('is now without a cursor, and after what a cursor names', () => {
    assert.equal(beginAt(undefined)('halles'), undefined);
    const begin = beginAt('halles:7,place:0');
    assert.deepEqual([begin('halles'), begin('place'), begin('other')], [7, 0, 0]);
    assert.equal(beginAt('')('halles'), 0);
  });
});

describe('the stream of a visitor', () => {
  it('is for who has a secret', async () => {
    const {open} = await start();
    await assert.rejects(open(undefined, 'nobody'), {code: 'unauthorized'});
  });

  it('tells from now on, or what was missed since a cursor', async () => {
    const {open, told, db, feed} = await start();
    const now = await open();
    await now.line.settled();
    assert.deepEqual([roomsOf(now), told(now)], [['halles'], []]);
    const since = await open('halles:1');
    await since.line.settled();
    assert.deepEqual(told(since), ['halles:2']);
    await say(db, 'halles');
    await feed.look();
    await settles('both have it', () => now.readableLength > 0 && since.readableLength > 0);
    assert.deepEqual([told(now), told(since)], [['halles:3'], ['halles:3']]);
    now.destroy();
    since.destroy();
  });

  it('takes in a room that is joined, from its beginning', async () => {
    const {open, told, db, fanout} = await start();
    const stream = await open();
    await join(db, 'anne', 'place');
    fanout.announce({kind: 'member', visitor: 'anne', room: 'place'});
    await settles('it follows', () => stream.line.has('place'));
    await stream.line.settled();
    assert.deepEqual(told(stream), ['halles:2,place:1', 'halles:2,place:2']);
    stream.destroy();
  });

  it('leaves a room that the visitor left', async () => {
    const {open, db, fanout} = await start();
    await join(db, 'anne', 'place');
    const stream = await open();
    assert.deepEqual(roomsOf(stream), ['halles', 'place']);
    await db.deleteFrom('room_members').where('room_id', '=', 'halles').execute();
    fanout.announce({kind: 'member', visitor: 'anne', room: 'halles'});
    await settles('it is left', () => !stream.line.has('halles'));
    assert.deepEqual(roomsOf(stream), ['place']);
    stream.destroy();
  });

  it('stays for a visitor who is in no room, and ends for one who is gone', async () => {
    const {open, db} = await start();
    const stream = await open();
    await db.deleteFrom('room_members').execute();
    await stream.refresh();
    assert.deepEqual(roomsOf(stream), []);
    await db.deleteFrom('visitors').execute();
    await stream.refresh();
    stream.resume();
    await settles('it has ended', () => stream.readableEnded);
  });

  it('tells when a shop of its rooms is away, once, and of no other', async () => {
    const {open, told, db, fanout} = await start();
    await addRoom(db, {id: 'marche'});
    await join(db, 'anne', 'marche');
    const stream = await open();
    await stream.refresh();
    for (const shop of ['fournil', 'ferme']) {
      fanout.announce({kind: 'profile', shop, isOpen: false, isAway: true});
    }
    const news = '{"shop":"fournil","isOpen":false,"isAway":true}';
    assert.deepEqual(told(stream), [`event: profile\ndata: ${news}`]);
    stream.destroy();
  });

  it('tells no held message to others than its author', async () => {
    const {open, db} = await start();
    await addVisitor(db, 'yann', ['halles']);
    const held = {room_id: 'halles', id: 'm', seq: 3, author_id: 'anne in halles', role: 'visitor'};
    await db
      .insertInto('chat_messages')
      .values({...held, via: 'page', text: 'Vélo', state: 'held', at: 0})
      .execute();
    await db
      .insertInto('chat_events')
      .values({room_id: 'halles', seq: 3, at: 0, kind: 'held', message_id: 'm'})
      .execute();
    await db.updateTable('rooms').set({last_seq: 3}).where('id', '=', 'halles').execute();
    for (const [visitor, knows] of [
      ['anne', true],
      ['yann', false],
    ] as const) {
      const stream = await open('halles:2', visitor);
      await stream.line.settled();
      const text = String(stream.read());
      assert.ok(text.includes('id: halles:3'));
      assert.equal(text.includes('Vélo'), knows, visitor);
      stream.destroy();
    }
  });

  it('listens to nothing more once it is closed', async () => {
    const {db, fanout, asked, feed} = await start();
    const stream = new CountingStream(db, feed, 'anne');
    const announce = () => {
      fanout.announce({kind: 'member', visitor: 'anne', room: 'place'});
      fanout.announce({kind: 'profile', shop: 'fournil', isOpen: true, isAway: false});
    };
    announce();
    await settles('it follows', () => stream.line.has('halles'));
    stream.destroy();
    await idle();
    asked.count = 0;
    announce();
    await feed.look();
    await idle();
    assert.deepEqual([stream.reads, asked.count, roomsOf(stream)], [1, 0, []]);
  });

  it('stays as it is when its rooms cannot be read', async () => {
    const {open, db, fanout} = await start();
    const stream = await open();
    await db.schema.alterTable('visitors').renameTo('elsewhere').execute();
    fanout.announce({kind: 'member', visitor: 'anne', room: 'place'});
    await idle();
    assert.deepEqual([roomsOf(stream), stream.destroyed], [['halles'], false]);
    stream.destroy();
  });
});

/** A stream that counts how often it reads its rooms. */
class CountingStream extends VisitorStream {
  reads = 0;
  override refresh() {
    this.reads++;
    return super.refresh();
  }
}

describe('the streams of a turn', () => {
  it('are asked for together: each follows the rooms of its visitor, and ends for one who is gone', async () => {
    const {open, db} = await start();
    await addVisitor(db, 'yann', ['place']);
    await addVisitor(db, 'gone', ['place']);
    const [one, two, yann, gone] = await Promise.all([
      open(),
      open(),
      open(undefined, 'yann'),
      open(undefined, 'gone'),
    ]);
    await join(db, 'anne', 'place');
    await join(db, 'yann', 'halles');
    await db.deleteFrom('visitors').where('id', '=', 'gone').execute();
    await checkVisitors(db, [one, two, yann, gone]);
    for (const stream of [one, two, yann]) assert.deepEqual(roomsOf(stream), ['halles', 'place']);
    gone.resume();
    await settles('it has ended', () => gone.readableEnded);
    for (const stream of [one, two, yann]) {
      assert.equal(stream.readableEnded, false);
      stream.destroy();
    }
  });
});
