import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {basketTotal, formatCents} from '../../src/order/money.js';
import {anyBasket, bread, candle} from './products.js';

describe('basketTotal', () => {
  it('adds up lines, in cents', () => {
    assert.deepEqual(
      basketTotal([
        {product: bread, quantity: 2},
        {product: candle, quantity: 1},
      ]),
      {
        lines: [
          {product: 'pain', name: 'Pain', quantity: 2, price: 320, vatRate: 550, total: 640},
          {product: 'bougie', name: 'Bougie', quantity: 1, price: 1290, vatRate: 2000, total: 1290},
        ],
        total: 1930,
      },
    );
  });

  it('adds the fee of a delivery, and tells one that is free', () => {
    const lines = [{product: bread, quantity: 1}];
    assert.equal(basketTotal(lines, 500).total, 820);
    assert.equal(basketTotal(lines, 500).deliveryFee, 500);
    assert.equal(basketTotal(lines, 0).deliveryFee, 0);
    assert.ok(!('deliveryFee' in basketTotal(lines)));
  });

  it('is nothing for an empty basket', () => {
    assert.deepEqual(basketTotal([]), {lines: [], total: 0});
  });

  it('refuses what is no whole number', () => {
    for (const price of [3.2, -1, NaN, Infinity]) {
      const items = [{product: {...bread, price}, quantity: 1}];
      assert.throws(() => basketTotal(items), RangeError);
    }
    assert.throws(() => basketTotal([{product: bread, quantity: 0.5}]), RangeError);
    assert.throws(() => basketTotal([], 0.1), RangeError);
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(anyBasket, fc.nat(2000), (items, fee) => {
        const {total, lines} = basketTotal(items, fee);
        assert.equal(total, basketTotal(items.toReversed(), fee).total);
        assert.equal(
          total,
          lines.reduce((sum, line) => sum + line.total, fee),
        );
      }),
      {seed: 6},
    );
  });
});

describe('formatCents', () => {
  it('writes an amount as the language does', () => {
    assert.equal(formatCents(320, 'fr').replace(/\s/g, ' '), '3,20 €');
    assert.equal(formatCents(320, 'en'), '€3.20');
    assert.equal(formatCents(1_234_567, 'fr').replace(/\s/g, ' '), '12 345,67 €');
    assert.equal(formatCents(0, 'fr').replace(/\s/g, ' '), '0,00 €');
  });

  it('shows every cent', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), cents => {
        assert.equal(Number(formatCents(cents, 'fr').replace(/\D/g, '')), cents);
      }),
      {seed: 7},
    );
  });
});
