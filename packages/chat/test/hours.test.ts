import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ChatHost} from '../src/chat-part.js';
import {Hours} from '../src/panel/hours.js';
import {seededChance, TestClock} from './support/world.js';

const NOW = '2026-11-24T09:30:00.000Z';

/** Follows the hours of a hub that gives these answers; tells in seconds how long it waited after each. */
async function waits(
  answers: readonly (object | undefined)[],
  clock: TestClock,
): Promise<number[]> {
  const over = new AbortController();
  const seconds: number[] = [];
  const rest = [...answers];
  const environment = {
    chance: seededChance(1),
    fetch: () => Promise.resolve(Response.json(rest.shift())),
    sleep: (ms: number, signal: AbortSignal) => {
      // the transport has waits of its own, for answers that never come
      if (signal !== over.signal) return new Promise<void>(() => undefined);
      seconds.push(ms / 1000);
      if (rest.length === 0) over.abort();
      return Promise.resolve();
    },
  };
  const host = {environment, clock, requestUpdate: () => undefined} as unknown as ChatHost;
  await new Hours(host, 'https://hub.example', 'fournil').follow(over.signal);
  return seconds;
}

describe('the hours of a shop', () => {
  it('are asked for again when they change, and once an hour', async () => {
    const clock = new TestClock(new Date(NOW));
    const answers = [{isOpen: true, until: '2026-11-24T09:40:00.000Z'}, {isOpen: true}];
    assert.deepEqual(await waits(answers, clock), [600, 3600]);
  });

  it('are asked for ever less often by a device whose clock is ahead of the hub’s', async () => {
    const clock = new TestClock(new Date(NOW));
    const early = {isOpen: true, until: '2026-11-24T09:00:00.000Z'};
    const changed = {isOpen: false, until: '2026-11-24T09:31:00.000Z'};
    const answers = [...Array<object>(7).fill(early), changed, early];
    assert.deepEqual(await waits(answers, clock), [4, 16, 64, 256, 1024, 3600, 3600, 60, 4]);
  });
});
