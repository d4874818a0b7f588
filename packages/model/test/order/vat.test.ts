import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {basketTotal} from '../../src/order/money.js';
import {shareOut, vatShares} from '../../src/order/vat.js';
import {anyBasket} from './products.js';

const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);

describe('vatShares', () => {
  it('takes the VAT out of prices that include it, by rate', () => {
    const lines = [
      {vatRate: 2000, total: 1200},
      {vatRate: 550, total: 640},
      {vatRate: 550, total: 415},
    ];
    assert.deepEqual(vatShares(lines), [
      {rate: 550, gross: 1055, net: 1000, vat: 55},
      {rate: 2000, gross: 1200, net: 1000, vat: 200},
    ]);
  });

  it('rounds half a cent up', () => {
    // 3 cents at 20 % hold exactly half a cent
    assert.deepEqual(vatShares([{vatRate: 2000, total: 3}]), [
      {rate: 2000, gross: 3, net: 2, vat: 1},
    ]);
  });

  it('shares the delivery in proportion to the goods', () => {
    const lines = [
      {vatRate: 550, total: 2000},
      {vatRate: 2000, total: 1000},
    ];
    assert.deepEqual(
      vatShares(lines, 500).map(({gross}) => gross),
      [2333, 1167],
    );
  });

  it('has no VAT at a rate of 0, and nothing for an empty basket', () => {
    assert.deepEqual(vatShares([{vatRate: 0, total: 500}]), [
      {rate: 0, gross: 500, net: 500, vat: 0},
    ]);
    assert.deepEqual(vatShares([]), []);
  });

  it('adds up to the order, to the cent', () => {
    fc.assert(
      fc.property(anyBasket, fc.nat(3000), (items, fee) => {
        const {lines, total} = basketTotal(items, fee);
        const shares = vatShares(lines, fee);
        assert.equal(sum(shares.map(({gross}) => gross)), total);
        for (const {rate, gross, net, vat} of shares) {
          assert.equal(net + vat, gross);
          const exact = (BigInt(gross) * BigInt(rate) * 2n + BigInt(10_000 + rate)) / 2n;
          assert.equal(BigInt(vat), exact / BigInt(10_000 + rate));
        }
      }),
      {seed: 8, numRuns: 300},
    );
  });
});

describe('shareOut', () => {
  it('gives what is left to the largest remainders', () => {
    assert.deepEqual(shareOut(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(shareOut(5, [10, 20, 5]), [1, 3, 1]);
    assert.deepEqual(shareOut(7, [0, 0]), [4, 3]);
    assert.deepEqual(shareOut(0, [3, 4]), [0, 0]);
    assert.deepEqual(shareOut(7, []), []);
  });

  it('gives everyone the share rounded down or up, and all of it', () => {
    const weights = fc.array(fc.nat(1_000_000), {minLength: 1, maxLength: 8});
    fc.assert(
      fc.property(fc.nat(10_000_000), weights, (amount, all) => {
        const shares = shareOut(amount, all);
        assert.equal(sum(shares), amount);
        const whole = sum(all);
        shares.forEach((share, i) => {
          const exact = whole ? (amount * all[i]!) / whole : amount / all.length;
          assert.ok(Math.abs(share - exact) < 1, `${share} of ${exact}`);
        });
      }),
      {seed: 9, numRuns: 300},
    );
  });
});
