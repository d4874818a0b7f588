import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {boundsOf, medianCenter} from '../../src/geo/bounds.js';

const at = (longitude: number, latitude: number) => ({geo: {longitude, latitude}});

describe('boundsOf', () => {
  it('is undefined without places', () => {
    assert.equal(boundsOf([]), undefined);
  });

  it('is a point for one place', () => {
    assert.deepEqual(boundsOf([at(-2.7, 47.6)]), {
      west: -2.7,
      south: 47.6,
      east: -2.7,
      north: 47.6,
    });
  });

  it('holds every place', () => {
    assert.deepEqual(boundsOf([at(1, 45), at(-2, 48), at(0, 50)]), {
      west: -2,
      south: 45,
      east: 1,
      north: 50,
    });
  });
});

describe('medianCenter', () => {
  it('is undefined without places', () => {
    assert.equal(medianCenter([]), undefined);
  });

  it('is in the middle of an even number of places', () => {
    assert.deepEqual(medianCenter([at(1, 45), at(3, 47)]), {longitude: 2, latitude: 46});
  });

  it('is not moved by one place far away', () => {
    const town = [at(-2.76, 47.65), at(-2.75, 47.66), at(-2.77, 47.64), at(-2.74, 47.67)];
    const center = medianCenter([...town, at(55.45, -20.88)]);
    assert.deepEqual(center, {longitude: -2.75, latitude: 47.65});
  });
});
