import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';

const row = (longitude: number, latitude: number, more = {}) => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates: [longitude, latitude]},
  properties: {name: 'A', ...more},
});
const vannes = (count: number) =>
  Array.from({length: count}, (_, at) => row(-2.76 + at / 1000, 47.66 - at / 1000));

describe('swapped positions', () => {
  it('are found when the rest of the feed lies where the swap leads', () => {
    const {places, rejected} = readPlaces([...vannes(9), row(47.66, -2.76), ...vannes(9)]);
    assert.equal(places.length, 18);
    assert.deepEqual(rejected, [
      {
        at: 9,
        unit: 'item',
        reason: 'swapped-position',
        detail: 'longitude 47.66, latitude -2.76: far from the others; they look swapped',
      },
    ]);
  });

  it('are found by a French postal code, even when the whole feed is swapped', () => {
    const address = {postalCode: '56000'};
    const {places, rejected} = readPlaces([row(47.66, -2.76, address), row(48.8, 2.3, address)]);
    assert.equal(places.length, 0);
    assert.deepEqual(
      rejected.map(({reason}) => reason),
      ['swapped-position', 'swapped-position'],
    );
    assert.match(rejected[0]!.detail, /not in France, where postal code 56000 is/);
  });

  it('are not guessed in a small feed', () => {
    assert.equal(readPlaces([...vannes(5), row(47.66, -2.76)]).places.length, 6);
  });

  it('are not guessed in a feed that is spread over the world', () => {
    const spread = vannes(9).concat([row(139, 35), row(-70, -30), row(18, -34), row(150, -33)]);
    assert.equal(readPlaces([...spread, row(47.66, -2.76)]).places.length, 14);
  });

  it('are not confused with places overseas', () => {
    const overseas = [row(55.45, -20.88), row(-61.5, 16.2), row(45.2, -12.8), row(-56.2, 46.8)];
    const more = [row(166.4, -22.3), row(-149.6, -17.5), row(-52.3, 4.9), row(-61.1, 14.6)];
    const {rejected} = readPlaces([...vannes(60), ...overseas, ...more]);
    assert.deepEqual(rejected, []);
  });

  it('are not told to a place in Mayotte by its postal code', () => {
    assert.equal(readPlaces([row(45.2, -12.8, {postalCode: '97600'})]).places.length, 1);
  });
});
