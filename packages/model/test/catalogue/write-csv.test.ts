import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readCatalogue} from '../../src/catalogue/read-catalogue.js';
import {writeCatalogueCsv} from '../../src/catalogue/write-csv.js';
import type {Product} from '../../src/schemas/catalogue.js';
import {bread} from '../order/products.js';
import {anyProducts} from './any-products.js';

const lineOf = (product: Product) => writeCatalogueCsv([product]).split('\r\n')[1]!;

describe('writeCatalogueCsv', () => {
  it('writes what readCatalogue reads back without loss', () => {
    fc.assert(
      fc.property(anyProducts, products => {
        const bytes = new TextEncoder().encode(writeCatalogueCsv(products));
        const {products: read, rejected, ignored, format} = readCatalogue(bytes);
        assert.equal(format, 'csv');
        assert.deepEqual(rejected, []);
        assert.deepEqual(ignored, []);
        assert.deepEqual(read, products);
      }),
      {seed: 22, numRuns: 400},
    );
  });

  it('has a byte order mark, a French header and CRLF', () => {
    const csv = writeCatalogueCsv([bread]);
    assert.match(csv, /^\ufeffIdentifiant;Nom;Catégorie;Description;Prix;TVA;Contenance;Stock;/);
    assert.match(csv, /\r\npain;Pain;;;"3,20";"5,5 %";;;/);
    assert.ok(csv.endsWith('\r\n') && !/[^\r]\n/.test(csv));
  });

  it('tells that there are no allergens, which is not the same as telling nothing', () => {
    assert.match(lineOf({...bread, allergens: []}), /;aucun;/);
    assert.doesNotMatch(lineOf(bread), /aucun/);
  });

  it('makes formulas harmless, and gives them back', () => {
    for (const name of ['=1+1', '@SUM(A1)', '+33', "'=1", '-20 % le lundi', '＝1', "''@x"]) {
      const csv = writeCatalogueCsv([{...bread, name}]);
      assert.doesNotMatch(csv, /(?:^|;|")[=+\-@＝]/m, name);
      assert.equal(readCatalogue(csv).products[0]?.name, name);
    }
  });

  it('writes each member of a product', () => {
    const told = [...readCatalogue(writeCatalogueCsv([bread])).told];
    assert.deepEqual(told.sort(), [
      'allergens',
      'availability',
      'category',
      'content',
      'description',
      'id',
      'image',
      'ingredients',
      'isFood',
      'isHidden',
      'maxPerOrder',
      'name',
      'origin',
      'points',
      'preparationMinutes',
      'price',
      'stock',
      'vatRate',
      'withdrawalException',
    ]);
  });
});
