import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {PointIndex, positionsOf} from '../../src/geo/cluster.js';
import {mercatorX, mercatorY, worldSize} from '../../src/geo/mercator.js';

const WORLD = {west: -180, south: -85, east: 180, north: 85};
const at = (longitude: number, latitude: number): {geo: {longitude: number; latitude: number}} => ({
  geo: {longitude, latitude},
});
const all = (count: number): number[] => [...Array(count).keys()];
const france = fc
  .array(
    fc.record({
      longitude: fc.double({min: -5, max: 9, noNaN: true}),
      latitude: fc.double({min: 42, max: 51, noNaN: true}),
    }),
    {minLength: 1, maxLength: 300},
  )
  .map(points => points.map(({longitude, latitude}) => at(longitude, latitude)));

describe('PointIndex', () => {
  it('gathers what stands together on the screen and keeps apart what does not', () => {
    const points = [at(0.52, 48.4), at(0.5201, 48.4001), at(2.35, 48.85)];
    const clusters = new PointIndex(points).clusters(all(3), WORLD, 10, 64);
    assert.deepEqual(
      clusters.map(({members}) => [...members].sort()).sort((a, b) => b.length - a.length),
      [[0, 1], [2]],
    );
  });

  it('takes apart what it gathered when one zooms in', () => {
    const points = [at(0.52, 48.4), at(0.53, 48.4)];
    const index = new PointIndex(points);
    assert.equal(index.clusters(all(2), WORLD, 8, 64).length, 1);
    assert.equal(index.clusters(all(2), WORLD, 16, 64).length, 2);
  });

  it('never takes apart what stands on one spot', () => {
    const points = [at(-2.76, 47.66), at(-2.76, 47.66), at(-2.76, 47.66)];
    const clusters = new PointIndex(points).clusters(all(3), WORLD, 19, 28);
    assert.equal(clusters.length, 1);
    assert.equal(clusters[0]?.members.length, 3);
  });

  it('does not cut a town in two where a line of its grid crosses it', () => {
    const size = 64 / worldSize(10);
    const line = Math.ceil(mercatorX(0.5) / size) * size;
    const toLongitude = (x: number): number => (x - 0.5) * 360;
    const points = [at(toLongitude(line - size / 10), 48), at(toLongitude(line + size / 10), 48)];
    assert.equal(new PointIndex(points).clusters(all(2), WORLD, 10, 64).length, 1);
  });

  it('shows only the points that are selected', () => {
    const points = [at(0, 48), at(0.0001, 48), at(5, 44)];
    const clusters = new PointIndex(points).clusters([1], WORLD, 12, 64);
    assert.deepEqual(
      clusters.map(({members}) => members),
      [[1]],
    );
  });

  it('leaves out what is out of sight', () => {
    const points = [at(0.52, 48.4), at(7.4, 43.7)];
    const view = {west: 0, south: 48, east: 1, north: 49};
    const clusters = new PointIndex(points).clusters(all(2), view, 11, 64);
    assert.deepEqual(
      clusters.map(({members}) => members),
      [[0]],
    );
  });

  it('takes positions that were made elsewhere', () => {
    const points = [at(0.52, 48.4), at(2.35, 48.85)];
    const clusters = (index: PointIndex) => index.clusters(all(2), WORLD, 10, 64);
    const prepared = new PointIndex(points, positionsOf(points));
    assert.deepEqual(clusters(prepared), clusters(new PointIndex(points)));
  });

  it('holds every point once, whatever the points and the zoom', () => {
    fc.assert(
      fc.property(france, fc.integer({min: 3, max: 19}), (points, zoom) => {
        const clusters = new PointIndex(points).clusters(all(points.length), WORLD, zoom, 64);
        const members = clusters.flatMap(cluster => [...cluster.members]).sort((a, b) => a - b);
        assert.deepEqual(members, all(points.length));
      }),
      {seed: 7, numRuns: 200},
    );
  });

  it('gives clusters that stay within reach of their members', () => {
    fc.assert(
      fc.property(france, fc.integer({min: 3, max: 19}), (points, zoom) => {
        const reach = (2.5 * 64) / worldSize(zoom);
        for (const {geo, members} of new PointIndex(points).clusters(
          all(points.length),
          WORLD,
          zoom,
          64,
        )) {
          for (const member of members) {
            const point = points[member]!.geo;
            const dx = mercatorX(geo.longitude) - mercatorX(point.longitude);
            const dy = mercatorY(geo.latitude) - mercatorY(point.latitude);
            assert.ok(Math.hypot(dx, dy) <= reach);
          }
        }
      }),
      {seed: 7, numRuns: 100},
    );
  });

  it('gives the same clusters in the middle of the view wherever the view stands', () => {
    fc.assert(
      fc.property(france, fc.double({min: -1, max: 1, noNaN: true}), (points, shift) => {
        const index = new PointIndex(points);
        const view = {west: -5, south: 42, east: 9, north: 51};
        const moved = {...view, west: view.west - 4 + shift, east: view.east + 4 + shift};
        const keys = (box: typeof view): Set<string> =>
          new Set(index.clusters(all(points.length), box, 7, 64).map(({key}) => key));
        const there = keys(moved);
        for (const key of keys(view)) assert.ok(there.has(key), key);
      }),
      {seed: 7, numRuns: 100},
    );
  });

  it('keeps its keys from one selection to the next where nothing changed', () => {
    const points = [at(0.5, 48), at(3, 45), at(3.00001, 45)];
    const index = new PointIndex(points);
    const before = index.clusters(all(3), WORLD, 12, 64).map(({key}) => key);
    const after = index.clusters([1, 2], WORLD, 12, 64).map(({key}) => key);
    assert.ok(after.every(key => before.includes(key)));
  });
});
