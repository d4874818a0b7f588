import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {byRank} from '../../src/place/by-rank.js';
import {distanceOrderOf, nameOrderOf} from '../../src/place/order.js';

const indicesOf = (items: ArrayLike<unknown>): number[] => [...Array(items.length).keys()];

describe('distanceOrderOf', () => {
  it('is the order of a stable sort, however near the distances are to each other', () => {
    const distance = fc.oneof(
      fc.double({min: 0, max: 20_015_200, noNaN: true}),
      fc.constantFrom(0, 5e-324, 1e-9, 1, 1 + 1e-12, 1.0001, 20_015_114.4),
    );
    fc.assert(
      fc.property(fc.array(distance, {maxLength: 300}), values => {
        const distances = Float64Array.from(values);
        const expected = indicesOf(values).sort((a, b) => values[a]! - values[b]!);
        assert.deepEqual([...distanceOrderOf(distances)], expected);
      }),
      {seed: 13, numRuns: 300},
    );
  });

  it('keeps every one of 70,000, and puts NaN last', () => {
    const distances = Float64Array.from({length: 70_000}, (_, i) => (i * 7919) % 70_000);
    distances[5] = NaN;
    const order = distanceOrderOf(distances);
    assert.equal(new Set(order).size, 70_000);
    assert.equal(order[69_999], 5);
    for (let i = 1; i < 69_999; i++) {
      assert.ok(distances[order[i - 1]!]! <= distances[order[i]!]!);
    }
  });

  it('has nothing to put in order for nothing', () => {
    assert.equal(distanceOrderOf(new Float64Array()).length, 0);
  });
});

describe('nameOrderOf', () => {
  it('leaves case and accents aside, and equal names in their order', () => {
    const names = ['Zoé', 'épicerie', 'Eau', 'ÉPICERIE', 'abeille', 'Œufs'];
    assert.deepEqual([...nameOrderOf(names.map(name => ({name})))], [4, 2, 1, 3, 5, 0]);
  });
});

describe('byRank', () => {
  it('is a stable sort, the highest rank first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200)), ranks => {
        const expected = indicesOf(ranks).sort((a, b) => ranks[b]! - ranks[a]!);
        assert.deepEqual(
          byRank(indicesOf(ranks), i => ranks[i]!),
          expected,
        );
      }),
      {seed: 14, numRuns: 200},
    );
  });
});
