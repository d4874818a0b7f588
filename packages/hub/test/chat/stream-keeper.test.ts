import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Readable} from 'node:stream';
import type {ChatStream} from '../../src/chat/stream/chat-stream.js';
import {StreamKeeper} from '../../src/chat/stream/stream-keeper.js';
import {until} from '../bridges/support/until.js';
import {idle} from './support/rooms.js';

/** A stream that counts what is done with it. */
class FakeStream extends Readable {
  beats = 0;
  isFinished = false;
  override _read(): void {}
  beat(): void {
    this.beats++;
  }
  finish(): void {
    this.isFinished = true;
  }
}

/** A keeper with so many streams, whose turns come a millisecond after each other. */
function start(count: number, fails = false) {
  const turns: number[][] = [];
  const streams = Array.from({length: count}, () => new FakeStream());
  const keeper = new StreamKeeper<ChatStream>({
    beatEvery: 15,
    check: some => {
      turns.push(some.map(one => streams.indexOf(one as unknown as FakeStream)));
      return fails ? Promise.reject(new Error('gone')) : Promise.resolve();
    },
  });
  for (const stream of streams) {
    assert.equal(keeper.keep(stream as unknown as ChatStream), stream);
  }
  return {keeper, streams, turns};
}

describe('who keeps streams', () => {
  it('serves them in fifteen turns, and asks once for all of a turn', async () => {
    const {keeper, streams, turns} = start(31);
    assert.equal(keeper.size, 31);
    await until('each had two turns', () => turns.length >= 30);
    keeper.finish();
    const first = Array.from({length: 15}, (_, at) => [at, at + 15, ...(at === 0 ? [30] : [])]);
    assert.deepEqual(turns.slice(0, 15), first);
    assert.deepEqual(turns.slice(15, 30), first);
    assert.ok(streams.every(({beats}) => beats >= 2));
  });

  it('asks nothing in a turn without streams', async () => {
    const {keeper, turns} = start(1);
    await until('it had two turns', () => turns.length >= 2);
    keeper.finish();
    assert.ok(turns.every(turn => turn.length === 1));
  });

  it('forgets those that are closed', async () => {
    const {keeper, streams} = start(16);
    streams[0]!.destroy();
    streams[7]!.destroy();
    await idle();
    assert.equal(keeper.size, 14);
    keeper.finish();
    assert.deepEqual(
      streams.flatMap(({isFinished}, at) => (isFinished ? [] : [at])),
      [0, 7],
    );
  });

  it('goes on when it cannot be asked who may stay', async () => {
    const {keeper, turns} = start(1, true);
    await until('it asks again', () => turns.length >= 2);
    keeper.finish();
    await idle();
  });

  it('finishes all of them, and gives nobody another turn', async () => {
    const {keeper, streams, turns} = start(15);
    const other = start(15);
    keeper.finish();
    const before = turns.length;
    await until('others had a turn', () => other.turns.length >= 2);
    other.keeper.finish();
    assert.ok(streams.every(({isFinished}) => isFinished));
    assert.equal(turns.length, before);
  });
});
