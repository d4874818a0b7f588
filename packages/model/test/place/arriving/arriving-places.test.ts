import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {nameOrderOf, readPlaces, type Place, type ReadPlacesOptions} from '../../../src/index.js';
import {ArrivingPlaces} from '../../../src/place/arriving/arriving-places.js';

interface Whole {
  readonly places: Place[];
  readonly rejected: unknown;
  readonly truncated: boolean;
  readonly nameOrder: Uint32Array;
}

/** Reads a feed in pieces, and puts together what it says. */
function readArriving(
  bytes: Uint8Array,
  options: ReadPlacesOptions,
  piece: number,
  rowsBetween: number,
): Whole {
  const reader = new ArrivingPlaces(options);
  let places: Place[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    reader.add(bytes.subarray(at, at + piece));
    places.push(...reader.read(rowsBetween));
  }
  reader.close();
  while (reader.waiting > 0) places.push(...reader.read(7));
  const {removed, renamed, located, rejected, truncated, nameOrder} = reader.end();
  places = places.filter((_, index) => !removed.includes(index));
  for (const [index, id] of renamed) places[index] = {...places[index]!, id};
  assert.deepEqual(
    located.map(({geo}) => geo),
    places.map(({geo}) => geo),
  );
  return {places, rejected, truncated, nameOrder: nameOrder()};
}

const bytesOf = (features: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({type: 'FeatureCollection', features}));

const feature = (properties: object, coordinates: unknown, id?: unknown): object => ({
  type: 'Feature',
  id,
  geometry: {type: 'Point', coordinates},
  properties,
});

function assertSame(
  features: readonly unknown[],
  options: ReadPlacesOptions = {},
  piece = 100,
): void {
  const bytes = bytesOf(features);
  const {places, rejected, truncated} = readPlaces(bytes, options);
  const expected = {places, rejected, truncated, nameOrder: nameOrderOf(places)};
  assert.deepEqual(readArriving(bytes, options, piece, 3), expected);
}

describe('Places of an arriving feed', () => {
  it('are those of the whole feed, with what is wrong with the others', () => {
    const near = Array.from({length: 30}, (_, i) =>
      feature({name: `Ferme ${(i * 7) % 30}`, shop: 'farm'}, [2 + i / 100, 47], `node/${i % 9}`),
    );
    // found to be swapped only once all are there, and its id is free again then
    const swapped = feature({name: 'Retournée'}, [47, 2.1], 'node/3-2');
    const more = [
      feature({}, [2, 47]),
      {type: 'Feature', geometry: null, properties: {name: 'Nulle part'}},
      'no feature',
      null,
      feature({name: 'Écluse', 'addr:city': 'Gien'}, [2.6, 47.7]),
    ];
    assertSame([swapped, ...near, ...more, ...near]);
  });

  it('end where reading ends', () => {
    const features = Array.from({length: 40}, (_, i) => feature({name: `P${i}`}, [2, 47]));
    assertSame(features, {maxPlaces: 12});
    assertSame(features, {maxPlaces: 40});
  });

  it('are where they are known to be as soon as they are there', () => {
    const reader = new ArrivingPlaces({});
    const features = [
      feature({name: 'A'}, [2.5, 47]),
      feature({name: 'B'}, ['2.5', 47]),
      feature({name: 'C'}, [2, 470]),
      {type: 'Feature', geometry: {type: 'LineString', coordinates: [[1, 1]]}},
      7,
      feature({name: 'D'}, [3, 48, 120]),
    ];
    reader.add(bytesOf(features));
    const known = (): unknown => reader.located().map(({geo}) => [geo.longitude, geo.latitude]);
    assert.deepEqual(known(), [
      [2.5, 47],
      [3, 48],
    ]);
    reader.read(1);
    assert.deepEqual(known(), [[3, 48]], 'of those that are not read yet');
  });

  it('are the same for any rows and any cuts', () => {
    const name = fc.oneof(fc.constantFrom('Ferme', 'ferme', 'Épicerie'), fc.string());
    const coordinate = fc.oneof(fc.double({min: -200, max: 200, noNaN: true}), fc.constant('2,5'));
    const rows = fc.array(
      fc.oneof(
        fc
          .tuple(name, coordinate, coordinate, fc.constantFrom(1, 2, 'a', undefined))
          .map(([name, longitude, latitude, id]) => feature({name}, [longitude, latitude], id)),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(rows, fc.integer({min: 1, max: 300}), (features, piece) =>
        assertSame(features, {}, piece),
      ),
      {seed: 20261122, numRuns: 300},
    );
  });
});
