import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {explainLonLat, isSwappedInFrance, parseLonLat} from '../../src/geo/parse-lon-lat.js';

describe('parseLonLat', () => {
  for (const text of [
    '-2.76,47.66',
    ' -2.76 , 47.66 ',
    '-2.76;47.66',
    '-2.76 47.66',
    '-2.76,+47.66',
  ]) {
    it(`reads "${text}"`, () => {
      assert.deepEqual(parseLonLat(text), {longitude: -2.76, latitude: 47.66});
      assert.equal(explainLonLat(text), undefined);
    });
  }

  for (const text of [
    '',
    ',',
    '47.66',
    '1,2,3',
    'Vannes',
    '181,0',
    '0,91',
    'NaN,1',
    '1e2,3',
    '0x10,1',
  ]) {
    it(`refuses "${text}" and says what is expected`, () => {
      assert.equal(parseLonLat(text), undefined);
      assert.match(explainLonLat(text)!, /is not "longitude,latitude"/);
    });
  }

  it('reads a swapped French position as it is written, and explains it', () => {
    assert.deepEqual(parseLonLat('47.66,-2.76'), {longitude: 47.66, latitude: -2.76});
    assert.equal(
      explainLonLat('47.66,-2.76'),
      '"47.66,-2.76" looks swapped: longitude comes first, "-2.76,47.66"',
    );
  });

  it('reads whole degrees, up to the poles and the date line', () => {
    assert.deepEqual(parseLonLat('180,90'), {longitude: 180, latitude: 90});
    assert.deepEqual(parseLonLat('-180,-90'), {longitude: -180, latitude: -90});
  });

  it('reads no more than a hundred characters, and shows sixty', () => {
    const spaces = ' '.repeat(99);
    assert.equal(parseLonLat(`1,2${spaces}`)?.latitude, 2);
    assert.equal(parseLonLat(`1${spaces},2`), undefined);
    assert.match(explainLonLat('x'.repeat(200))!, /^"x{60}" is not/);
  });

  it('reads back every position that is in range', () => {
    const degrees = (max: number) =>
      fc.integer({min: -max * 1e6, max: max * 1e6}).map(n => n / 1e6);
    fc.assert(
      fc.property(degrees(180), degrees(90), (longitude, latitude) => {
        const text = `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
        assert.deepEqual(parseLonLat(text), {longitude: longitude || 0, latitude: latitude || 0});
      }),
      {seed: 4},
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        parseLonLat(text);
        explainLonLat(text);
      }),
      {seed: 5},
    );
  });
});

describe('isSwappedInFrance', () => {
  it('knows the corners of metropolitan France, with the latitude where the longitude belongs', () => {
    for (const [longitude, latitude] of [
      [48.39, -4.49],
      [51.05, 2.37],
      [48.97, 8.2],
      [42.68, 2.9],
      [41.39, 9.26],
    ] as const) {
      assert.equal(isSwappedInFrance({longitude, latitude}), true, `${longitude},${latitude}`);
    }
  });

  it('is not so beyond any of its four sides', () => {
    for (const [longitude, latitude] of [
      [41, 2],
      [52, 2],
      [47, -6],
      [47, 10],
      [-2.76, 47.66],
    ] as const) {
      assert.equal(isSwappedInFrance({longitude, latitude}), false, `${longitude},${latitude}`);
    }
  });
});
