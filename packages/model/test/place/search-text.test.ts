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
  it('has three fields: the name, the kind in the language asked for, and what else one may look for', () => {
    assert.deepEqual(searchTextOf(place, french).split('\n'), [
      'ferme de l etang',
      'apiculteur autres miellerie',
      'producteurs miel de chataignier sarlat ab visites le samedi',
    ]);
  });

  it('needs nothing but the name', () => {
    const {id, name, geo} = place;
    assert.equal(
      searchTextOf({id, name, geo, categories: ['bar']}, french),
      'ferme de l etang\nbar\nmanger et boire',
    );
  });

  it('takes the names of categories from the language that is asked for', () => {
    const shout = (id: CategoryId): string => `${id} !`;
    assert.match(searchTextOf(place, shout), /^ferme de l etang\nhoney other miellerie\n/);
    assert.match(searchTextOf(place, french), /apiculteur/);
  });
});
