import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  basketMinutes,
  basketPoints,
  isSlotOnOffer,
  pickupSlots,
  type SlotQuestion,
} from '../../src/pickup/index.js';
import {ask, basket, days, first, product, shop, starts} from './shop.js';

const NOW = '2026-11-24T08:00+01:00';

type Taken = Exclude<SlotQuestion['taken'], undefined>;

/** What is taken by the start on the clocks of November in Paris; nothing elsewhere. */
const taken = (orders: Record<string, number>, items = orders): Taken => {
  const at = (startsAt: Date) => new Date(+startsAt + 36e5).toISOString().slice(11, 16);
  return startsAt => ({orders: orders[at(startsAt)] ?? 0, items: items[at(startsAt)] ?? 0});
};

describe('a basket', () => {
  it('weighs the sum of its points, one for a product that names none', () => {
    assert.equal(basketPoints([]), 0);
    const lines = [
      {product: product({points: 5}), quantity: 2},
      {product: product(), quantity: 3},
      {product: product({points: 0}), quantity: 9},
    ];
    assert.equal(basketPoints(lines), 13);
  });

  it('takes as long as the slowest of its products', () => {
    assert.equal(basketMinutes([]), 0);
    assert.equal(basketMinutes(basket({preparationMinutes: 20}, {}, {preparationMinutes: 90})), 90);
  });
});

describe('the capacity of pickup slots', () => {
  const day = {horizonDays: 1};

  it('leaves out the slots that have all their orders, and tells what the others still hold', () => {
    const shopOfTwo = shop('09:00-12:00', {...day, capacity: {orders: 2}});
    const {slots} = pickupSlots(
      ask(shopOfTwo, NOW, {taken: taken({'09:00': 2, '10:00': 1}), lines: basket({})}),
    );
    assert.deepEqual(
      slots.map(({startsAt, remainingOrders}) => [startsAt, remainingOrders]),
      [
        ['2026-11-24T09:00:00.000Z', 1],
        ['2026-11-24T10:00:00.000Z', 2],
      ],
    );
    assert.ok(slots.every(slot => !('remainingItems' in slot)));
  });

  it('leaves out the slots in which the items of the basket do not fit', () => {
    const oven = shop('09:00-12:00', {...day, capacity: {items: 10}});
    const question = ask(oven, NOW, {taken: taken({'09:00': 6, '10:00': 4})});
    const lines = [{product: product({points: 3}), quantity: 2}];
    assert.deepEqual(starts({...question, lines}), ['2026-11-24 10:00', '2026-11-24 11:00']);
    assert.equal(pickupSlots({...question, lines}).slots[0]!.remainingItems, 6);
  });

  it('limits by orders and by items at once', () => {
    const both = shop('09:00-12:00', {...day, capacity: {orders: 3, items: 10}});
    const question = ask(both, NOW, {
      lines: basket({}),
      taken: taken({'09:00': 3, '10:00': 1}, {'09:00': 3, '10:00': 10}),
    });
    assert.deepEqual(starts(question), ['2026-11-24 11:00']);
  });

  it('says full when nothing fits any more', () => {
    const single = shop('09:00-10:00', {...day, capacity: {orders: 1}});
    assert.equal(pickupSlots(ask(single, NOW, {taken: taken({'09:00': 1})})).reason, 'full');
    const small = shop('09:00-10:00', {...day, capacity: {items: 4}});
    const lines = [{product: product(), quantity: 5}];
    assert.equal(pickupSlots(ask(small, NOW, {lines})).reason, 'full');
  });

  it('stays full when the shop lowers it below what is taken', () => {
    const lowered = shop('09:00-10:00', {...day, capacity: {orders: 1, items: 1}});
    assert.deepEqual(pickupSlots(ask(lowered, NOW, {taken: taken({'09:00': 4})})).slots, []);
  });

  it('lets a basket without weight into a slot that has all its items', () => {
    const oven = shop('09:00-10:00', {...day, capacity: {items: 4}});
    const question = ask(oven, NOW, {taken: taken({'09:00': 4}), lines: basket({points: 0})});
    assert.equal(first(question), '2026-11-24 09:00');
  });

  it('shows an empty basket the slots in which one item fits', () => {
    const oven = shop('09:00-11:00', {...day, capacity: {items: 4}});
    const question = ask(oven, NOW, {taken: taken({'09:00': 4, '10:00': 3})});
    assert.deepEqual(starts(question), ['2026-11-24 10:00']);
  });

  it('is asked for one slot alone when an order comes in', () => {
    const asked: string[] = [];
    const question = ask(shop('09:00-18:00', {capacity: {orders: 1}}), NOW, {
      taken: startsAt => {
        asked.push(startsAt.toISOString());
        return {orders: 0, items: 0};
      },
    });
    assert.ok(isSlotOnOffer(question, new Date('2026-11-25T10:00Z')));
    assert.deepEqual(asked, ['2026-11-25T10:00:00.000Z']);
  });
});

