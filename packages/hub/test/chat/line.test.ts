import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import type {ChatFeed} from '../../src/chat/stream/chat-feed.js';
import {Line} from '../../src/chat/stream/line.js';
import {renderEvent} from '../../src/chat/stream/rendered-event.js';
import {RoomTail} from '../../src/chat/stream/room-tail.js';
import {until} from '../bridges/support/until.js';
import {logOf, row} from './support/fake-log.js';

const YANN: ChatAuthor = {id: 'yann', role: 'visitor'};
const ANNE: ChatAuthor = {id: 'anne', role: 'visitor'};

/** Anne’s line over a room with so many events, and a sink that takes as much at once as it is told. */
function lineOf(last: number) {
  const {log, db} = logOf(last);
  const tail = new RoomTail(db, 'halles', 'town', last);
  let typing: (room: string, author: ChatAuthor) => void = () => {};
  const feed = {
    follow: (_room: object, listener: Line) => (tail.listeners.add(listener), tail),
    unfollow: (_room: string, listener: Line) => tail.listeners.delete(listener),
    subscribe: (_topic: string, news: {typing: typeof typing}) => {
      typing = news.typing;
      return () => (typing = () => {});
    },
  } as unknown as ChatFeed;
  const sink = {told: [] as (number | string)[], takesMore: true};
  const line = new Line(
    feed,
    {
      room(events, _viewer, cursorAt) {
        sink.told.push(...events.map(({seq}) => seq));
        assert.equal(cursorAt(events.at(-1)!.seq), `halles:${events.at(-1)!.seq}`);
        return sink.takesMore;
      },
      reset(_room, lastSeq, cursor) {
        sink.told.push(`reset ${lastSeq} ${cursor}`);
        return sink.takesMore;
      },
      typing: (room, {id}) => void sink.told.push(`${id} in ${room}`),
    },
    () => sink.told.push('broken'),
  );
  const add = (after?: number) =>
    line.add({
      ...{id: 'halles', shop: 'town', lastSeq: last, after},
      viewer: {authorId: 'anne', isModerator: false},
    });
  const say = (seq: number) => {
    log.rows.push(row(seq));
    tail.offer(row(seq));
  };
  return {log, tail, line, sink, add, say, type: (author: ChatAuthor) => typing('halles', author)};
}

