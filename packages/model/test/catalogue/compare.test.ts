import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {diffCatalogue, mergeCatalogue} from '../../src/catalogue/compare.js';
import {readCatalogue} from '../../src/catalogue/read-catalogue.js';
import type {Product} from '../../src/schemas/catalogue.js';
import {bread, candle} from '../order/products.js';
import {anyProducts} from './any-products.js';

const none = {added: [], changed: [], removed: []};

describe('diffCatalogue', () => {
  it('tells what is new, other and gone', () => {
    const tart = {...bread, id: 'tarte'};
    const after = [tart, {...bread, price: 330}];
    assert.deepEqual(diffCatalogue([bread, candle], after), {
      added: ['tarte'],
      changed: ['pain'],
      removed: ['bougie'],
    });
  });

  it('looks inside', () => {
    const before: Product = {...bread, content: {quantity: 500, unit: 'g'}};
    const after: Product = {...bread, content: {quantity: 400, unit: 'g'}};
    assert.deepEqual(diffCatalogue([before], [after]).changed, ['pain']);
    assert.deepEqual(diffCatalogue([before], [bread]).changed, ['pain']);
    assert.deepEqual(diffCatalogue([{...bread, stock: 0}], [bread]).changed, ['pain']);
  });

  it('does not mind the order of products, members, allergens and days', () => {
    const {id, ...rest} = bread;
    const before: Product[] = [{...bread, allergens: ['milk', 'gluten']}, candle];
    const after: Product[] = [candle, {...rest, allergens: ['gluten', 'milk'], id}];
    assert.deepEqual(diffCatalogue(before, after), none);
  });

  it('finds nothing between a catalogue and itself, however it is turned', () => {
    fc.assert(
      fc.property(anyProducts, products => {
        const copy = structuredClone(products).reverse();
        assert.deepEqual(diffCatalogue(products, copy), none);
        const ids = products.map(({id}) => id);
        assert.deepEqual(diffCatalogue([], products).added, ids);
        assert.deepEqual(diffCatalogue(products, []).removed, ids);
      }),
      {seed: 23},
    );
  });
});

describe('mergeCatalogue', () => {
  const before: Product[] = [{...bread, stock: 7, origin: 'Brest'}, candle];

  it('keeps what the source could not tell, and drops what it could and did not', () => {
    const {products, told} = readCatalogue('Nom;Prix;TVA;Origine\nPain;3,40;5,5;\nFlan;2;5,5;\n');
    assert.deepEqual(mergeCatalogue(before, products, told), [
      {...bread, price: 340, stock: 7},
      {id: 'flan', name: 'Flan', price: 200, vatRate: 550},
    ]);
  });

  it('prefers the old rate of VAT to the one that was given for want of a better', () => {
    const {products, told} = readCatalogue('Nom;Prix\nBougie;13\n', {vatRate: 550});
    assert.equal(mergeCatalogue(before, products, told)[0]?.vatRate, 2000);
  });

  it('takes our own JSON as the whole', () => {
    const {products, told} = readCatalogue({products: [bread]});
    assert.deepEqual(mergeCatalogue(before, products, told), [bread]);
  });
});
