import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {categoryById} from '../../src/place/categories.js';
import {ENGLISH_CATEGORIES} from '../../src/place/category-names-en.js';
import type {Place} from '../../src/place/place.js';
import {placesToText} from '../../src/place/writers/text-list.js';
import {anyPlaces, bakery} from './writer-places.js';

const small: Place = {
  id: 'b',
  name: 'Chez\n Léa',
  geo: {longitude: 1, latitude: 2},
  categories: ['bar'],
  address: {addressLocality: 'Flers'},
};

describe('placesToText', () => {
  it('lists places with a blank line between, in the language of its words', () => {
    assert.equal(
      placesToText([bakery, small], {nameOf: id => categoryById(id).label}),
      [
        'Boulangerie Lecourbe — Boulangerie-pâtisserie',
        '3 Grande Rue, 61199 Sainte-Aubrette',
        '+33 (0)2 61 91 14 07',
        'bonjour@lecourbe.example',
        'https://lecourbe.example/',
        '',
        'Chez Léa — Bar',
        'Flers',
      ].join('\n'),
    );
    assert.match(
      placesToText([{...small, categories: ['bakery']}], {nameOf: id => ENGLISH_CATEGORIES[id]}),
      /^Chez Léa — Bakery\n/,
    );
  });

  it('tells the hours when it has words for them', () => {
    const words = {nameOf: () => 'X', hoursOf: (hours: string) => `Open: ${hours}`};
    assert.match(placesToText([{...small, openingHours: '24/7'}], words), /\nOpen: 24\/7$/);
    assert.doesNotMatch(placesToText([small], words), /Open/);
  });

  it('writes as many entries as places, whatever they hold', () => {
    fc.assert(
      fc.property(anyPlaces, places => {
        const text = placesToText(places, {nameOf: () => 'X'});
        assert.equal(text ? text.split('\n\n').length : 0, places.length);
      }),
      {seed: 49},
    );
  });
});
