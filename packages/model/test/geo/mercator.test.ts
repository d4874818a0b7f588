import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fromMercator, mercatorX, mercatorY, worldSize} from '../../src/geo/mercator.js';

const near = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
};

describe('Web Mercator', () => {
  it('has a world of 256 pixels that doubles with each zoom level', () => {
    assert.deepEqual([0, 1, 10].map(worldSize), [256, 512, 262_144]);
  });

  it('goes from west to east', () => {
    assert.deepEqual([-180, 0, 90, 180].map(mercatorX), [0, 0.5, 0.75, 1]);
  });

  it('goes from north to south, and the higher the latitude the wider', () => {
    near(mercatorY(85.0511287798), 0);
    near(mercatorY(66.51326044311186), 0.25);
    near(mercatorY(0), 0.5);
    near(mercatorY(-66.51326044311186), 0.75);
    near(mercatorY(-85.0511287798), 1);
  });

  it('ends before the poles', () => {
    near(mercatorY(90), 0);
    near(mercatorY(-90), 1);
  });

  it('finds its way back', () => {
    for (const [longitude, latitude] of [
      [-2.76, 47.66],
      [2.35, -48.85],
      [-180, 85],
    ] as const) {
      const geo = fromMercator(mercatorX(longitude), mercatorY(latitude));
      near(geo.longitude, longitude);
      near(geo.latitude, latitude);
    }
  });
});
