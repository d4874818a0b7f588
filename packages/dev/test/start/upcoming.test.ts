import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PickupRules} from '@local-widgets/model/schemas.js';
import {upcoming} from '../../src/start/upcoming.js';

type Offer = PickupRules['offer'];

/** A Tuesday afternoon in winter, ordered until the Sunday before. */
const WINTER: Offer = {
  kind: 'distributions',
  distributions: [
    {
      orderFrom: '2026-11-19T07:00:00.000Z',
      orderUntil: '2026-11-29T19:00:00.000Z',
      startsAt: '2026-12-01T15:00:00.000Z',
      endsAt: '2026-12-01T18:00:00.000Z',
      capacity: {orders: 40},
    },
  ],
};

const on = (day: string): Offer => upcoming(WINTER, 'Europe/Paris', new Date(day));

describe('the distributions of the example', () => {
  it('stay as they are while one of them can be ordered', () => {
    assert.equal(on('2026-11-29T18:59:00Z'), WINTER);
  });

  it('move on by whole weeks when they are over', () => {
    const moved = on('2026-12-09T09:00:00Z');
    assert.ok(moved.kind === 'distributions');
    assert.deepEqual(moved.distributions, [
      {
        orderFrom: '2026-12-03T07:00:00.000Z',
        orderUntil: '2026-12-13T19:00:00.000Z',
        startsAt: '2026-12-15T15:00:00.000Z',
        endsAt: '2026-12-15T18:00:00.000Z',
        capacity: {orders: 40},
      },
    ]);
  });

  it('keep their hour on the shop’s clock in summer', () => {
    const moved = on('2027-07-07T09:00:00Z');
    assert.ok(moved.kind === 'distributions');
    // four in the afternoon in France
    const [first] = moved.distributions;
    assert.deepEqual(
      [first?.startsAt, first?.orderUntil],
      ['2027-07-13T14:00:00.000Z', '2027-07-11T18:00:00.000Z'],
    );
  });

  it('move on at the very end of the window too', () => {
    const moved = on('2026-11-29T20:00:00Z');
    assert.ok(moved.kind === 'distributions');
    assert.equal(moved.distributions[0]?.orderUntil, '2026-12-06T19:00:00.000Z');
  });
});