describe('a listener’s line', () => {
  it('tells what is new from now on, or what was missed before it', async () => {
    const now = lineOf(3);
    now.add();
    now.say(4);
    assert.deepEqual([now.sink.told, now.line.cursor], [[4], 'halles:4']);
    const missed = lineOf(3);
    missed.add(1);
    await missed.line.settled();
    missed.say(4);
    assert.deepEqual(missed.sink.told, [2, 3, 4]);
  });

  it('takes a number that never was for one of another life of the room', () => {
    const {line, add} = lineOf(3);
    add(99);
    assert.equal(line.cursor, 'halles:3');
  });

  it('waits while the sink can take no more, and goes on without a gap', async () => {
    const {line, sink, add, say, type} = lineOf(0);
    add();
    sink.takesMore = false;
    for (const seq of [1, 2, 3]) say(seq);
    type(YANN);
    await line.settled();
    assert.deepEqual([sink.told, line.cursor], [[1], 'halles:1']);
    sink.takesMore = true;
    line.resume();
    await line.settled();
    say(4);
    assert.deepEqual(sink.told, [1, 2, 3, 4]);
  });

  it('begins anew where too much was missed', async () => {
    const {line, sink, add, say} = lineOf(300);
    add(1);
    await line.settled();
    say(301);
    assert.deepEqual(sink.told, ['reset 300 halles:300', 301]);
  });

  it('tells who types, but not oneself', () => {
    const {sink, add, type} = lineOf(0);
    add();
    type(ANNE);
    type(YANN);
    assert.deepEqual(sink.told, ['yann in halles']);
  });

  it('tells nothing more of a room that is left, nor once it is closed', () => {
    const {line, tail, sink, add, say, type} = lineOf(0);
    add();
    add();
    assert.deepEqual([[...line.rooms], line.size, line.has('halles')], [['halles'], 1, true]);
    line.remove('halles');
    line.remove('halles');
    say(1);
    type(YANN);
    assert.deepEqual([sink.told, line.size, line.cursor, tail.listeners.size], [[], 0, '', 0]);
    line.close();
    add();
    assert.equal(line.size, 0);
  });

  it('says that it is broken when what was missed cannot be read', async () => {
    const {log, sink, add} = lineOf(3);
    log.isBroken = true;
    add(1);
    await until('it is told', () => sink.told.includes('broken'));
  });

  it('does not type into a sink that can take no more', async () => {
    const {line, sink, add, say, type} = lineOf(0);
    add();
    sink.takesMore = false;
    say(1);
    type(YANN);
    sink.takesMore = true;
    line.resume();
    type(YANN);
    await line.settled();
    assert.deepEqual(sink.told, [1, 'yann in halles']);
  });

  it('reads what lies between when it was given something before its turn', async () => {
    const {log, line, tail, sink, add} = lineOf(3);
    add();
    log.rows.push(row(4), row(5));
    tail.lastSeq = 5;
    line.take('halles', [renderEvent('halles', row(5))]);
    await line.settled();
    assert.deepEqual([sink.told, line.cursor], [[4, 5], 'halles:5']);
  });

  it('takes nothing twice, and nothing of rooms that it does not follow', () => {
    const {line, sink, add} = lineOf(3);
    add();
    const events = [2, 3, 4, 5].map(seq => renderEvent('halles', row(seq)));
    line.take('halles', events.slice(0, 2));
    line.take('halles', events);
    line.take('halles', events);
    line.take('place', events);
    assert.deepEqual(sink.told, [4, 5]);
  });

  it('names the hundred rooms in its cursor that it follows for the shortest', () => {
    const {line, sink} = lineOf(7);
    const viewer = {isModerator: true};
    const names = (count: number) => Array.from({length: count}, (_, at) => `room-${at}`);
    for (const id of names(101)) line.add({id, shop: 'town', lastSeq: 7, viewer});
    assert.equal(line.size, 101);
    const named = names(101).slice(1);
    assert.equal(line.cursor, named.map(id => `${id}:7`).join(','));
    assert.deepEqual(sink.told, []);
  });

  it('begins where the listener is, or at once with what the room has more', async () => {
    const ahead = lineOf(3);
    ahead.log.rows.push(row(4));
    ahead.tail.offer(row(4));
    ahead.add();
    await ahead.line.settled();
    assert.deepEqual([ahead.sink.told, ahead.line.cursor], [[4], 'halles:4']);
    const there = lineOf(3);
    there.add(3);
    await there.line.settled();
    assert.deepEqual([there.sink.told, there.line.cursor, there.log.asked], [[], 'halles:3', 0]);
  });

  it('waits after a reset as well while the sink can take no more', async () => {
    const {line, sink, add, say} = lineOf(300);
    sink.takesMore = false;
    add(1);
    await line.settled();
    say(301);
    await line.settled();
    assert.deepEqual(sink.told, ['reset 300 halles:300']);
    sink.takesMore = true;
    line.resume();
    await line.settled();
    assert.deepEqual(sink.told, ['reset 300 halles:300', 301]);
  });

  it('tells nothing of a room that is left while it is read, and all of it when it is back', async () => {
    const {line, sink, add, say} = lineOf(3);
    add(1);
    line.remove('halles');
    await line.settled();
    assert.deepEqual(sink.told, []);
    add();
    say(4);
    assert.deepEqual(sink.told, [4]);
  });

  it('tells nothing of what it was about to read when it is closed', async () => {
    const {line, sink, add} = lineOf(3);
    add(1);
    line.close();
    await line.settled();
    assert.deepEqual(sink.told, []);
  });
});
