import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readPlacesLazily} from '../../src/place/read-places-lazily.js';
import {readPlaces} from '../../src/place/read-places.js';
import type {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';

const feature = (properties: object, coordinates: unknown = [0.52, 48.4]): object => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates},
  properties,
});
const feed = (...features: object[]): object => ({type: 'FeatureCollection', features});

const feeds: Record<string, string | object> = {
  'our own words': feed(
    feature({
      id: 'a',
      name: 'Boulangerie Lecourbe',
      category: 'bakery',
      address: {streetAddress: '3 Grande Rue', postalCode: '61199', addressLocality: 'Ici'},
      services: {collect: true, delivery: false},
      image: {url: 'pain.svg', caption: 'Pains'},
      labels: ['AB'],
      source: {name: 'Mairie', dateModified: '2026-11-16'},
    }),
  ),
  'a group beside its own category, and one twice': feed(
    feature({name: 'Le Fournil', category: ['food', 'bakery']}),
    feature({name: 'La Miche', category: ['bakery', 'bakery', 'cafe']}),
  ),
  'an unknown category': feed(feature({name: 'Chez Yann', category: 'Poissonnier ambulant'})),
  'a name in capitals': feed(feature({name: 'EARL DE LA FERME DU BOIS', category: 'farm'})),
  'fields of OpenStreetMap': feed(
    feature({name: 'Le Fournil', shop: 'bakery', 'addr:street': 'Rue Neuve', organic: 'yes'}),
  ),
  'a bad row among good ones': feed(
    feature({name: 'A', category: 'farm'}),
    feature({name: 'B', category: 'farm'}, [200, 95]),
    feature({category: 'farm'}),
  ),
  'one row far away among many': feed(
    ...[...Array(12).keys()].map(i => feature({name: `Lieu ${i}`, category: 'farm'})),
    feature({name: 'Swapped', category: 'farm'}, [48.4, 0.52]),
  ),
  'a spreadsheet': 'Nom;Latitude;Longitude;Type\nLe Fournil;48,4;0,52;Boulangerie\n',
  'nothing in it': feed(),
};

describe('readPlacesLazily', () => {
  for (const [name, input] of Object.entries(feeds)) {
    it(`reads ${name} as readPlaces does`, async () => {
      assert.deepEqual(await readPlacesLazily(input), readPlaces(input));
    });
  }

  it('rejects what is no feed with the same error', async () => {
    for (const input of [
      '',
      '<!doctype html><p>Wi-Fi',
      '{"no": "feed"}',
      '[1, 2',
      'nothing known',
    ]) {
      const codeOf = (error: unknown): string => (error as UnreadableFeedError).code;
      const lazily = await readPlacesLazily(input).then(() => 'read', codeOf);
      let plainly = 'read';
      try {
        readPlaces(input);
      } catch (error) {
        plainly = codeOf(error);
      }
      assert.equal(lazily, plainly, input);
    }
  });

  it('gives the same answer for whatever JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.object()), async rows => {
        const input = feed(...rows.map(row => feature(row)));
        assert.deepEqual(await readPlacesLazily(input), readPlaces(input));
      }),
      {seed: 3, numRuns: 100},
    );
  });

  const data = process.env['LOCAL_WIDGETS_DATA'];
  const file = data ? join(data, 'local-shops-producers-fr.geojson') : '';
  const skip = !file || !existsSync(file) ? 'LOCAL_WIDGETS_DATA is not set' : false;
  it('reads 9,418 real places as readPlaces does', {skip}, async () => {
    const bytes = readFileSync(file);
    assert.deepEqual(await readPlacesLazily(bytes), readPlaces(bytes));
  });
});
