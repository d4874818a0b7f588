import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {generated} from '../src/data-sets.js';
import {median} from '../src/statistics.js';

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

describe('generated places', () => {
  it('are as many as asked for and the same every time', () => {
    const one = generated(100);
    assert.equal(JSON.parse(one.body.toString()).features.length, 100);
    assert.deepEqual(one, generated(100));
  });
});
