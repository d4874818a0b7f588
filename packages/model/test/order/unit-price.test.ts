import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {unitPrice} from '../../src/order/unit-price.js';
import type {Content} from '../../src/schemas/catalogue.js';

const per = (price: number, quantity: number, unit: Content['unit']) =>
  unitPrice({price, content: {quantity, unit}});

describe('unitPrice', () => {
  it('is for a kilogram, a litre or a piece', () => {
    assert.deepEqual(per(250, 500, 'g'), {price: 500, unit: 'kg'});
    assert.deepEqual(per(1200, 2.5, 'kg'), {price: 480, unit: 'kg'});
    assert.deepEqual(per(330, 750, 'ml'), {price: 440, unit: 'l'});
    assert.deepEqual(per(330, 0.75, 'l'), {price: 440, unit: 'l'});
    assert.deepEqual(per(240, 6, 'piece'), {price: 40, unit: 'piece'});
  });

  it('rounds half a cent up', () => {
    assert.deepEqual(per(1, 2, 'kg'), {price: 1, unit: 'kg'});
    assert.deepEqual(per(100, 300, 'g'), {price: 333, unit: 'kg'});
    assert.deepEqual(per(200, 300, 'g'), {price: 667, unit: 'kg'});
    assert.deepEqual(per(33, 0.33, 'l'), {price: 100, unit: 'l'});
  });

  it('is not told without a content, for one piece, nor for next to nothing', () => {
    assert.equal(unitPrice({price: 250}), undefined);
    assert.equal(per(250, 1, 'piece'), undefined);
    assert.equal(per(250, 1e-9, 'kg'), undefined);
  });

  it('is the same in grams and kilograms, and exact against whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({min: 1, max: 100_000}), (price, grams) => {
        const exact = (BigInt(price) * 2000n + BigInt(grams)) / (2n * BigInt(grams));
        assert.equal(BigInt(per(price, grams, 'g')!.price), exact);
        assert.equal(BigInt(per(price, grams / 1000, 'kg')!.price), exact);
      }),
      {seed: 10, numRuns: 500},
    );
  });
});
