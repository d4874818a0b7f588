import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSlotOnOffer, pickupSlots} from '../../src/pickup/index.js';
import type {Distributions} from '../../src/schemas.js';
import {ask, basket, shop} from './shop.js';

type Distribution = Distributions['distributions'][0];

/** Ordered from Thursday to Tuesday noon, handed out on Wednesday evening. */
const WEDNESDAY: Distribution = {
  orderFrom: '2026-11-19T08:00:00Z',
  orderUntil: '2026-11-24T11:00:00Z',
  startsAt: '2026-11-25T17:00:00Z',
  endsAt: '2026-11-25T18:30:00Z',
  capacity: {orders: 40},
};

const A_WEEK_LATER: Distribution = {
  orderFrom: '2026-11-26T08:00:00Z',
  orderUntil: '2026-12-01T11:00:00Z',
  startsAt: '2026-12-02T17:00:00Z',
  endsAt: '2026-12-02T18:30:00Z',
  capacity: {orders: 40},
};

const handOut = (...distributions: Distribution[]) =>
  shop('Mo-Fr 09:00-17:00', {kind: 'distributions', distributions});

const at = (now: string, ...distributions: Distribution[]) =>
  pickupSlots(ask(handOut(...distributions), now));

describe('orders that are handed out together', () => {
  it('are taken during the window, whatever the opening hours', () => {
    const {slots, reason} = at('2026-11-20T10:00Z', WEDNESDAY);
    assert.equal(reason, undefined);
    assert.deepEqual(slots, [
      {
        startsAt: '2026-11-25T17:00:00.000Z',
        endsAt: '2026-11-25T18:30:00.000Z',
        remainingOrders: 40,
        orderUntil: '2026-11-24T11:00:00.000Z',
      },
    ]);
  });

  it('are taken from the first to the last instant of the window', () => {
    const count = (now: string) => at(now, WEDNESDAY).slots.length;
    assert.equal(count('2026-11-19T07:59:59.999Z'), 0);
    assert.equal(count('2026-11-19T08:00Z'), 1);
    assert.equal(count('2026-11-24T11:00Z'), 1);
    assert.equal(count('2026-11-24T11:00:00.001Z'), 0);
  });

  it('are not taken before and after the window, for what is still to come', () => {
    assert.equal(at('2026-11-18T10:00Z', WEDNESDAY).reason, 'window-closed');
    assert.equal(at('2026-11-25T10:00Z', WEDNESDAY, A_WEEK_LATER).reason, 'window-closed');
  });

  it('are not taken when nothing is to come', () => {
    assert.equal(at('2026-11-25T18:00Z', WEDNESDAY).reason, 'closed');
    assert.equal(at('2026-11-25T18:00Z').reason, 'closed');
  });

  it('are offered in the order of time, however far ahead', () => {
    const open = {orderFrom: '2026-11-01T00:00:00Z'};
    const {slots} = at(
      '2026-11-20T10:00Z',
      {...A_WEEK_LATER, ...open, startsAt: '2027-06-02T17:00:00Z', endsAt: '2027-06-02T18:00:00Z'},
      {...A_WEEK_LATER, ...open},
      WEDNESDAY,
    );
    assert.deepEqual(
      slots.map(({startsAt}) => startsAt.slice(0, 10)),
      ['2026-11-25', '2026-12-02', '2027-06-02'],
    );
  });

  it('are one slot when two hand-outs begin together, the first of the list', () => {
    const {slots} = at('2026-11-20T10:00Z', WEDNESDAY, {...WEDNESDAY, capacity: {orders: 2}});
    assert.deepEqual(
      slots.map(({remainingOrders}) => remainingOrders),
      [40],
    );
  });

  it('have a capacity', () => {
    const question = ask(handOut(WEDNESDAY), '2026-11-20T10:00Z', {
      taken: () => ({orders: 40, items: 90}),
    });
    assert.equal(pickupSlots(question).reason, 'full');
    assert.equal(isSlotOnOffer(question, new Date(WEDNESDAY.startsAt)), undefined);
  });

  it('need products that are handed out on that day', () => {
    const question = ask(handOut(WEDNESDAY), '2026-11-20T10:00Z');
    const on = (weekday: 'We' | 'Th') => basket({availability: {weekdays: [weekday]}});
    assert.equal(pickupSlots({...question, lines: on('We')}).slots.length, 1);
    assert.equal(pickupSlots({...question, lines: on('Th')}).reason, 'not-together');
  });

  it('close earlier for a product that takes longer', () => {
    const lines = basket({preparationMinutes: 3 * 24 * 60});
    const {slots} = pickupSlots(ask(handOut(WEDNESDAY), '2026-11-20T10:00Z', {lines}));
    assert.equal(slots[0]!.orderUntil, '2026-11-22T17:00:00.000Z');
  });

  it('are not handed out on a day of closure', () => {
    const settings = handOut(WEDNESDAY);
    const closed = (from: string, to: string) =>
      pickupSlots(ask({...settings, closures: [{from, to}]}, '2026-11-20T10:00Z')).reason;
    assert.equal(closed('2026-11-25', '2026-11-25'), 'closed');
    assert.equal(closed('2026-11-26', '2026-11-30'), undefined);
  });

  it('leave out what has no times', () => {
    const broken = [
      {...WEDNESDAY, endsAt: '2026-11-25T16:00:00Z'},
      {...WEDNESDAY, endsAt: WEDNESDAY.startsAt},
      {...WEDNESDAY, startsAt: '2026-13-45T17:00:00Z'},
      {...WEDNESDAY, endsAt: '2026-13-45T17:00:00Z'},
    ];
    assert.equal(at('2026-11-20T10:00Z', ...broken).reason, 'closed');
    const open = {...WEDNESDAY, orderUntil: '2026-13-45T17:00:00Z'};
    assert.equal(at('2026-11-20T10:00Z', open).reason, 'window-closed');
  });

  it('are the answer for one slot as well', () => {
    const question = ask(handOut(WEDNESDAY, A_WEEK_LATER), '2026-11-20T10:00Z');
    const startsAt = new Date(WEDNESDAY.startsAt);
    assert.deepEqual(isSlotOnOffer(question, startsAt), pickupSlots(question).slots[0]);
    assert.equal(isSlotOnOffer(question, new Date(A_WEEK_LATER.startsAt)), undefined);
    for (const beside of [new Date(+startsAt - 1), new Date(+startsAt + 1), new Date('soon')]) {
      assert.equal(isSlotOnOffer(question, beside), undefined);
    }
  });
});
