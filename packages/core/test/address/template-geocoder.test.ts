import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {geocoderOf} from '../../src/address/geocoder-of.js';
import type {AddressSuggestion} from '../../src/address/geocoder.js';
import {templateGeocoder} from '../../src/address/template-geocoder.js';
import {collection, feature} from './collection.js';
import {network, pretendPage} from './world.js';

const {signal} = new AbortController();
const near = {longitude: 2.34567, latitude: 48.85678};

async function requestOf(template: string, text: string, isNear: boolean): Promise<string> {
  const world = network(() => Response.json(collection()));
  const geocoder = templateGeocoder(template, 'essai', world);
  await geocoder.search({text, limit: 4, signal, ...(isNear && {near})});
  return world.requests[0]!;
}

async function read(...features: unknown[]): Promise<readonly AddressSuggestion[]> {
  const world = network(() => Response.json(collection(...features)));
  const geocoder = templateGeocoder('https://geo.example/?q={query}', 'essai', world);
  return geocoder.search({text: 'bourg', limit: 9, signal});
}

describe('a geocoder from a template', () => {
  before(pretendPage);

  it('fills in words, place and limit', async () => {
    const template =
      'https://geo.example/v1/autocomplete?text={query}&focus.point.lat={latitude}' +
      '&focus.point.lon={longitude}&size={limit}';
    assert.equal(
      await requestOf(template, 'rue {limit} é', true),
      'https://geo.example/v1/autocomplete?text=rue%20%7Blimit%7D%20%C3%A9' +
        '&focus.point.lat=48.86&focus.point.lon=2.35&size=4',
    );
    assert.equal(
      await requestOf(template, 'rue', false),
      'https://geo.example/v1/autocomplete?text=rue&size=4',
    );
  });

  it('leaves out a place that stands first or last', async () => {
    assert.equal(
      await requestOf('https://geo.example/api?lat={latitude}&q={query}', 'rue', false),
      'https://geo.example/api?q=rue',
    );
    assert.equal(
      await requestOf('https://geo.example/api?q={query}&lon={longitude}', 'rue', false),
      'https://geo.example/api?q=rue&',
    );
  });

  it('keeps words inside their place in the address', async () => {
    assert.equal(
      await requestOf('https://geo.example/find/{query}.json', 'a/../?b#c', true),
      'https://geo.example/find/a%2F..%2F%3Fb%23c.json',
    );
  });

  it('builds a label as Photon gives its parts', async () => {
    const house = {housenumber: '12', street: 'Rue du Lac', postcode: '74998', city: 'Bourg'};
    const found = await read(
      feature({...house, type: 'house', state: 'Savoie'}),
      feature({...house, name: 'Mairie', type: 'house', osm_key: 'amenity'}),
      feature({name: 'Bourg', type: 'city', state: 'Savoie', country: 'France'}),
      feature({name: 'Rue du Lac', type: 'street', postcode: 74998, city: 'Bourg'}),
    );
    assert.deepEqual(
      found.map(({label, detail, kind}) => [label, detail, kind]),
      [
        ['12 Rue du Lac, 74998 Bourg', 'Savoie', 'address'],
        ['Mairie, 12 Rue du Lac, 74998 Bourg', undefined, 'address'],
        ['Bourg', 'Savoie', 'town'],
        ['Rue du Lac, 74998 Bourg', undefined, 'street'],
      ],
    );
  });

  it('reads kinds as Pelias names them', async () => {
    const layers = ['address', 'street', 'localadmin', 'venue', 'constructor'];
    const found = await read(...layers.map(layer => feature({label: `Un ${layer}`, layer})));
    assert.deepEqual(
      found.map(({kind}) => kind),
      ['address', 'street', 'town', 'place', 'place'],
    );
  });
});

describe('the geocoder of an attribute', () => {
  it('is none, the national one, or any other by its address', () => {
    for (const none of ['', ' ', 'none']) assert.deepEqual(geocoderOf(none), {});
    assert.equal(geocoderOf(' ign ').value?.name, 'IGN, Géoplateforme');
    const own = geocoderOf('https://www.geo.example/api?q={query}');
    assert.equal(own.value?.name, 'geo.example');
    assert.equal(own.problem, undefined);
  });

  it('may be on the site of the page', () => {
    const {value, problem} = geocoderOf('/api?q={query}');
    assert.deepEqual([value?.name, problem], [new URL(document.baseURI).hostname, undefined]);
  });

  it('is explained to the webmaster where it makes no sense', () => {
    const wrong = [
      'google',
      'https://geo.example/api',
      'javascript:{query}',
      'https://{query}.example/',
      'https://me:secret@geo.example/?q={query}',
    ];
    for (const value of wrong) {
      const {value: geocoder, problem} = geocoderOf(value);
      assert.equal(geocoder, undefined, value);
      assert.ok(problem?.includes(value), problem);
    }
  });
});
