import assert from 'node:assert/strict';
import {getEventListeners} from 'node:events';
import {describe, it} from 'node:test';
import type {HubContext} from '../../src/context.js';
import {pollNews} from '../../src/chat/stream/long-poll.js';
import {addRoom, addVisitor, feedOf, idle, join, say} from './support/rooms.js';

/** A visitor in a room with so many lines, who asks for news with a timer that is rung by hand. */
async function start(lastSeq = 0) {
  const all = await feedOf();
  const {db, feed, fanout} = all;
  await addRoom(db, {lastSeq});
  await addVisitor(db, 'anne', ['halles']);
  const timers: {milliseconds: number; isOff: boolean; ring: () => void}[] = [];
  const later = (milliseconds: number, ring: () => void) => {
    const timer = {milliseconds, isOff: false, ring};
    timers.push(timer);
    return () => void (timer.isOff = true);
  };
  const abort = new AbortController();
  const poll = (after: string | undefined, wait = 25_000, keyHash = 'hash of anne') =>
    pollNews({db, chat: {feed}} as unknown as HubContext, {
      ...{keyHash, after, wait, later},
      signal: abort.signal,
    });
  /** Asks, and tells whether there is an answer yet. */
  const asks = async (after?: string) => {
    const state = {hasAnswer: false};
    const answer = poll(after).finally(() => (state.hasAnswer = true));
    await idle();
    return {state, answer};
  };
  const tell = async (count = 1) => {
    await say(db, 'halles', count);
    const {last_seq: to} = await db
      .selectFrom('rooms')
      .select('last_seq')
      .where('id', '=', 'halles')
      .executeTakeFirstOrThrow();
    fanout.announce({kind: 'room', room: 'halles', shop: 'fournil', from: to - count + 1, to});
  };
  return {...all, timers, abort, poll, asks, tell};
}

const seqsOf = ({news}: Awaited<ReturnType<typeof pollNews>>) =>
  news.map(({room, event}) => `${room}:${event.seq}`);

describe('a long poll', () => {
  it('without a cursor is answered with the cursor of now, as soon as the rooms are read', async () => {
    const {timers, asks} = await start(3);
    const {state, answer} = await asks();
    assert.deepEqual(
      timers.map(({milliseconds}) => milliseconds),
      [0],
    );
    assert.equal(state.hasAnswer, false);
    timers[0]!.ring();
    assert.deepEqual(await answer, {news: [], reset: [], cursor: 'halles:3'});
  });

  it('is answered at once with what was missed', async () => {
    const {poll, timers} = await start(3);
    const page = await poll('halles:1');
    assert.deepEqual(page, {
      news: [2, 3].map(seq => ({
        room: 'halles',
        event: {seq, at: '1970-01-01T00:00:00.000Z', kind: 'state', state: 'open', by: 'shop'},
      })),
      reset: [],
      cursor: 'halles:3',
    });
    assert.deepEqual([timers[0]!.milliseconds, timers[0]!.isOff], [25_000, true]);
  });

  it('waits for news as long as it may, and has none then', async () => {
    const {asks, timers} = await start(3);
    const {state, answer} = await asks('halles:3');
    assert.equal(state.hasAnswer, false);
    timers[0]!.ring();
    assert.deepEqual(await answer, {news: [], reset: [], cursor: 'halles:3'});
  });

  it('is answered as soon as something is said', async () => {
    const {asks, tell, timers} = await start(3);
    const {state, answer} = await asks('halles:3');
    assert.equal(state.hasAnswer, false);
    await tell(2);
    const page = await answer;
    assert.deepEqual([seqsOf(page), page.cursor], [['halles:4', 'halles:5'], 'halles:5']);
    assert.equal(timers[0]!.isOff, true);
  });

  it('says where too much was missed', async () => {
    const {poll} = await start(201);
    assert.deepEqual(await poll('halles:0'), {
      news: [],
      reset: [{room: 'halles', lastSeq: 201}],
      cursor: 'halles:201',
    });
    assert.equal((await poll('halles:1')).news.length, 200);
  });

  it('gives the rest with the next answer when it is more than 400', async () => {
    const {poll, db} = await start(200);
    const rooms = ['marche', 'place'];
    for (const id of rooms) {
      await addRoom(db, {id, lastSeq: 200});
      await join(db, 'anne', id);
    }
    const first = await poll('halles:0,marche:0,place:0');
    const second = await poll(first.cursor);
    assert.deepEqual([first.news.length, second.news.length], [400, 200]);
    const all = new Set([...seqsOf(first), ...seqsOf(second)]);
    assert.equal(all.size, 600);
  });

  it('tells rooms that its cursor does not name from their beginning', async () => {
    const {poll, db} = await start(1);
    await addRoom(db, {id: 'place', lastSeq: 2});
    await join(db, 'anne', 'place');
    const page = await poll('halles:1');
    assert.deepEqual(seqsOf(page), ['place:1', 'place:2']);
    assert.deepEqual(page.cursor.split(',').sort(), ['halles:1', 'place:2']);
  });

  it('ends when a room is joined: the next one has it', async () => {
    const {asks, fanout} = await start();
    const {state, answer} = await asks('halles:0');
    fanout.announce({kind: 'member', visitor: 'yann', room: 'place'});
    await idle();
    assert.equal(state.hasAnswer, false);
    fanout.announce({kind: 'member', visitor: 'anne', room: 'place'});
    assert.deepEqual(await answer, {news: [], reset: [], cursor: 'halles:0'});
  });

  it('ends when whoever asked is gone', async () => {
    const {asks, abort, timers} = await start();
    const {state, answer} = await asks('halles:0');
    assert.equal(state.hasAnswer, false);
    abort.abort();
    assert.deepEqual((await answer).news, []);
    assert.equal(timers[0]!.isOff, true);
  });

  it('ends with what it has when what was missed cannot be read', async () => {
    const {poll, db} = await start(3);
    await db.schema.alterTable('chat_events').renameTo('elsewhere').execute();
    assert.deepEqual(await poll('halles:1'), {news: [], reset: [], cursor: 'halles:1'});
  });

  it('leaves nothing behind that listens', async () => {
    const {asks, abort, tell, asked, timers} = await start(1);
    const {answer} = await asks('halles:1');
    assert.equal(getEventListeners(abort.signal, 'abort').length, 1);
    timers[0]!.ring();
    await answer;
    assert.equal(getEventListeners(abort.signal, 'abort').length, 0);
    await idle();
    asked.count = 0;
    await tell();
    await idle();
    assert.equal(asked.count, 0, 'nobody is left for whom the room would be read');
  });

  it('does not tell who types', async () => {
    const {asks, fanout, timers} = await start();
    const {state, answer} = await asks('halles:0');
    const author = {id: 'yann', role: 'visitor'} as const;
    fanout.announce({kind: 'typing', room: 'halles', shop: 'fournil', author});
    await idle();
    assert.equal(state.hasAnswer, false);
    timers[0]!.ring();
    assert.deepEqual((await answer).news, []);
  });

  it('is for nobody without a secret, and for a visitor without rooms too', async () => {
    const {poll, db, timers} = await start();
    await assert.rejects(poll(undefined, 0, 'hash of nobody'), {code: 'unauthorized'});
    await addVisitor(db, 'yann');
    const answer = poll('', 7000, 'hash of yann');
    await idle();
    assert.equal(timers[0]?.milliseconds, 7000);
    timers[0].ring();
    assert.deepEqual(await answer, {news: [], reset: [], cursor: ''});
  });
});
