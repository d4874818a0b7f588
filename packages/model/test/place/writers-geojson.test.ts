import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readPlacesLazily} from '../../src/place/read-places-lazily.js';
import {readPlaces} from '../../src/place/read-places.js';
import {placesToGeoJson} from '../../src/place/writers/geojson.js';
import {anyPlaces, bakery, plainBakery, readablePlaces} from './writer-places.js';

describe('placesToGeoJson', () => {
  it('writes what our reader reads back without loss', () => {
    fc.assert(
      fc.property(readablePlaces, places => {
        const {places: again, rejected} = readPlaces(JSON.stringify(placesToGeoJson(places)));
        assert.deepEqual(rejected, []);
        assert.deepEqual(again, places);
      }),
      {seed: 41, numRuns: 300},
    );
  });

  it('writes Features with flat properties in our own names', () => {
    const [feature] = placesToGeoJson([plainBakery]).features;
    assert.deepEqual(feature, {
      type: 'Feature',
      id: 'lecourbe',
      geometry: {type: 'Point', coordinates: [0.52484, 48.40843]},
      properties: {
        name: 'Boulangerie Lecourbe',
        category: ['bakery', 'pastry'],
        categoryLabel: 'Boulangerie-pâtisserie',
        description: 'Pain, levain; brioche.',
        streetAddress: '3 Grande Rue',
        postalCode: '61199',
        addressLocality: 'Sainte-Aubrette',
        addressCountry: 'FR',
        telephone: '+33 (0)2 61 91 14 07',
        email: 'bonjour@lecourbe.example',
        url: 'https://lecourbe.example/',
        image: 'https://lecourbe.example/pains.jpg',
        caption: 'Trois pains',
        openingHours: 'Tu-Sa 07:00-13:00,15:30-19:30; Su 07:00-13:00',
        collect: true,
        wheelchair: false,
        labels: ['Fait maison'],
        paymentAccepted: ['Espèces', 'Carte bancaire'],
        products: ['Pain au levain', 'Brioche'],
        siret: '12345678900011',
        source: {name: 'Mairie', url: 'https://mairie.example/1', dateModified: '2026-11-16'},
      },
    });
  });

  it('is read without the words of other feeds when places have one category', async () => {
    const place = {...plainBakery, categories: ['bakery'] as const};
    assert.deepEqual((await readPlacesLazily(placesToGeoJson([place]))).places, [place]);
  });

  it('keeps all sources in the file', () => {
    const [feature] = placesToGeoJson([bakery]).features;
    assert.deepEqual(feature!.properties['otherSources'], bakery.otherSources);
  });

  it('writes any place that has a position', () => {
    fc.assert(
      fc.property(anyPlaces, places => {
        const {features} = placesToGeoJson(places);
        assert.ok(features.every(({geometry}) => geometry.coordinates.every(Number.isFinite)));
        JSON.stringify(features);
      }),
      {seed: 42},
    );
  });
});
