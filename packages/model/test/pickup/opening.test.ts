import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pickupSlots} from '../../src/pickup/index.js';
import {ask, days, first, shop, starts} from './shop.js';

const reasonOf = (...question: Parameters<typeof ask>) => pickupSlots(ask(...question)).reason;

describe('pickup slots and opening hours', () => {
  it('follow each other while the shop is open', () => {
    assert.deepEqual(
      pickupSlots(
        ask(shop('Tu 09:00-10:00', {stepMinutes: 30}), '2026-11-22T10:00+01:00', {
          taken: () => undefined,
        }),
      ),
      {
        mode: 'collect',
        timeZone: 'Europe/Paris',
        slots: [
          {
            startsAt: '2026-11-24T08:00:00.000Z',
            endsAt: '2026-11-24T08:30:00.000Z',
            orderUntil: '2026-11-24T08:00:00.000Z',
          },
          {
            startsAt: '2026-11-24T08:30:00.000Z',
            endsAt: '2026-11-24T09:00:00.000Z',
            orderUntil: '2026-11-24T08:30:00.000Z',
          },
        ],
      },
    );
  });

  it('lie whole within the opening hours', () => {
    const lunch = shop('Tu 09:00-10:45,11:00-11:30', {stepMinutes: 40});
    assert.deepEqual(starts(ask(lunch, '2026-11-22T10:00+01:00')), [
      '2026-11-24 09:00',
      '2026-11-24 09:40',
    ]);
  });

  it('begin anew after each break, and not where only a comment changes', () => {
    const now = '2026-11-22T10:00+01:00';
    const step = {stepMinutes: 45};
    assert.deepEqual(starts(ask(shop('Tu 09:00-10:00,10:30-11:30', step), now)), [
      '2026-11-24 09:00',
      '2026-11-24 10:30',
    ]);
    const words = 'Tu 09:00-10:00 open "petite porte", Tu 10:00-11:30 open "grande porte"';
    assert.deepEqual(starts(ask(shop(words, step), now)), [
      '2026-11-24 09:00',
      '2026-11-24 09:45',
      '2026-11-24 10:30',
    ]);
  });

  it('are those that have not begun yet', () => {
    const tuesday = shop('Tu 09:00-12:00', {horizonDays: 1});
    assert.equal(first(ask(tuesday, '2026-11-24T10:00+01:00')), '2026-11-24 10:00');
    assert.equal(first(ask(tuesday, '2026-11-24T10:00:00.001+01:00')), '2026-11-24 11:00');
    assert.equal(reasonOf(tuesday, '2026-11-24T11:00:01+01:00'), 'closed');
  });

  it('keep to hours of their own where the rules have some', () => {
    const evening = shop('Mo-Sa 08:00-19:00', {hours: 'Fr 17:00-19:00'});
    assert.deepEqual(starts(ask(evening, '2026-11-22T10:00+01:00')), [
      '2026-11-27 17:00',
      '2026-11-27 18:00',
    ]);
  });

  it('reach as many days ahead as the horizon, today being the first', () => {
    const daily = (horizonDays: number) =>
      days(ask(shop('09:00-10:00', {horizonDays}), '2026-11-24T08:00+01:00'));
    assert.deepEqual(daily(1), ['2026-11-24']);
    assert.deepEqual(daily(3), ['2026-11-24', '2026-11-25', '2026-11-26']);
    assert.equal(daily(92).length, 92);
  });

  it('are at most as many as asked for', () => {
    const daily = shop('09:00-18:00');
    const question = ask(daily, '2026-11-24T12:00+01:00');
    assert.deepEqual(starts({...question, limit: 3}), starts(question).slice(0, 3));
  });

  it('start at midnight each day in a shop that never closes, whatever the moment of asking', () => {
    const always = shop('24/7', {stepMinutes: 420, horizonDays: 2});
    const tomorrow = ['2026-11-25 00:00', '2026-11-25 07:00', '2026-11-25 14:00'];
    assert.deepEqual(starts(ask(always, '2026-11-24T14:00+01:00')), [
      '2026-11-24 14:00',
      ...tomorrow,
    ]);
    assert.deepEqual(starts(ask(always, '2026-11-25T00:00+01:00')).slice(0, 3), tomorrow);
  });
});

