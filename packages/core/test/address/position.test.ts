import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {BIAS_DECIMALS, LINK_DECIMALS, roundPosition} from '../../src/address/position.js';

describe('a rounded position', () => {
  const geo = {longitude: -1.681345, latitude: 48.113951};

  it('is good to about a hundred metres in a link, a kilometre for a geocoder', () => {
    assert.deepEqual(roundPosition(geo, LINK_DECIMALS), {longitude: -1.681, latitude: 48.114});
    assert.deepEqual(roundPosition(geo, BIAS_DECIMALS), {longitude: -1.68, latitude: 48.11});
  });

  it('carries nothing else along', () => {
    const more = {...geo, accuracy: 12, speed: 3};
    assert.deepEqual(Object.keys(roundPosition(more, 2)), ['longitude', 'latitude']);
  });
});
