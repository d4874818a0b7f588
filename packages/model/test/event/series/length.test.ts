import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readDuration} from '../../../src/event/series/length.js';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

describe('readDuration', () => {
  it('reads days on the calendar, and exact times', () => {
    for (const [text, days, rest] of [
      ['P1W', 7, 0],
      ['P2D', 2, 0],
      ['P1W2D', 9, 0],
      ['PT3H', 0, 3 * HOUR],
      ['PT4M', 0, 4 * MINUTE],
      ['PT5S', 0, 5 * SECOND],
      ['P2DT3H4M5S', 2, 3 * HOUR + 4 * MINUTE + 5 * SECOND],
      ['+P1D', 1, 0],
      [' p1d ', 1, 0],
      ['pt36h', 0, 36 * HOUR],
      // weeks and days behind the T, as some write
      ['PT1W', 7, 0],
      ['PT2D', 2, 0],
      ['P1DT1W2D', 10, 0],
      ['PT0S', 0, 0],
      ['-PT0S', 0, 0],
    ] as const) {
      assert.deepEqual(readDuration(text), {days, rest}, text);
    }
  });

  it('reads none that is less than nothing, or more than a century', () => {
    assert.deepEqual(readDuration('P36525D'), {days: 36_525, rest: 0});
    for (const text of ['P36525DT1S', 'P36526D', 'P5218W', '-P1D', '-PT1S']) {
      assert.equal(readDuration(text), undefined, text);
    }
  });

  it('reads nothing else', () => {
    for (const text of [
      '',
      'P',
      'PT',
      'P1DT',
      'P1',
      '1D',
      'P1M',
      'P1Y',
      'P1H',
      'PT1.5H',
      'xP1D',
      'P1Dx',
      'P2DP1D',
      'PT1S1M',
      `P${'0'.repeat(38)}1D`,
    ]) {
      assert.equal(readDuration(text), undefined, text);
    }
    assert.deepEqual(readDuration(`P${'0'.repeat(36)}1D`), {days: 1, rest: 0});
  });
});
