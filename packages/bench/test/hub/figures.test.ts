import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {percentile, ratios, spread} from '../../src/hub/figures.js';

describe('percentile', () => {
  it('is the nearest rank', () => {
    const hundred = Array.from({length: 100}, (_, at) => 100 - at);
    assert.equal(percentile(hundred, 0.5), 50);
    assert.equal(percentile(hundred, 0.99), 99);
    assert.equal(percentile(hundred, 1), 100);
  });

  it('of few numbers is one of them', () => {
    assert.equal(percentile([7], 0.5), 7);
    assert.equal(percentile([9, 3], 0.5), 3);
    assert.equal(percentile([9, 3], 0.99), 9);
    assert.equal(percentile([9, 3], 0.001), 3);
  });

  it('of nothing is not a number', () => {
    assert.ok(Number.isNaN(percentile([], 0.99)));
  });
});

describe('spread', () => {
  it('is the median between the least and the most', () => {
    assert.deepEqual(spread([5, 1, 3]), {median: 3, min: 1, max: 5});
  });

  it('of nothing is not a number throughout', () => {
    assert.deepEqual(spread([]), {median: NaN, min: NaN, max: NaN});
  });
});

describe('ratios', () => {
  it('compares figures of the same round', () => {
    assert.deepEqual(ratios([1, 6], [2, 3]), [0.5, 2]);
  });

  it('leaves out rounds that the other does not have', () => {
    assert.deepEqual(ratios([1, 6], [2]), [0.5]);
  });
});
