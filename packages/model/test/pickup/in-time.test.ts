import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isSlotOnOffer, pickupSlots, type SlotQuestion} from '../../src/pickup/index.js';
import {ask, basket, first, shop, wallTime} from './shop.js';

/** Until when one may order the first slot, on the shop's clocks. */
function deadline(question: SlotQuestion) {
  const [slot] = pickupSlots(question).slots;
  return slot && wallTime(slot.orderUntil, question.settings.timeZone);
}

describe('the lead time of pickup slots', () => {
  it('is counted by the clock', () => {
    const question = ask(
      shop('Tu-Sa 09:00-18:00', {leadMinutes: 24 * 60}),
      '2026-11-24T10:30+01:00',
    );
    assert.equal(first(question), '2026-11-25 11:00');
    assert.equal(deadline(question), '2026-11-24 11:00');
  });

  it('is the longest of the rule and of all products', () => {
    const rule = shop('09:00-18:00', {leadMinutes: 120});
    const next = (...minutes: (number | undefined)[]) =>
      first(
        ask(rule, '2026-11-24T09:00+01:00', {
          lines: basket(
            ...minutes.map(preparationMinutes =>
              preparationMinutes === undefined ? {} : {preparationMinutes},
            ),
          ),
        }),
      );
    assert.equal(next(undefined), '2026-11-24 11:00');
    assert.equal(next(60, undefined), '2026-11-24 11:00');
    assert.equal(next(60, 300, 180), '2026-11-24 14:00');
    assert.equal(next(2 * 24 * 60), '2026-11-26 09:00');
  });

  it('counts only opening minutes where the rule says so, over a closed weekend', () => {
    const workshop = shop('Mo-Fr 09:00-12:00,14:00-18:00', {
      leadMinutes: 180,
      leadCounts: 'opening',
    });
    // an hour is left on Friday, and two are missing on Monday
    const question = ask(workshop, '2026-11-20T17:00+01:00');
    assert.equal(first(question), '2026-11-23 11:00');
    assert.equal(deadline(question), '2026-11-20 17:00');
    assert.equal(first(ask(workshop, '2026-11-20T17:00:00.001+01:00')), '2026-11-23 14:00');
  });

  it('of no opening minutes leaves time up to the slot, even while the shop is closed', () => {
    const early = shop('Mo-Fr 09:00-12:00', {
      hours: 'Mo-Fr 07:00-08:00',
      leadMinutes: 0,
      leadCounts: 'opening',
    });
    assert.equal(deadline(ask(early, '2026-11-24T06:00+01:00')), '2026-11-24 07:00');
  });

  it('may be ordered up to the very opening that it needs', () => {
    const workshop = shop('Mo-Fr 09:00-12:00', {leadMinutes: 180, leadCounts: 'opening'});
    const question = ask(workshop, '2026-11-21T12:00+01:00');
    assert.equal(first(question), '2026-11-24 09:00');
    assert.equal(deadline(question), '2026-11-23 09:00');
  });

  it('does not count closures and public holidays as opening minutes', () => {
    const lead = {leadMinutes: 60, leadCounts: 'opening'} as const;
    const closures = [{from: '2026-12-23', to: '2026-12-24'}];
    const workshop = shop('09:00-12:00; PH off', lead, {closures});
    assert.equal(first(ask(workshop, '2026-12-22T11:30+01:00')), '2026-12-26 10:00');
  });

  it('counts the minutes in which the shop is open, also when slots have hours of their own', () => {
    const lead = {leadMinutes: 240, leadCounts: 'opening', hours: 'Mo-Sa 16:00-19:00'} as const;
    const question = ask(shop('Tu-Sa 08:00-19:00', lead), '2026-11-23T12:00+01:00');
    assert.equal(first(question), '2026-11-24 16:00');
    assert.equal(deadline(question), '2026-11-24 12:00');
  });

  it('gives no slot when it counts opening minutes that nobody knows', () => {
    const lead = {leadMinutes: 5, leadCounts: 'opening', hours: '09:00-12:00'} as const;
    const {slots, reason} = pickupSlots(
      ask(shop('sur rendez-vous', lead), '2026-11-24T08:00+01:00'),
    );
    assert.deepEqual([slots, reason], [[], 'window-closed']);
  });

  it('gives no slot when it is longer than the horizon', () => {
    const slow = shop('09:00-12:00', {leadMinutes: 3 * 24 * 60, horizonDays: 3});
    assert.equal(pickupSlots(ask(slow, '2026-11-24T10:00+01:00')).reason, 'window-closed');
  });
});

describe('the cut-off of pickup slots', () => {
  const bakery = shop('Tu-Su 07:00-13:00', {cutOff: {time: '18:00', daysBefore: 1}});

  it('lets one order for tomorrow until 18:00', () => {
    const question = ask(bakery, '2026-11-24T18:00+01:00');
    assert.equal(first(question), '2026-11-25 07:00');
    assert.equal(deadline(question), '2026-11-24 18:00');
    assert.equal(first(ask(bakery, '2026-11-24T18:00:00.001+01:00')), '2026-11-26 07:00');
  });

  it('counts the days before on the calendar, over days on which the shop is closed', () => {
    assert.equal(first(ask(bakery, '2026-11-23T17:59+01:00')), '2026-11-24 07:00');
    assert.equal(first(ask(bakery, '2026-11-23T18:01+01:00')), '2026-11-25 07:00');
  });

  it('may be on the same day', () => {
    const sameDay = shop('09:00-19:00', {cutOff: {time: '10:30', daysBefore: 0}});
    assert.equal(first(ask(sameDay, '2026-11-24T10:15+01:00')), '2026-11-24 11:00');
    assert.equal(first(ask(sameDay, '2026-11-24T10:31+01:00')), '2026-11-25 09:00');
  });

  it('holds beside the lead time, the earlier of the two', () => {
    const rule = {cutOff: {time: '18:00', daysBefore: 1}, leadMinutes: 15 * 60};
    const question = ask(shop('07:00-13:00', rule), '2026-11-24T12:00+01:00');
    const until = pickupSlots(question).slots.map(({orderUntil}) =>
      wallTime(orderUntil, 'Europe/Paris'),
    );
    assert.deepEqual(until.slice(0, 4), [
      '2026-11-24 16:00',
      '2026-11-24 17:00',
      '2026-11-24 18:00',
      '2026-11-24 18:00',
    ]);
  });

  it('says that orders are closed when there are slots, but none to be ordered', () => {
    const today = shop('09:00-19:00', {cutOff: {time: '10:30', daysBefore: 0}, horizonDays: 1});
    assert.equal(pickupSlots(ask(today, '2026-11-24T12:00+01:00')).reason, 'window-closed');
  });

  it('is at the shop, wherever the customer is', () => {
    const away = {timeZone: 'Indian/Reunion'};
    const island = shop('07:00-13:00', {cutOff: {time: '18:00', daysBefore: 1}}, away);
    assert.equal(first(ask(island, '2026-11-24T14:00:00Z')), '2026-11-25 07:00');
    assert.equal(first(ask(island, '2026-11-24T14:00:01Z')), '2026-11-26 07:00');
  });

  it('is asked again when the order comes in, for the page may have been open for long', () => {
    const [slot] = pickupSlots(ask(bakery, '2026-11-24T17:30+01:00')).slots;
    const startsAt = new Date(slot!.startsAt);
    assert.deepEqual(isSlotOnOffer(ask(bakery, '2026-11-24T17:59+01:00'), startsAt), slot);
    assert.equal(isSlotOnOffer(ask(bakery, '2026-11-24T18:01+01:00'), startsAt), undefined);
  });
});
