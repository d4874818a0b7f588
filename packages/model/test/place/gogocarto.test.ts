import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseHours} from '../../src/hours/parse.js';
import {readPlaces} from '../../src/place/read-places.js';

const element = {
  id: 'A1',
  name: 'La Ferme du Pré',
  geo: {latitude: 47.66, longitude: -2.76},
  sourceKey: 'Réseau des fermes',
  address: {
    streetAddress: '3 chemin du Pré',
    addressLocality: 'Arradon',
    postalCode: '56610',
    addressCountry: 'FR',
  },
  createdAt: '2020-02-01T08:00:00+01:00',
  updatedAt: '2026-01-16T16:50:03+01:00',
  status: 4,
  categories: ['Alimentation', 'Vente à la ferme'],
  telephone: '0297000000',
  website: 'https://pre.example/',
  openHours: {Mo: '09:00-12:00,14:00-18:00', Tu: ['09:00-12:00', '14:00-18:00'], We: '', Sa: null},
};
const api = (...data: unknown[]) => ({
  licence: 'https://odbl.example/',
  ontology: 'gogofull',
  data,
});

describe('the GoGoCarto reader', () => {
  it('reads an element of the API', () => {
    const {places, rejected, format} = readPlaces(api(element));
    assert.equal(format, 'gogocarto');
    assert.deepEqual(rejected, []);
    assert.deepEqual(places, [
      {
        id: 'A1',
        name: 'La Ferme du Pré',
        geo: {longitude: -2.76, latitude: 47.66},
        categories: ['farm'],
        categoryLabel: 'Vente à la ferme',
        address: {
          streetAddress: '3 chemin du Pré',
          postalCode: '56610',
          addressLocality: 'Arradon',
          addressCountry: 'FR',
        },
        telephone: '0297000000',
        url: 'https://pre.example/',
        openingHours: 'Mo-Tu 09:00-12:00,14:00-18:00',
        source: {name: 'Réseau des fermes', dateModified: '2026-01-16T16:50:03+01:00'},
      },
    ]);
    assert.ok(parseHours('Mo-Tu 09:00-12:00,14:00-18:00'));
  });

  it('reads lists, one element, JSON-LD of GoGoCarto, and categories as objects', () => {
    const plain = {...element, sourceKey: undefined};
    for (const input of [
      [element],
      {ontology: 'gogofull', data: element},
      {'@context': 'https://example.org/context-gogo.jsonld', '@graph': [element]},
      {data: [{...plain, categories: [{id: 3, name: 'Vente à la ferme'}]}]},
      [{title: 'La Ferme du Pré', latitude: '47.66', lng: '-2.76', taxonomy: ['Ferme']}],
    ]) {
      const {places, format} = readPlaces(input);
      assert.equal(format, 'gogocarto');
      assert.deepEqual(
        places.map(({name, categories, geo}) => [name, ...categories, geo.longitude]),
        [['La Ferme du Pré', 'farm', -2.76]],
      );
    }
  });

  it('reads the compact form by its mapping', () => {
    const {places, rejected} = readPlaces({
      ontology: 'gogocompact',
      mapping: ['id', ['name', 'telephone'], 'latitude', 'longitude', 'status'],
      data: [
        ['A1', ['La Ferme du Pré', '0297000000'], 47.66, -2.76, 4],
        ['A2', [], 47.66, -2.76],
      ],
    });
    assert.deepEqual(places[0], {
      id: 'A1',
      name: 'La Ferme du Pré',
      geo: {longitude: -2.76, latitude: 47.66},
      categories: ['other'],
      telephone: '0297000000',
    });
    assert.deepEqual(
      rejected.map(({at, reason}) => `${at} ${reason}`),
      ['1 no-name'],
    );
  });

  it('leaves hours unknown when a slot cannot be read, and reads an empty answer', () => {
    const hours = (openHours: unknown) =>
      readPlaces(api({...element, openHours})).places[0]!.openingHours;
    assert.equal(hours({Mo: '09:00-12:00', Tu: 'le matin'}), undefined);
    assert.equal(hours({}), undefined);
    assert.equal(hours('Mo-Fr 09:00-12:00'), 'Mo-Fr 09:00-12:00');
    assert.deepEqual(readPlaces(api()).places, []);
  });
});
