import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RenderedEvent} from '../../src/chat/stream/rendered-event.js';
import {RoomTail} from '../../src/chat/stream/room-tail.js';
import {until} from '../bridges/support/until.js';
import {logOf, row} from './support/fake-log.js';

const seqs = (events: readonly RenderedEvent[] | 'too-much') =>
  events === 'too-much' ? events : events.map(({seq}) => seq);
const range = (first: number, last: number) =>
  Array.from({length: last - first + 1}, (_, at) => first + at);

/** The tail of a room with so many lines, and one who hears of it. */
function tailOf(last: number) {
  const {log, db} = logOf(last);
  const heard: number[] = [];
  const failures: unknown[] = [];
  const tail = new RoomTail(db, 'halles', 'town', last, error => failures.push(error));
  tail.listeners.add({take: (_, events) => heard.push(...events.map(({seq}) => seq))});
  return {log, tail, heard, failures};
}

describe('the end of a room’s log', () => {
  it('tells the next line without reading it, and drops what it knows', () => {
    const {log, tail, heard} = tailOf(3);
    for (const seq of [4, 4, 3, 5]) tail.offer(row(seq));
    assert.deepEqual([heard, tail.lastSeq, log.asked], [[4, 5], 5, 0]);
  });

  it('reads what lies between when a line comes before its turn', async () => {
    const {log, tail, heard} = tailOf(3);
    log.rows.push(row(4), row(5), row(6));
    tail.offer(row(6));
    await until('all are told', () => heard.length === 3);
    assert.deepEqual(heard, [4, 5, 6]);
  });

  it('looks again when there was something while it looked', async () => {
    const {log, tail, heard} = tailOf(0);
    log.rows.push(row(1));
    tail.wake();
    log.rows.push(row(2));
    tail.offer(row(2));
    await until('both are told', () => heard.length === 2);
    assert.deepEqual(heard, [1, 2]);
    await until('it has looked twice', () => log.asked === 2);
  });

  it('tells nothing where there is nothing new', async () => {
    const {log, tail, heard, failures} = tailOf(3);
    tail.wake();
    await until('it has looked', () => log.asked === 1);
    await new Promise(setImmediate);
    assert.deepEqual([heard, failures, tail.lastSeq], [[], [], 3]);
  });

  it('reads on until it has all, 200 at a time', async () => {
    const {log, tail, heard} = tailOf(0);
    log.rows.push(...range(1, 450).map(seq => row(seq)));
    tail.wake();
    await until('all are told', () => heard.length === 450);
    assert.deepEqual(heard, range(1, 450));
    assert.equal(log.asked, 3);
  });

  it('finds at the next look what it could not read', async () => {
    const {log, tail, heard, failures} = tailOf(0);
    log.rows.push(row(1));
    log.isBroken = true;
    tail.wake();
    await until('it fails', () => failures.length === 1);
    log.isBroken = false;
    await until('it is told', () => {
      tail.wake();
      return heard.length > 0;
    });
    assert.deepEqual(heard, [1]);
  });

  it('gives what somebody missed, read once for all who come back', async () => {
    const {log, tail} = tailOf(9);
    const missed = await Promise.all([tail.after(5), tail.after(5), tail.after(7), tail.after(9)]);
    assert.deepEqual(missed.map(seqs), [range(6, 9), range(6, 9), [8, 9], []]);
    assert.equal(log.asked, 1);
    assert.deepEqual(seqs(await tail.after(2)), range(3, 9));
    assert.equal(log.asked, 2);
    tail.offer(row(10));
    assert.deepEqual(seqs(await tail.after(2)), range(3, 10));
    assert.equal(log.asked, 2);
  });

  it('says that it is too much beyond 200, and where retention took some of it', async () => {
    const {tail} = tailOf(300);
    assert.equal(await tail.after(99), 'too-much');
    assert.deepEqual(seqs(await tail.after(100)), range(101, 300));
    const old = tailOf(9);
    old.log.rows.length = 0;
    assert.equal(await old.tail.after(2), 'too-much');
  });

  it('keeps the latest 200 lines at hand', async () => {
    const {log, tail} = tailOf(0);
    for (let seq = 1; seq <= 250; seq++) {
      log.rows.push(row(seq));
      tail.offer(row(seq));
    }
    assert.deepEqual(seqs(await tail.after(50)), range(51, 250));
    assert.equal(log.asked, 0);
  });

  it('reads anew what was said before something was deleted, or somebody renamed', async () => {
    for (const kind of ['deleted', 'author']) {
      const {log, tail, heard} = tailOf(0);
      log.rows.push(row(1), row(2), row(3, kind));
      for (const line of log.rows) tail.offer(line);
      assert.deepEqual(heard, [1, 2, 3]);
      assert.equal(log.asked, 0);
      assert.deepEqual(seqs(await tail.after(0)), [1, 2, 3]);
      assert.equal(log.asked, 1, kind);
    }
  });
});