describe('pickup slots when the shop is closed', () => {
  it('skip 15 August when asked the day before', () => {
    const question = ask(shop('Mo-Sa 09:00-10:00; PH off'), '2026-08-14T12:00+02:00');
    assert.equal(first(question), '2026-08-17 09:00');
  });

  it('take the special hours of a public holiday', () => {
    const question = ask(shop('Mo-Sa 09:00-10:00; PH 11:00-12:00'), '2026-08-14T12:00+02:00');
    assert.equal(first(question), '2026-08-15 11:00');
  });

  it('are there on a public holiday when the hours do not speak of it', () => {
    const question = ask(shop('Mo-Sa 09:00-10:00'), '2026-08-14T12:00+02:00');
    assert.equal(first(question), '2026-08-15 09:00');
  });

  it('skip 26 December and Good Friday in Alsace-Moselle alone', () => {
    const next = (holidays: 'FR' | 'FR-alsace-moselle', now: string) =>
      first(ask(shop('09:00-10:00; PH off', {}, {holidays}), now));
    assert.equal(next('FR', '2026-12-24T12:00+01:00'), '2026-12-26 09:00');
    assert.equal(next('FR-alsace-moselle', '2026-12-24T12:00+01:00'), '2026-12-27 09:00');
    assert.equal(next('FR', '2026-04-02T12:00+02:00'), '2026-04-03 09:00');
    assert.equal(next('FR-alsace-moselle', '2026-04-02T12:00+02:00'), '2026-04-04 09:00');
  });

  it('do not guess which days are holidays where nobody knows', () => {
    const question = ask(
      shop('09:00-10:00; PH off', {}, {holidays: 'none'}),
      '2026-12-24T12:00+01:00',
    );
    assert.equal(pickupSlots(question).reason, 'closed');
  });

  it('go on after an exceptional closure, first and last day included', () => {
    const closures = [{from: '2026-11-25', to: '2026-11-27', reason: 'Inventaire'}];
    const question = ask(shop('09:00-10:00', {}, {closures}), '2026-11-24T08:00+01:00');
    assert.deepEqual(days(question), ['2026-11-24', '2026-11-28', '2026-11-29', '2026-11-30']);
  });

  it('go on past closures that overlap', () => {
    const closures = [
      {from: '2026-11-25', to: '2026-11-27'},
      {from: '2026-11-26', to: '2026-11-29'},
    ];
    const question = ask(shop('09:00-10:00', {}, {closures}), '2026-11-24T10:00+01:00');
    assert.deepEqual(days(question), ['2026-11-30']);
  });

  it('keep their times beside a closure, which only takes some of them away', () => {
    const night = (closed: string) =>
      starts(
        ask(
          shop('Fr 22:00-02:00', {stepMinutes: 50}, {closures: [{from: closed, to: closed}]}),
          '2026-11-24T08:00+01:00',
        ),
      );
    assert.deepEqual(night('2026-11-28'), ['2026-11-27 22:00', '2026-11-27 22:50']);
    assert.deepEqual(night('2026-11-27'), ['2026-11-28 00:30']);
  });

  it('last until the midnight before a closure', () => {
    const closures = [{from: '2026-11-28', to: '2026-11-28'}];
    const question = ask(shop('Fr 22:00-24:00', {}, {closures}), '2026-11-24T08:00+01:00');
    assert.deepEqual(starts(question), ['2026-11-27 22:00', '2026-11-27 23:00']);
  });

  it('are none while the shop has paused', () => {
    const paused = shop('24/7', {}, {isPaused: true});
    assert.deepEqual(pickupSlots(ask(paused, '2026-11-24T08:00+01:00')), {
      mode: 'collect',
      timeZone: 'Europe/Paris',
      slots: [],
      reason: 'paused',
    });
  });

  it('are none in a shop that is closed every day', () => {
    for (const hours of ['off', 'Mo-Su off', 'Feb 29 10:00-12:00', 'Mo-Su closed "vendu"']) {
      assert.equal(reasonOf(shop(hours, {horizonDays: 92}), '2026-11-24T08:00+01:00'), 'closed');
    }
    const closures = [{from: '2026-01-01', to: '2036-12-31'}];
    const closed = shop('24/7', {horizonDays: 92, stepMinutes: 5}, {closures});
    assert.equal(reasonOf(closed, '2026-11-24T08:00+01:00'), 'closed');
  });

  it('are none in the hours when nobody knows whether it is open', () => {
    for (const hours of ['', 'sur rendez-vous', 'Mo-Su "sur rendez-vous"', 'sunrise-sunset']) {
      assert.equal(reasonOf(shop(hours), '2026-11-24T08:00+01:00'), 'closed');
    }
    // how long an open end lasts is a guess, and so is a night into a public holiday
    const doubt = shop('Tu 09:00-10:00, Tu 18:00+, Th 23:00-02:00; PH off');
    assert.deepEqual(starts(ask(doubt, '2026-12-22T08:00+01:00')), [
      '2026-12-22 09:00',
      '2026-12-24 23:00',
    ]);
  });

  it('are none for a mode that the shop does not have, and in a zone that nobody knows', () => {
    const now = '2026-11-24T08:00+01:00';
    assert.equal(reasonOf(shop('24/7'), now, {mode: 'drive'}), 'closed');
    assert.equal(reasonOf(shop('24/7', {}, {timeZone: 'Europe/Sète'}), now), 'closed');
    assert.equal(reasonOf(shop('24/7'), 'yesterday'), 'closed');
  });

  it('are few even when the rules ask for endless work', () => {
    const absurd = shop('24/7', {stepMinutes: 0, horizonDays: 1e6});
    const {slots} = pickupSlots(ask(absurd, '2026-11-24T00:00+01:00'));
    assert.ok(slots.length <= 366 * 288);
  });
});
