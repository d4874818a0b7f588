import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readLines} from '../../src/basket/basket.js';
import {pageShop, pageShops, shopKey} from '../../src/basket/page-shop.js';
import {MemoryStorage, TestClock, world} from '../world.js';

function shop(storage: Storage = new MemoryStorage(), id = 'fournil') {
  pageShops.clear();
  return pageShop(shopKey('https://hub.example', id), world(storage), new TestClock(new Date(0)));
}

describe('a basket', () => {
  it('keeps its order, changes numbers in place and drops what is at 0', () => {
    const {basket} = shop();
    basket.put('pain', 1);
    basket.put('tarte', 2);
    basket.put('pain', 3);
    assert.deepEqual(basket.lines, [
      {product: 'pain', quantity: 3},
      {product: 'tarte', quantity: 2},
    ]);
    assert.equal(basket.count, 5);
    basket.put('pain', 0);
    assert.equal(basket.quantityOf('pain'), 0);
    assert.equal(basket.count, 2);
  });

  it('erases its entry when the last thing is taken out', () => {
    const storage = new MemoryStorage();
    const {basket} = shop(storage);
    basket.put('pain', 1);
    assert.deepEqual(storage.names, ['local-widgets:basket:https://hub.example|fournil']);
    basket.put('pain', 0);
    assert.deepEqual(storage.names, []);
  });

  it('takes no more than an order may have', () => {
    const {basket} = shop();
    for (let n = 0; n < 105; n++) basket.put(`p${n}`, 5000);
    assert.equal(basket.lines.length, 100);
    assert.equal(basket.quantityOf('p0'), 999);
  });

  it('is one for all who name the same shop, and another for another', () => {
    pageShops.clear();
    const outer = world(new MemoryStorage());
    const clock = new TestClock(new Date(0));
    const one = pageShop(shopKey('https://hub.example', 'fournil'), outer, clock);
    one.basket.put('pain', 1);
    assert.equal(pageShop(shopKey('https://hub.example', 'fournil'), outer, clock), one);
    const other = pageShop(shopKey('https://hub.example', 'ferme'), outer, clock);
    assert.equal(other.basket.count, 0);
  });

  it('reads back only what it may have written', () => {
    const good = {product: 'pain', quantity: 2};
    const bad = [null, 3, {}, {product: 1, quantity: 1}, {product: 'a', quantity: 0.5}];
    assert.deepEqual(readLines([good, ...bad]), [good]);
    for (const value of [undefined, 'x', {}, [], bad]) assert.equal(readLines(value), undefined);
  });
});
