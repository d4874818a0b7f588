import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Chance} from '../../src/chance-and-clock.js';
import {nextAttempt, RETRY_DELAYS} from '../../src/webhooks/retry-schedule.js';
import {testChance} from '../support/fixtures.js';

const now = new Date('2026-11-22T09:00:00Z');
const chanceOf = (byte: number): Chance => ({
  bytes: (count: number) => new Uint8Array(count).fill(byte),
});
const waits = (attempts: number, retryAfter?: string, chance = chanceOf(0)) => {
  const at = nextAttempt({attempts, now, chance, retryAfter});
  return at && (at.getTime() - now.getTime()) / 1000;
};

describe('attempts', () => {
  it('follow after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours, ten in all', () => {
    const hours = [2, 5, 10, 14, 20, 24].map(hour => hour * 3600);
    const expected = [5, 300, 1800, ...hours];
    assert.deepEqual(
      expected.map((_, i) => waits(i + 1)),
      expected,
    );
    assert.equal(waits(10), undefined);
    assert.equal(RETRY_DELAYS.length, 10);
  });

  it('come up to a tenth later by chance, never earlier', () => {
    assert.ok(Math.abs(waits(2, undefined, chanceOf(255))! - 330) < 0.01);
    const chance = testChance(3);
    for (let i = 0; i < 200; i++) {
      const wait = waits(2, undefined, chance)!;
      assert.ok(wait >= 300 && wait <= 330);
    }
  });

  it('come later when the receiver asks, not sooner, and a day at most', () => {
    assert.equal(waits(1, '120'), 120);
    assert.equal(waits(2, '1'), 300);
    assert.equal(waits(1, 'Sun, 22 Nov 2026 09:10:00 GMT'), 600);
    assert.equal(waits(1, 'Sun, 22 Nov 2020 09:10:00 GMT'), 5);
    assert.equal(waits(1, '999999999'), 86_400);
    assert.equal(waits(1, 'soon'), 5);
  });
});
