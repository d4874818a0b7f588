import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readImport} from '../src/catalogue/import-file.js';
import {tabAfter} from '../src/desk/tabs.js';
import {readMoney, typedMoney} from '../src/format/money.js';
import {TapGuard} from '../src/orders/tap-guard.js';
import {Ticks} from '../src/preparation/ticks.js';
import {emptied} from '../src/shop/emptied.js';
import {fullness} from '../src/slots/fullness.js';
import {fieldErrors} from '../src/templates/form.js';
import {settings} from './town.js';

describe('money in fields', () => {
  it('is read back as it was written, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 9_999_999}),
        fc.constantFrom('fr', 'en'),
        (cents, tag) => {
          assert.equal(readMoney(typedMoney(cents, tag)), cents);
        },
      ),
      {seed: 1},
    );
  });

  it('is read as people write it', () => {
    const amounts = ['3', '3,5', '3.50', ' 3,50 €', '12 345,00', '3,'].map(readMoney);
    assert.deepEqual(amounts, [300, 350, 350, 350, 1_234_500, 300]);
  });

  it('is nothing when it is no amount', () => {
    for (const text of ['', 'gratuit', '-3', '3,505', '3,5,0', '123456', ',5']) {
      assert.equal(readMoney(text), undefined, text);
    }
  });
});

describe('the tabs', () => {
  const TABS = ['orders', 'preparation', 'slots', 'catalogue', 'shop'];

  it('are walked by arrows, around both ends', () => {
    assert.equal(tabAfter('ArrowRight', 'shop', TABS), 'orders');
    assert.equal(tabAfter('ArrowLeft', 'orders', TABS), 'shop');
    assert.equal(tabAfter('ArrowRight', 'orders', TABS, true), 'shop');
    assert.equal(tabAfter('End', 'orders', TABS), 'shop');
    assert.equal(tabAfter('Home', 'shop', TABS), 'orders');
    assert.equal(tabAfter('a', 'orders', TABS), undefined);
  });
});

describe('a double tap', () => {
  const tap = (timeStamp: number, detail = 1) => ({timeStamp, detail, isTrusted: true});

  it('counts once, also when the second one falls on another order', () => {
    const taps = new TapGuard();
    assert.equal(taps.accepts(tap(1000)), true);
    assert.equal(taps.accepts(tap(1200)), false);
    assert.equal(taps.accepts(tap(1250, 2)), false);
    assert.equal(taps.accepts(tap(2000)), true);
  });
});

describe('the ticks of the preparation list', () => {
  it('hold until more is ordered', () => {
    const ticks = new Ticks();
    ticks.toggle('2026-11-22', 'pain', 4);
    assert.ok(ticks.isTicked('2026-11-22', 'pain', 4));
    assert.ok(ticks.isTicked('2026-11-22', 'pain', 3), 'one less is done as well');
    assert.equal(ticks.isTicked('2026-11-22', 'pain', 6), false);
    assert.equal(ticks.grownBy('2026-11-22', 'pain', 6), 2);
    assert.equal(ticks.isTicked('2026-11-23', 'pain', 4), false);
    ticks.toggle('2026-11-22', 'pain', 4);
    assert.equal(ticks.grownBy('2026-11-22', 'pain', 6), 0);
  });
});

describe('how full a slot is', () => {
  const slot = {mode: 'collect' as const, startsAt: '', endsAt: '', takenOrders: 3, takenItems: 9};

  it('goes by what is nearer its end', () => {
    assert.deepEqual(fullness({...slot, capacityOrders: 6}), {share: 50, isFull: false});
    assert.deepEqual(fullness({...slot, capacityOrders: 6, capacityItems: 9}), {
      share: 100,
      isFull: true,
    });
  });

  it('never is where nothing is limited, and never more than whole', () => {
    assert.deepEqual(fullness(slot), {share: 0, isFull: false});
    assert.deepEqual(fullness({...slot, capacityOrders: 2}), {share: 100, isFull: true});
  });
});

describe('a change of settings', () => {
  it('takes away what was emptied, and says nothing of what never was', () => {
    const change = emptied(settings, {name: 'Le Fournil', telephone: undefined, url: undefined});
    assert.deepEqual(change, {name: 'Le Fournil', telephone: null});
  });
});

describe('what the hub says of fields', () => {
  it('stands by the field of that name, or the one that the form names', () => {
    const fields = [
      {pointer: '/price', message: 'a'},
      {pointer: '/content/quantity', message: 'b'},
      {pointer: '/allowedOrigins/0', message: 'c'},
    ];
    const errors = fieldErrors({problem: {fields}}, pointer =>
      pointer.startsWith('/content') ? 'contentQuantity' : undefined,
    );
    assert.deepEqual(errors, {price: 'a', contentQuantity: 'b', allowedOrigins: 'c'});
  });
});

describe('a file to import', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('is JSON when it looks like it, whatever its name', () => {
    assert.deepEqual(readImport(bytes(' [{"id":"pain"}]')), {
      body: '{"products":[{"id":"pain"}]}',
      type: 'application/json',
    });
    assert.equal(readImport(bytes('\ufeff{"products":[]}')).type, 'application/json');
  });

  it('is CSV otherwise, sent byte for byte', () => {
    const file = Uint8Array.of(0x50, 0xe2, 0x74, 0xe9);
    assert.deepEqual(readImport(file), {body: file, type: 'text/csv'});
  });
});
