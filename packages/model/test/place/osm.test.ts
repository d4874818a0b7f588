import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';

const overpass = (...elements: unknown[]) => ({version: 0.6, generator: 'Overpass API', elements});
const shop = {name: 'Le Fournil', shop: 'bakery'};
const positions = (...elements: unknown[]) =>
  readPlaces(overpass(...elements)).places.map(({geo}) => [geo.longitude, geo.latitude]);

describe('the OSM reader', () => {
  it('reads a node with its tags, its source and its date', () => {
    const {places, rejected, format} = readPlaces(
      overpass({
        type: 'node',
        id: 123,
        lat: 47.66,
        lon: -2.76,
        timestamp: '2024-05-02T10:00:00Z',
        tags: {
          ...shop,
          'addr:housenumber': '3',
          'addr:street': 'Rue du Port',
          'addr:postcode': '56000',
          'addr:city': 'Vannes',
          'contact:phone': '+33 2 97 00 00 00',
          'contact:email': 'a@fournil.example',
          'contact:website': 'https://fournil.example/',
          opening_hours: 'Tu-Sa 07:00-19:00; PH off',
          wheelchair: 'yes',
          organic: 'only',
          takeaway: 'yes',
          'payment:cash': 'yes',
          'payment:credit_cards': 'yes',
          'payment:cheque': 'no',
          check_date: '2026-03-01',
          'ref:FR:SIRET': '12345678900011',
          source: 'survey',
        },
      }),
    );
    assert.equal(format, 'osm');
    assert.deepEqual(rejected, []);
    assert.deepEqual(places, [
      {
        id: 'node/123',
        name: 'Le Fournil',
        geo: {longitude: -2.76, latitude: 47.66},
        categories: ['bakery'],
        address: {streetAddress: '3 Rue du Port', postalCode: '56000', addressLocality: 'Vannes'},
        telephone: '+33 2 97 00 00 00',
        email: 'a@fournil.example',
        url: 'https://fournil.example/',
        openingHours: 'Tu-Sa 07:00-19:00; PH off',
        services: {collect: true, wheelchair: true},
        labels: ['Bio'],
        paymentAccepted: ['cash', 'credit cards'],
        siret: '12345678900011',
        source: {
          name: 'OpenStreetMap',
          url: 'https://www.openstreetmap.org/node/123',
          dateModified: '2026-03-01',
        },
      },
    ]);
  });

  it('finds ways and relations at their centre, in their bounds, outline or nodes', () => {
    const way = {type: 'way', id: 1, tags: shop};
    const corner = (id: number, lat: number, lon: number) => ({type: 'node', id, lat, lon});
    assert.deepEqual(positions({...way, center: {lat: 47, lon: -2}}), [[-2, 47]]);
    assert.deepEqual(
      positions({...way, bounds: {minlat: 46, minlon: -3, maxlat: 48, maxlon: -1}}),
      [[-2, 47]],
    );
    const geometry = [{lat: 46, lon: -3}, null, {lat: 48, lon: -1}];
    assert.deepEqual(positions({...way, geometry}), [[-2, 47]]);
    assert.deepEqual(positions({...way, nodes: [7, 8, 9]}, corner(7, 46, -3), corner(8, 48, -1)), [
      [-2, 47],
    ]);
    const relation = {type: 'relation', id: 2, tags: {...shop, type: 'multipolygon'}};
    assert.deepEqual(positions({...relation, center: {lat: 47, lon: -2}}), [[-2, 47]]);
  });

  it('passes over mere geometry, and names what has tags but no name or place', () => {
    const {places, rejected} = readPlaces(
      overpass(
        {type: 'node', id: 1, lat: 47, lon: 2},
        {type: 'node', id: 2, lat: 47, lon: 2, tags: {}},
        {type: 'node', id: 3, lat: 47, lon: 2, tags: {amenity: 'bench'}},
        {type: 'way', id: 4, nodes: [99], tags: shop},
        {type: 'area', id: 5, tags: shop},
        {type: 'node', id: 6, lat: 47, lon: 2, tags: shop},
      ),
    );
    assert.deepEqual(
      places.map(({id}) => id),
      ['node/6'],
    );
    assert.deepEqual(
      rejected.map(({at, reason}) => `${at} ${reason}`),
      ['2 no-name', '3 no-position', '4 not-a-place'],
    );
  });

  it('takes the date of the edit when the check has none that is a day', () => {
    const read = (tags: object) =>
      readPlaces(
        overpass({type: 'node', id: 1, lat: 47, lon: 2, timestamp: '2024-05-02T10:00:00Z', tags}),
      ).places[0]?.source?.dateModified;
    assert.equal(read({...shop, check_date: '2026-03'}), '2024-05-02T10:00:00Z');
    assert.equal(read({...shop, 'survey:date': '2025-01-31'}), '2025-01-31');
  });

  it('reads an answer without elements as no places', () => {
    assert.deepEqual(readPlaces(overpass()).places, []);
  });
});
