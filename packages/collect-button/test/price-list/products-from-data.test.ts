import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {productsFromJson, productsFromSchemaOrg} from '../../src/price-list/products-from-data.js';

describe('a price list in JSON', () => {
  it('has prices in cents, or in euros as text', () => {
    const list = [
      {name: 'Pain', price: 420},
      {id: 'tarte', name: 'Tarte', price: '14,50'},
      {name: 'Œufs (6)', price: '2.5 €', category: 'Frais'},
    ];
    for (const data of [list, {products: list}]) {
      assert.deepEqual(
        productsFromJson(data).map(({product}) => [product?.id, product?.price]),
        [
          ['pain', 420],
          ['tarte', 1450],
          ['oeufs-6', 250],
        ],
      );
    }
  });

  it('names what it leaves out', () => {
    const bad = [{price: 1}, {name: 'Pain', price: 4.2}, {name: 'Pain', price: 'cher'}, null, 3];
    for (const {product, problem} of productsFromJson(bad)) {
      assert.equal(product, undefined);
      assert.ok(problem);
    }
    assert.match(productsFromJson({}).at(0)!.problem!, /no array/);
  });
});

describe('a price list of schema.org', () => {
  it('is found in a graph, a list and a catalogue of offers', () => {
    const bread = {'@type': 'Product', name: 'Pain', sku: 'P1', offers: {price: '4.20'}};
    const offer = {'@type': 'Offer', price: 14.5, itemOffered: {name: 'Tarte'}};
    const documents = [
      [bread, offer],
      {'@graph': [bread, offer]},
      {'@type': 'ItemList', itemListElement: [{item: bread}, {item: offer}]},
      {'@type': 'Bakery', hasOfferCatalog: {itemListElement: [bread, offer]}},
    ];
    for (const document of documents) {
      assert.deepEqual(
        productsFromSchemaOrg(document).map(({product}) => [product?.id, product?.price]),
        [
          ['p1', 420],
          ['tarte', 1450],
        ],
      );
    }
  });

  it('is in euros', () => {
    const [read] = productsFromSchemaOrg({
      '@type': 'Product',
      name: 'Fondue',
      offers: {price: '20', priceCurrency: 'CHF'},
    });
    assert.match(read!.problem!, /CHF/);
  });
});
