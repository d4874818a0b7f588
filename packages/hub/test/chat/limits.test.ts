import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {takeKept, tooMany} from '../../src/chat/abuse/kept-limits.js';
import {limitOf, MemoryLimits} from '../../src/chat/abuse/limits.js';
import {HubProblem} from '../../src/http/problem.js';
import {NOW, testClock} from '../support/fixtures.js';
import {memoryDatabase} from '../support/memory.js';

const LIMIT = {burst: 3, interval: 1000};
const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

describe('a limit', () => {
  it('is so many in a minute or an hour, a quarter of them at once unless told', () => {
    assert.deepEqual(limitOf(60, 'minute'), {interval: 1000, burst: 15});
    assert.deepEqual(limitOf(60, 'hour'), {interval: 60_000, burst: 15});
    assert.deepEqual(limitOf(60, 'hour', 0.5), {interval: 60_000, burst: 30});
    assert.deepEqual(limitOf(7, 'minute'), {interval: 8572, burst: 2});
    assert.deepEqual(limitOf(1, 'minute', 0.01), {interval: 60_000, burst: 1});
    assert.deepEqual(limitOf(1, 'minute', 0), {interval: 60_000, burst: 1});
  });

  it('that is passed says for how many seconds to wait, one at least', () => {
    const seconds = (wait: number) => tooMany(wait).extras.retryAfter;
    assert.deepEqual([0, 1, 1000, 1001].map(seconds), [1, 1, 1, 2]);
    assert.equal(tooMany(1).code, 'too-many-requests');
  });
});

describe('limits of a process', () => {
  it('let a burst pass, and then one each time that the interval is over', () => {
    const clock = testClock();
    const limits = new MemoryLimits(clock);
    const take = () => limits.take('a', LIMIT);
    assert.deepEqual([take(), take(), take(), take()], [0, 0, 0, 1000]);
    clock.set(at(999));
    assert.equal(take(), 1);
    clock.set(at(1000));
    assert.deepEqual([take(), take()], [0, 1000]);
    clock.set(at(3000));
    assert.deepEqual([take(), take(), take()], [0, 0, 1000]);
    clock.set(at(60_000));
    assert.deepEqual([take(), take(), take(), take()], [0, 0, 0, 1000], 'no more than the burst');
  });

  it('tell how much is taken', () => {
    const clock = testClock();
    const limits = new MemoryLimits(clock);
    const load = () => limits.load('a', LIMIT);
    assert.equal(load(), 0);
    limits.take('a', LIMIT);
    limits.take('a', LIMIT);
    assert.equal(load(), 2 / 3);
    clock.set(at(1500));
    assert.equal(load(), 0.5 / 3);
    clock.set(at(9000));
    assert.equal(load(), 0);
  });

  it('forget the key that was not used for the longest, beyond 50,000', () => {
    const limits = new MemoryLimits(testClock());
    const once = {burst: 1, interval: 1000};
    for (let key = 0; key < 50_000; key++) limits.take(`${key}`, LIMIT);
    // taken again: now the second is the oldest
    limits.take('0', LIMIT);
    limits.take('one more', LIMIT);
    assert.equal(limits.load('0', LIMIT), 2 / 3);
    assert.equal(limits.load('1', LIMIT), 0);
    assert.equal(limits.load('2', LIMIT), 1 / 3);
    assert.equal(limits.take('2', once), 1000);
  });
});

describe('limits of all processes', () => {
  const start = async () => {
    const {db} = await memoryDatabase();
    const clock = testClock();
    /** 0, or the seconds to wait. */
    const take = async (key = 'a', limit = LIMIT) => {
      try {
        await takeKept({clock}, db, key, limit);
        return 0;
      } catch (error) {
        assert.ok(error instanceof HubProblem && error.code === 'too-many-requests');
        return error.extras.retryAfter!;
      }
    };
    const freeAt = async () =>
      (await db.selectFrom('chat_limits').selectAll().orderBy('key').execute()).map(
        ({key, free_at}) => [key, free_at - NOW.getTime()],
      );
    return {db, clock, take, freeAt};
  };

  it('let a burst pass, and then one each time that the interval is over', async () => {
    const {take, clock, freeAt} = await start();
    const limit = {burst: 2, interval: 10_000};
    const takes = async (count: number) => {
      const all = [];
      for (let times = 0; times < count; times++) all.push(await take('a', limit));
      return all;
    };
    assert.deepEqual(await takes(3), [0, 0, 10]);
    assert.deepEqual(await freeAt(), [['a', 20_000]]);
    clock.set(at(9999));
    assert.deepEqual(await takes(1), [1]);
    clock.set(at(10_000));
    assert.deepEqual(await takes(2), [0, 10]);
    assert.deepEqual(await freeAt(), [['a', 30_000]]);
    clock.set(at(90_000));
    assert.deepEqual(await takes(3), [0, 0, 10]);
    assert.deepEqual(await freeAt(), [['a', 110_000]]);
  });

  it('are for each key by itself, and nothing is taken of a transaction that fails', async () => {
    const {db, clock, take, freeAt} = await start();
    const one = {burst: 1, interval: 1000};
    assert.deepEqual([await take('a', one), await take('b', one), await take('a', one)], [0, 0, 1]);
    const undone = db.transaction().execute(async trx => {
      await takeKept({clock}, trx, 'c', one);
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    assert.deepEqual(
      (await freeAt()).map(([key]) => key),
      ['a', 'b'],
    );
  });
});
