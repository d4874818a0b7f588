import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {PointIndex, positionsOf} from '../../src/geo/cluster.js';
import {fromMercator, mercatorX, mercatorY, worldSize} from '../../src/geo/mercator.js';

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

  describe('on its grid', () => {
    const ZOOM = 10;
    const DISTANCE = 64;
    const SIZE = DISTANCE / worldSize(ZOOM);
    /** A point by columns from the west and rows from the north. */
    const cell = (column: number, row: number) => ({geo: fromMercator(column * SIZE, row * SIZE)});
    const view = (west: number, north: number, east: number, south: number) => ({
      west: cell(west, 0).geo.longitude,
      north: cell(0, north).geo.latitude,
      east: cell(east, 0).geo.longitude,
      south: cell(0, south).geo.latitude,
    });
    const clustersOf = (points: readonly ReturnType<typeof cell>[], box: typeof WORLD = WORLD) =>
      new PointIndex(points).clusters(all(points.length), box, ZOOM, DISTANCE);
    const membersOf = (clusters: ReturnType<typeof clustersOf>) =>
      clusters.map(({members}) => [...members].sort()).sort();

    const AROUND = [-1, 0, 1]
      .flatMap(x => [-1, 0, 1].map(y => [x, y] as const))
      .filter(([x, y]) => x || y);

    it('takes the emptier of two neighbours into the fuller, on every side', () => {
      for (const [x, y] of AROUND) {
        // in the corner of the middle cell that looks there
        const full = [cell(2000.5 + 0.4 * x, 1500.5 + 0.4 * y), cell(2000.5 + 0.4 * x, 1500.5)];
        const middle = clustersOf([...full, ...full]);
        const both = clustersOf([...full, ...full, cell(2000.5 + 0.6 * x, 1500.5 + 0.6 * y)]);
        assert.deepEqual(membersOf(both), [[0, 1, 2, 3, 4]], `${x} ${y}`);
        assert.equal(both[0]!.key, middle[0]!.key, `${x} ${y}`);
      }
    });

    it('leaves neighbours apart from three quarters of a cell on', () => {
      for (const [x, y] of AROUND.filter(([x, y]) => !x || !y)) {
        const apart = (by: number) =>
          clustersOf([cell(2000.5, 1500.5), cell(2000.5 + by * x, 1500.5 + by * y)]).length;
        assert.equal(apart(0.74), 1, `${x} ${y}`);
        assert.equal(apart(0.76), 2, `${x} ${y}`);
      }
    });

    it('begins with the fullest cell: it takes in the neighbours on both sides', () => {
      const left = cell(1999.98, 1500.5);
      const middle = cell(2000.5, 1500.5);
      const right = cell(2001.02, 1500.5);
      assert.deepEqual(membersOf(clustersOf([left, middle, middle, right])), [[0, 1, 2, 3]]);
      // of cells as full as each other, the western one
      assert.deepEqual(membersOf(clustersOf([right, middle, left])), [[0], [1, 2]]);
    });

    it('stands in the middle of all its members', () => {
      const points = [cell(2000.5, 1500.9), cell(2000.5, 1500.7), cell(2000.9, 1501.2)];
      const [cluster] = clustersOf(points);
      const {longitude, latitude} = cluster!.geo;
      const close = (actual: number, expected: number): void => {
        assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
      };
      close(mercatorX(longitude) / SIZE, (2000.5 + 2000.5 + 2000.9) / 3);
      close(mercatorY(latitude) / SIZE, (1500.9 + 1500.7 + 1501.2) / 3);
    });

    it('shows what stands up to half a cell beyond the view, and nothing farther', () => {
      const box = view(2000, 1500, 2004, 1503);
      for (const [inside, outside] of [
        [cell(1999.6, 1501.5), cell(1999.4, 1501.5)],
        [cell(2004.4, 1501.5), cell(2004.6, 1501.5)],
        [cell(2002.5, 1499.6), cell(2002.5, 1499.4)],
        [cell(2002.5, 1503.4), cell(2002.5, 1503.6)],
      ] as const) {
        assert.equal(clustersOf([inside], box).length, 1);
        assert.equal(clustersOf([outside], box).length, 0);
      }
    });

    it('gathers beyond the view, so that nothing changes as it scrolls in', () => {
      const box = view(2000, 1500, 2004, 1503);
      for (const points of [
        [cell(2000.1, 1501.5), cell(1999.5, 1501.5)],
        [cell(2003.9, 1501.5), cell(2004.5, 1501.5)],
        [cell(2002.5, 1500.1), cell(2002.5, 1499.5)],
        [cell(2002.5, 1502.9), cell(2002.5, 1503.5)],
      ]) {
        assert.deepEqual(clustersOf(points, box), clustersOf(points));
      }
    });

    it('names one point by its index, several by zoom and cell', () => {
      const points = [cell(2000.5, 1500.5), cell(2100.5, 1500.5), cell(2100.6, 1500.6)];
      const keys = clustersOf(points).map(({key}) => key);
      assert.equal(keys[0], 'p0');
      assert.match(keys[1]!, /^z10c\d+$/);
      const further = new PointIndex(points).clusters(all(3), WORLD, 9, DISTANCE);
      assert.match(further[1]!.key, /^z9c\d+$/);
      const elsewhere = clustersOf([cell(2101.5, 1500.5), cell(2101.6, 1500.6)]);
      assert.notEqual(elsewhere[0]!.key, keys[1]);
    });
  });
});
