import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Place} from '../../src/place/place.js';
import {findTowns, townsOf} from '../../src/place/towns.js';

function at(town: string, postalCode: string | undefined, longitude = 0, latitude = 48): Place {
  return {
    id: `${town} ${postalCode ?? ''} ${longitude}`,
    name: 'A',
    geo: {longitude, latitude},
    categories: ['bakery'],
    address: {addressLocality: town, ...(postalCode && {postalCode})},
  };
}

const places = [
  at('Flers', '61100', 1),
  at('FLERS', '61100', 2),
  at('Flers', undefined, 3),
  at('La Ferrière-aux-Étangs', '61450'),
  at('Saint-Denis', '93200', 2.35),
  at('Saint Denis', '97400', 55.45, -20.9),
  at('Paris', '75001', 2.33, 48.86),
  at('Paris', '75011', 2.37, 48.85),
  at('Paris', '75011', 2.39, 48.87),
  at('Athis-Val de Rouvre', '61430'),
  at('Vannes Cedex 9', '56000', -2.76, 47.66),
  {id: 'no', name: 'No address', geo: {longitude: 9, latitude: 9}, categories: ['other'] as const},
];
const names = (query: string, limit?: number): string[] =>
  findTowns(places, query, limit).map(({name, postalCode}) => `${name} ${postalCode ?? ''}`.trim());

describe('townsOf', () => {
  it('lists towns by their number of places, at the mean of these', () => {
    const [first, second] = townsOf(places);
    assert.deepEqual(first, {
      name: 'Flers',
      postalCode: '61100',
      geo: {longitude: 2, latitude: 48},
      count: 3,
    });
    assert.equal(second!.name, 'Paris');
    assert.equal(second!.postalCode, '75011');
  });

  it('takes towns of one name in two departments for two', () => {
    const both = townsOf(places).filter(({name}) => /Denis/.test(name));
    assert.deepEqual(
      both.map(({geo}) => geo.latitude),
      [48, -20.9],
    );
  });

  it('is worked out once for an array', () => {
    assert.equal(townsOf(places), townsOf(places));
  });

  it('counts every place with a town once', () => {
    const total = townsOf(places).reduce((sum, {count}) => sum + count, 0);
    assert.equal(total, places.length - 1);
    assert.deepEqual(townsOf([]), []);
  });
});

describe('findTowns', () => {
  for (const [query, expected] of [
    ['flers', ['Flers 61100']],
    ['FLE', ['Flers 61100']],
    ['etangs', ['La Ferrière-aux-Étangs 61450']],
    ['ferriere aux etangs', ['La Ferrière-aux-Étangs 61450']],
    ['feriere', ['La Ferrière-aux-Étangs 61450']],
    ['st-denis', ['Saint-Denis 93200', 'Saint Denis 97400']],
    ['97400 Saint-Denis', ['Saint Denis 97400']],
    ['saint-denis 93', ['Saint-Denis 93200']],
    ['75011', ['Paris 75011']],
    ['vannes', ['Vannes 56000']],
    ['lyon', []],
    ['6', []],
    ['', []],
    ['--', []],
    ['99', []],
  ] as const) {
    it(`answers “${query}” with ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(names(query), expected);
    });
  }

  it('finds by the beginning of a postal code, most places first', () => {
    assert.equal(names('61')[0], 'Flers 61100');
    assert.deepEqual(names('61').slice(1).sort(), [
      'Athis-Val de Rouvre 61430',
      'La Ferrière-aux-Étangs 61450',
    ]);
    assert.equal(names('61', 2).length, 2);
  });

  it('gives the position of the addresses with the postal code asked for', () => {
    const [paris] = findTowns(places, '75011');
    assert.equal(paris!.count, 2);
    assert.ok(Math.abs(paris!.geo.longitude - 2.38) < 1e-9);
  });

  it('puts the whole name before its beginning, before a word inside', () => {
    const some = [
      at('Le Bourg', '01001'),
      at('Bourg-Achard', '27310'),
      at('Bourg-Achard', '27310', 1),
      at('Bourg', '33710'),
    ];
    assert.deepEqual(
      findTowns(some, 'bourg').map(({name}) => name),
      ['Bourg', 'Bourg-Achard', 'Le Bourg'],
    );
  });
});
