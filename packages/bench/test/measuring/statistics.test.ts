import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {median} from '../../src/measuring/statistics.js';

describe('median', () => {
  it('is the middle of an odd count and between the two middles of an even one', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([7]), 7);
  });

  it('of nothing is not a number', () => {
    assert.ok(Number.isNaN(median([])));
  });
});
