import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {distanceInMeters} from '../../src/index.js';
import {areNear} from '../../src/place/find-swapped.js';

const FAR = 1_500_000;

describe('Whether places are near to each other', () => {
  it('is never said of places of which two are far', () => {
    const degrees = (most: number) => fc.double({min: -most, max: most, noNaN: true});
    const place = fc.record({geo: fc.record({longitude: degrees(180), latitude: degrees(90)})});
    fc.assert(
      fc.property(fc.array(place, {minLength: 2, maxLength: 4}), places => {
        const far = places.some(({geo}) =>
          places.some(other => distanceInMeters(geo, other.geo) > FAR),
        );
        assert.ok(!far || !areNear(places));
      }),
      {seed: 20261122, numRuns: 5000},
    );
  });

  it('is said of the places of a country as wide as Germany', () => {
    const corners = [
      [5.9, 51],
      [15, 51.2],
      [8.4, 55.1],
      [10.2, 47.3],
    ].map(([longitude, latitude]) => ({geo: {longitude: longitude!, latitude: latitude!}}));
    assert.equal(areNear(corners), true);
  });
});
