import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {categoryById, type CategoryId} from '../../src/place/categories.js';
import type {Place} from '../../src/place/place.js';
import {searchTextOf} from '../../src/place/search-text.js';

const place: Place = {
  id: '1',
  name: 'Ferme de l’Étang',
  geo: {longitude: 0, latitude: 47},
  categories: ['honey', 'other'],
  categoryLabel: 'Miellerie',
  products: ['Miel de châtaignier'],
  labels: ['AB'],
  address: {addressLocality: 'Sarlat', streetAddress: '1 rue Secrète'},
  description: 'Visites le samedi.',
};

const french = (id: CategoryId): string => categoryById(id).label;

describe('searchTextOf', () => {
  it('starts with the name and holds categories in the language asked for, products, town and description', () => {
    const text = searchTextOf(place, french);
    assert.ok(text.startsWith('ferme de l etang '));
    for (const words of ['apiculteur', 'miellerie', 'miel de chataignier', 'sarlat', 'ab']) {
      assert.ok(` ${text} `.includes(` ${words} `), words);
    }
    assert.ok(text.endsWith('visites le samedi'));
    assert.ok(!text.includes('secrete'));
  });

  it('needs nothing but the name', () => {
    const {id, name, geo} = place;
    assert.equal(
      searchTextOf({id, name, geo, categories: ['bar']}, french),
      'ferme de l etang bar manger et boire',
    );
  });
});
