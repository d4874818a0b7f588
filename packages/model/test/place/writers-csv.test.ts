import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {categoryById} from '../../src/place/categories.js';
import {ENGLISH_CATEGORIES} from '../../src/place/category-names-en.js';
import type {Place} from '../../src/place/place.js';
import {readPlaces} from '../../src/place/read-places.js';
import {placesToCsv} from '../../src/place/writers/csv.js';
import {anyPlaces, plainBakery, readablePlaces} from './writer-places.js';

const plain: Place = {
  id: 'a',
  name: 'A',
  geo: {longitude: -2.5, latitude: 47},
  categories: ['bar'],
};
const lineOf = (place: Place): string => placesToCsv([place]).split('\r\n')[1]!;
const again = (places: Place[]): Place[] => readPlaces(placesToCsv(places)).places;

describe('placesToCsv', () => {
  for (const [what, labelOf] of [
    ['ids', undefined],
    ['French names of categories', (id: keyof typeof ENGLISH_CATEGORIES) => categoryById(id).label],
    [
      'English names of categories',
      (id: keyof typeof ENGLISH_CATEGORIES) => ENGLISH_CATEGORIES[id],
    ],
  ] as const) {
    it(`writes what our reader reads back without loss, with ${what}`, () => {
      fc.assert(
        fc.property(readablePlaces, places => {
          const bytes = new TextEncoder().encode(placesToCsv(places, {labelOf}));
          const {places: read, rejected, format} = readPlaces(bytes, {format: 'csv'});
          assert.equal(format, 'csv');
          assert.deepEqual(rejected, []);
          assert.deepEqual(read, places);
        }),
        {seed: 43, numRuns: 200},
      );
    });
  }

  it('has a byte order mark, a French header and CRLF', () => {
    const csv = placesToCsv([plain], {labelOf: id => categoryById(id).label});
    assert.match(csv, /^\ufeffNom;Catégorie;Adresse;Code postal;Commune;/);
    assert.match(csv, /\r\nA;Bar;;/);
    assert.ok(csv.endsWith('\r\n'));
    assert.ok(!/[^\r]\n/.test(csv));
  });

  it('names columns that our reader all knows', () => {
    const header = placesToCsv([]).trim().split(';');
    assert.equal(new Set(header).size, header.length);
    assert.deepEqual(again([plainBakery]), [plainBakery]);
  });

  it('makes formulas harmless', () => {
    for (const text of [
      '=1+1',
      '@SUM(A1)',
      '+A1',
      '-A1',
      "=cmd|' /C calc'!A0",
      '\t=1',
      '\r=1',
      ' =1',
      '＝1',
      '-1+A1',
      '+33 2 97|cmd',
    ]) {
      const line = placesToCsv([{...plain, name: text}])
        .split('\r\n')
        .slice(1)
        .join('\r\n');
      assert.match(line, /^"?'/, text);
    }
  });

  it('leaves telephone numbers and negative degrees as they are', () => {
    const place = {...plain, telephone: '+33 (0)2.97-00/00 00'};
    assert.match(lineOf(place), /;\+33 \(0\)2\.97-00\/00 00;/);
    assert.match(lineOf(place), /;-2\.50000;/);
    assert.deepEqual(again([place]), [place]);
  });

  it('puts commas between items of lists, and bars where items have commas', () => {
    assert.match(lineOf({...plain, products: ['Pain', 'Lait']}), /;"Pain, Lait";/);
    for (const products of [['Pain, vin', 'Lait'], ['Pain, vin'], ['Pain']]) {
      assert.deepEqual(again([{...plain, products}])[0]!.products, products);
    }
    assert.deepEqual(again([{...plain, products: ['a;b|c', 'd']}])[0]!.products, ['a/b/c', 'd']);
  });

  it('keeps each place on its own row, whatever it holds', () => {
    fc.assert(
      fc.property(anyPlaces, places => {
        const named = places.map(place => ({...plain, ...place, name: 'A', geo: plain.geo}));
        const {places: read, rejected} = readPlaces(placesToCsv(named), {format: 'csv'});
        assert.deepEqual(rejected, []);
        assert.equal(read.length, places.length);
      }),
      {seed: 44},
    );
  });
});