describe('isSlotOnOffer', () => {
  const question = ask(shop('09:00-12:00'), '2026-11-24T10:00+01:00');
  const on = (startsAt: string) => !!isSlotOnOffer(question, new Date(startsAt));

  it('knows the slots of the offer, and no other instant', () => {
    assert.ok(on('2026-11-24T10:00+01:00'));
    assert.ok(on('2026-11-30T11:00+01:00'));
    assert.ok(!on('2026-11-24T10:30+01:00'));
    assert.ok(!on('2026-11-24T12:00+01:00'));
  });

  it('refuses what has begun, what is beyond the horizon, and what is no instant', () => {
    assert.ok(!on('2026-11-24T09:00+01:00'));
    assert.ok(!on('2026-12-01T09:00+01:00'));
    assert.ok(!on('+275760-01-01T00:00Z'));
    assert.ok(!on('soon'));
  });

  it('refuses everything while the shop has paused', () => {
    const paused = {...question, settings: {...question.settings, isPaused: true}};
    assert.equal(isSlotOnOffer(paused, new Date('2026-11-24T11:00+01:00')), undefined);
  });
});

describe('products with days of their own', () => {
  const daily = shop('09:00-10:00');
  const on = (...availabilities: SlotQuestion['lines'][0]['product']['availability'][]) =>
    ask(daily, NOW, {
      lines: basket(...availabilities.map(availability => (availability ? {availability} : {}))),
    });

  it('are handed out on these weekdays', () => {
    assert.deepEqual(days(on({weekdays: ['Fr', 'Su']})), ['2026-11-27', '2026-11-29']);
  });

  it('are handed out on the days that all of the basket shares', () => {
    const question = on({weekdays: ['We', 'Fr']}, undefined, {weekdays: ['Fr', 'Sa']});
    assert.deepEqual(days(question), ['2026-11-27']);
  });

  it('cannot be had together when they share no day', () => {
    assert.equal(pickupSlots(on({weekdays: ['We']}, {weekdays: ['Sa']})).reason, 'not-together');
  });

  it('are handed out from the first to the last day of their season', () => {
    const galette = {season: {from: '11-26', to: '11-28'}};
    assert.deepEqual(days(on(galette)), ['2026-11-26', '2026-11-27', '2026-11-28']);
    assert.equal(pickupSlots(on({season: {from: '01-01', to: '11-23'}})).reason, 'not-together');
  });

  it('may have a season over the new year', () => {
    const oysters = {season: {from: '12-30', to: '01-02'}};
    const question = on(oysters);
    assert.deepEqual(days({...question, now: new Date('2026-12-28T12:00+01:00')}), [
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    assert.deepEqual(days({...question, now: new Date('2027-01-02T12:00+01:00')}), []);
  });

  it('are handed out all through a night that began on their day, up to midnight', () => {
    const night = shop('Fr 22:00-02:00');
    const lines = basket({availability: {weekdays: ['Fr']}});
    assert.deepEqual(starts(ask(night, NOW, {lines})), ['2026-11-27 22:00', '2026-11-27 23:00']);
  });

  it('say full when the days that they share are full', () => {
    const small = shop('09:00-10:00', {capacity: {orders: 1}});
    const lines = basket({availability: {weekdays: ['Fr']}});
    const onFriday = (startsAt: Date) => ({orders: startsAt.getUTCDay() == 5 ? 1 : 0, items: 0});
    assert.equal(pickupSlots(ask(small, NOW, {lines, taken: onFriday})).reason, 'full');
  });
});
