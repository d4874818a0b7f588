import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CategoryId, Place} from '@local-widgets/model';
import {categoryRows} from '../../src/details/category-choices.js';

const place = (...categories: CategoryId[]): Place => ({
  id: categories.join(),
  name: 'x',
  geo: {longitude: 0, latitude: 0},
  categories,
});
const placesOf = (...ids: CategoryId[]): Place[] => ids.map(id => place(id));
const counts = (entries: Partial<Record<CategoryId, number>> = {}): Map<CategoryId, number> =>
  new Map(Object.entries(entries) as [CategoryId, number][]);
const idsOf = (rows: ReturnType<typeof categoryRows>): CategoryId[][] =>
  rows.map(({choices}) => choices.map(({id}) => id));

const MANY: CategoryId[] = [
  'farm',
  'honey',
  'bakery',
  'butcher',
  'cafe',
  'bar',
  'books',
  'florist',
  'museum',
  'library',
];

describe('categoryRows', () => {
  it('offers few categories as they are, in the order of the category file', () => {
    const rows = categoryRows(placesOf('books', 'bakery', 'farm'), counts(), undefined, new Set());
    assert.deepEqual(idsOf(rows), [['farm', 'bakery', 'books']]);
  });

  it('offers the groups when there are many', () => {
    const rows = categoryRows(placesOf(...MANY), counts(), undefined, new Set());
    assert.deepEqual(idsOf(rows), [['producers', 'food', 'eat', 'shops', 'culture']]);
  });

  it('opens each chosen group into a row of its own', () => {
    const chosen = new Set<CategoryId>(['food', 'culture']);
    const rows = categoryRows(placesOf(...MANY), counts(), undefined, chosen);
    assert.deepEqual(
      rows.map(({group}) => group),
      [undefined, 'food', 'culture'],
    );
    assert.deepEqual(idsOf(rows).slice(1), [
      ['bakery', 'butcher'],
      ['library', 'museum'],
    ]);
  });

  it('keeps a group open while one of its categories is chosen beside it', () => {
    const chosen = new Set<CategoryId>(['food', 'bakery']);
    const rows = categoryRows(placesOf(...MANY), counts(), undefined, chosen);
    assert.deepEqual(idsOf(rows)[1], ['bakery', 'butcher']);
  });

  it('has no row for a group with one category', () => {
    const chosen = new Set<CategoryId>(['services']);
    const rows = categoryRows(placesOf(...MANY, 'post'), counts(), undefined, chosen);
    assert.equal(rows.length, 1);
  });

  it('offers nothing when there is nothing to choose', () => {
    assert.deepEqual(categoryRows([], counts(), undefined, new Set()), []);
    assert.deepEqual(categoryRows(placesOf('farm', 'farm'), counts(), undefined, new Set()), []);
  });

  it('gives the count of each, zero included', () => {
    const rows = categoryRows(
      placesOf('farm', 'bakery'),
      counts({bakery: 3}),
      undefined,
      new Set(),
    );
    assert.deepEqual(rows[0]?.choices, [
      {id: 'farm', count: 0},
      {id: 'bakery', count: 3},
    ]);
  });

  it('offers only what the page allows, by category or by group', () => {
    const rows = categoryRows(placesOf(...MANY), counts(), ['food', 'museum'], new Set());
    assert.deepEqual(idsOf(rows), [['bakery', 'butcher', 'museum']]);
  });

  it('does not offer other categories of a place that is allowed for one of them', () => {
    const places = [place('bakery', 'cafe'), place('butcher')];
    const rows = categoryRows(places, counts(), ['food'], new Set());
    assert.deepEqual(idsOf(rows), [['bakery', 'butcher']]);
  });

  it('offers the categories themselves when all belong to one group', () => {
    const food: CategoryId[] = [
      'bakery',
      'pastry',
      'butcher',
      'cheese-shop',
      'fishmonger',
      'greengrocer',
      'grocery',
      'deli',
      'market',
      'organic',
    ];
    const rows = categoryRows(placesOf(...food), counts(), undefined, new Set());
    assert.equal(rows.length, 1);
    assert.equal(rows[0]?.choices.length, 10);
  });
});
