import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pickupSlots} from '../../src/pickup/index.js';
import {ask, first, shop, starts} from './shop.js';

const instants = (...question: Parameters<typeof ask>) =>
  pickupSlots(ask(...question)).slots.map(({startsAt}) => startsAt.slice(0, 16));

describe('pickup slots through the night', () => {
  it('follow each other past midnight', () => {
    const bar = shop('Fr 22:00-02:00', {stepMinutes: 90});
    assert.deepEqual(starts(ask(bar, '2026-11-24T08:00+01:00')), [
      '2026-11-27 22:00',
      '2026-11-27 23:30',
    ]);
    assert.equal(first(ask(shop('Fr 22:00-02:00'), '2026-11-28T00:30+01:00')), '2026-11-28 01:00');
  });

  it('end with the horizon at midnight', () => {
    const bar = shop('22:00-02:00', {horizonDays: 1});
    assert.deepEqual(starts(ask(bar, '2026-11-24T12:00+01:00')), [
      '2026-11-24 22:00',
      '2026-11-24 23:00',
    ]);
  });

  it('have the cut-off of the day on which they begin', () => {
    const bar = shop('22:00-02:00', {cutOff: {time: '12:00', daysBefore: 0}});
    assert.equal(first(ask(bar, '2026-11-24T12:01+01:00')), '2026-11-25 00:00');
  });
});

describe('pickup slots when clocks go forward, 29 March 2026', () => {
  const now = '2026-03-28T12:00+01:00';

  it('last as long as ever, and skip the hour that is not there', () => {
    assert.deepEqual(instants(shop('Sa 22:00-05:00', {stepMinutes: 90}), now), [
      '2026-03-28T21:00',
      '2026-03-28T22:30',
      '2026-03-29T00:00',
      '2026-03-29T01:30',
    ]);
    assert.deepEqual(starts(ask(shop('Sa 22:00-05:00'), now)), [
      '2026-03-28 22:00',
      '2026-03-28 23:00',
      '2026-03-29 00:00',
      '2026-03-29 01:00',
      '2026-03-29 03:00',
      '2026-03-29 04:00',
    ]);
  });

  it('are none in an opening that the change takes away', () => {
    const early = shop('Su 02:30-03:30', {stepMinutes: 30, horizonDays: 2});
    assert.equal(pickupSlots(ask(early, now)).reason, 'closed');
  });

  it('move an opening inside the missing hour forward', () => {
    assert.deepEqual(starts(ask(shop('Su 02:30-05:00', {stepMinutes: 30}), now)), [
      '2026-03-29 03:30',
      '2026-03-29 04:00',
      '2026-03-29 04:30',
    ]);
  });

  it('have their lead time in real hours', () => {
    const nextDay = shop('Su 10:00-12:00', {leadMinutes: 24 * 60});
    assert.equal(first(ask(nextDay, '2026-03-28T09:00+01:00')), '2026-03-29 10:00');
    assert.equal(first(ask(nextDay, '2026-03-28T09:30+01:00')), '2026-03-29 11:00');
  });

  it('have their cut-off on the clock', () => {
    const question = ask(
      shop('Su 10:00-12:00', {cutOff: {time: '18:00', daysBefore: 1}}),
      '2026-03-28T17:00Z',
    );
    assert.equal(pickupSlots(question).slots[0]!.orderUntil, '2026-03-28T17:00:00.000Z');
  });
});

describe('pickup slots when clocks go back, 25 October 2026', () => {
  const now = '2026-10-24T12:00+02:00';

  it('have the hour that comes twice twice, as two instants', () => {
    const night = shop('Sa 22:00-04:00');
    assert.deepEqual(starts(ask(night, now)), [
      '2026-10-24 22:00',
      '2026-10-24 23:00',
      '2026-10-25 00:00',
      '2026-10-25 01:00',
      '2026-10-25 02:00',
      '2026-10-25 02:00',
      '2026-10-25 03:00',
    ]);
    assert.deepEqual(instants(night, now).slice(4, 6), ['2026-10-25T00:00', '2026-10-25T01:00']);
  });

  it('end with an opening at the first of the two', () => {
    assert.deepEqual(instants(shop('Su 01:00-02:30', {stepMinutes: 30}), now), [
      '2026-10-24T23:00',
      '2026-10-24T23:30',
      '2026-10-25T00:00',
    ]);
  });

  it('fill the 25 hours of a day in a shop that never closes', () => {
    const always = shop('24/7', {horizonDays: 2});
    const sunday = starts(ask(always, now)).filter(start => start.startsWith('2026-10-25'));
    assert.equal(sunday.length, 25);
    assert.equal(new Set(instants(always, now)).size, 12 + 25);
  });
});

describe('pickup slots overseas', () => {
  it('are on the clocks of the shop', () => {
    const island = (timeZone: string) =>
      instants(shop('Tu 08:00-09:00; PH off', {}, {timeZone}), '2026-11-23T10:00Z');
    assert.deepEqual(island('Indian/Reunion'), ['2026-11-24T04:00']);
    assert.deepEqual(island('America/Martinique'), ['2026-11-24T12:00']);
    assert.deepEqual(island('Pacific/Noumea'), ['2026-11-23T21:00']);
  });

  it('begin their horizon with the day that it is there', () => {
    const noumea = shop('08:00-09:00', {horizonDays: 1}, {timeZone: 'Pacific/Noumea'});
    assert.deepEqual(starts(ask(noumea, '2026-11-23T14:00Z')), ['2026-11-24 08:00']);
  });
});
