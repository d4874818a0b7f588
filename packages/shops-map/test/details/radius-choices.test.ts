import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {radiusChoices} from '../../src/details/radius-choices.js';

const km = (...distances: number[]): number[] => distances.map(each => each * 1000);

describe('radiusChoices', () => {
  it('offers what holds a place and leaves another out', () => {
    assert.deepEqual(radiusChoices(km(0.2, 3, 12), undefined), [1, 2, 5, 10]);
    assert.deepEqual(radiusChoices(km(4, 40), undefined), [5, 10, 15, 30]);
  });

  it('offers nothing when no choice would change anything', () => {
    assert.deepEqual(radiusChoices([], undefined), []);
    assert.deepEqual(radiusChoices(km(0.2, 0.4), undefined), []);
    assert.deepEqual(radiusChoices(km(6, 7), undefined), []);
  });

  it('stays below the limit of the page, which is a choice of its own', () => {
    assert.deepEqual(radiusChoices(km(0.2, 90), 15), [1, 2, 5, 10]);
    assert.deepEqual(radiusChoices(km(0.2, 90), 0.5), []);
  });

  it('offers only useful choices, in order, whatever the distances', () => {
    const distances = fc.array(fc.double({min: 0, max: 200_000, noNaN: true}), {maxLength: 30});
    const limit = fc.option(fc.double({min: 0.1, max: 200, noNaN: true}), {nil: undefined});
    fc.assert(
      fc.property(distances, limit, (meters, limitKm) => {
        const choices = radiusChoices(Float64Array.from(meters), limitKm);
        assert.deepEqual(
          choices,
          [...choices].sort((a, b) => a - b),
        );
        for (const choice of choices) {
          assert.ok(meters.some(each => each <= choice * 1000));
          assert.ok(meters.some(each => each > choice * 1000));
          assert.ok(limitKm === undefined || choice < limitKm);
        }
      }),
      {seed: 7},
    );
  });
});
