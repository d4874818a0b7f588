import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {distanceInMeters} from '../../src/geo/distance.js';
import type {GeoCoordinates} from '../../src/place/place.js';

const HALF_EARTH = Math.PI * 6_371_008.8;

const PARIS = {longitude: 2.3522, latitude: 48.8566};
const LYON = {longitude: 4.8357, latitude: 45.764};
const VANNES = {longitude: -2.7603, latitude: 47.6582};
const SAINT_DENIS_REUNION = {longitude: 55.4504, latitude: -20.8789};

const point: fc.Arbitrary<GeoCoordinates> = fc.record({
  longitude: fc.double({min: -180, max: 180, noNaN: true}),
  latitude: fc.double({min: -90, max: 90, noNaN: true}),
});

describe('distanceInMeters', () => {
  // Ellipsoid (WGS 84, geodesic) distances; the sphere is at most 0.6 % off.
  for (const [name, from, to, expected] of [
    ['Paris to Lyon', PARIS, LYON, 391_500],
    ['Paris to Vannes', PARIS, VANNES, 401_800],
    ['Paris to Saint-Denis de La Réunion', PARIS, SAINT_DENIS_REUNION, 9_363_000],
  ] as const) {
    it(`measures ${name} within 0.6 %`, () => {
      const distance = distanceInMeters(from, to);
      assert.ok(Math.abs(distance - expected) < expected * 0.006, String(distance));
    });
  }

  it('gives one degree of a meridian as 111.195 km', () => {
    const meters = distanceInMeters({longitude: 2, latitude: 47}, {longitude: 2, latitude: 48});
    assert.equal(Math.round(meters), 111_195);
  });

  it('crosses the 180° meridian the short way', () => {
    const west = {longitude: -179.9, latitude: 0};
    const east = {longitude: 179.9, latitude: 0};
    assert.ok(distanceInMeters(west, east) < 23_000);
  });

  it('gives half the earth for antipodes, not NaN', () => {
    fc.assert(
      fc.property(point, ({longitude, latitude}) => {
        const opposite = {
          longitude: longitude > 0 ? longitude - 180 : longitude + 180,
          latitude: -latitude,
        };
        const distance = distanceInMeters({longitude, latitude}, opposite);
        assert.ok(Math.abs(distance - HALF_EARTH) < 1, String(distance));
      }),
      {seed: 1},
    );
  });

  it('is zero to itself, symmetric, and never more than half the earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        assert.equal(distanceInMeters(a, a), 0);
        const distance = distanceInMeters(a, b);
        assert.ok(Math.abs(distance - distanceInMeters(b, a)) < 1e-6);
        assert.ok(distance >= 0 && distance <= HALF_EARTH + 1e-6);
      }),
      {seed: 2},
    );
  });

  it('keeps the triangle inequality', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const detour = distanceInMeters(a, b) + distanceInMeters(b, c);
        assert.ok(distanceInMeters(a, c) <= detour + 1);
      }),
      {seed: 3},
    );
  });
});
