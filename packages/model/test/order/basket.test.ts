import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkBasket} from '../../src/order/basket.js';
import {bread, candle} from './products.js';

const products = [
  {...bread, stock: 5},
  {...candle, maxPerOrder: 2},
  {id: 'tarte', name: 'Tarte', price: 1800, vatRate: 550, isHidden: true},
];

describe('checkBasket', () => {
  it('finds the products of a basket', () => {
    const {items, problems} = checkBasket(products, [
      {product: 'bougie', quantity: 2},
      {product: 'pain', quantity: 5},
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      items.map(({product, quantity}) => [product.id, quantity]),
      [
        ['bougie', 2],
        ['pain', 5],
      ],
    );
  });

  it('tells what is gone or hidden alike', () => {
    const {items, problems} = checkBasket(products, [
      {product: 'tarte', quantity: 1},
      {product: 'brioche', quantity: 1},
    ]);
    assert.deepEqual(items, []);
    assert.deepEqual(problems, [
      {product: 'tarte', code: 'product-gone'},
      {product: 'brioche', code: 'product-gone'},
    ]);
  });

  it('tells how many can be had, of the stock and of one order', () => {
    const {items, problems} = checkBasket(products, [
      {product: 'pain', quantity: 6},
      {product: 'bougie', quantity: 3},
    ]);
    assert.equal(items.length, 2);
    assert.deepEqual(problems, [
      {product: 'pain', code: 'out-of-stock', available: 5},
      {product: 'bougie', code: 'too-many', available: 2},
    ]);
  });

  it('adds up lines of the same product', () => {
    const {items, problems} = checkBasket(products, [
      {product: 'pain', quantity: 3},
      {product: 'pain', quantity: 3},
    ]);
    assert.deepEqual(
      items.map(({quantity}) => quantity),
      [6],
    );
    assert.deepEqual(problems, [{product: 'pain', code: 'out-of-stock', available: 5}]);
  });

  it('tells the narrower of two limits', () => {
    const both = (stock: number, maxPerOrder: number) =>
      checkBasket([{...bread, stock, maxPerOrder}], [{product: 'pain', quantity: 9}]).problems[0];
    assert.deepEqual(both(0, 4), {product: 'pain', code: 'out-of-stock', available: 0});
    assert.deepEqual(both(8, 4), {product: 'pain', code: 'too-many', available: 4});
    assert.deepEqual(both(4, 4), {product: 'pain', code: 'out-of-stock', available: 4});
  });

  it('has nothing to say about an empty basket', () => {
    assert.deepEqual(checkBasket(products, []), {items: [], problems: []});
  });
});
