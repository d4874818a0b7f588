import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {zxyToTileId} from 'pmtiles';
import {tileId} from '../../../src/map/pmtiles/tile-id.js';

describe('tileId', () => {
  it('counts like the reference, at every zoom that a map of a town has', () => {
    const tile = fc
      .integer({min: 0, max: 24})
      .chain(z => fc.tuple(fc.constant(z), fc.nat(2 ** z - 1), fc.nat(2 ** z - 1)));
    fc.assert(
      fc.property(tile, ([z, x, y]) => {
        assert.equal(tileId({z, x, y}), zxyToTileId(z, x, y));
      }),
      {numRuns: 2000, seed: 3},
    );
  });

  it('begins with the world', () => {
    assert.equal(tileId({z: 0, x: 0, y: 0}), 0);
    const first = [tileId({z: 1, x: 0, y: 0}), tileId({z: 1, x: 0, y: 1})];
    assert.deepEqual(first, [1, 2]);
  });
});
