import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  isWithdrawable,
  mayWithdraw,
  withdrawalDeadline,
  withdrawalEnd,
} from '../../src/order/withdrawal.js';
import {frenchHolidays} from '../../src/hours/holidays.js';
import type {WithdrawalException} from '../../src/schemas/catalogue.js';
import type {OrderState} from '../../src/schemas/order.js';

const brest = {timeZone: 'Europe/Paris', holidays: 'FR'} as const;
const strasbourg = {timeZone: 'Europe/Paris', holidays: 'FR-alsace-moselle'} as const;
const deadline = (receivedAt: string, calendar: typeof brest | typeof strasbourg = brest) =>
  withdrawalDeadline(new Date(receivedAt), calendar).toISOString();

describe('withdrawalDeadline', () => {
  it('is the end of the fourteenth day after the collection', () => {
    // Monday 2 November to Monday 16 November 2026
    assert.equal(deadline('2026-11-02T09:30:00.000Z'), '2026-11-16T22:59:59.999Z');
  });

  it('counts from the day on the clock of the shop', () => {
    // half past midnight of 3 November in Paris
    assert.equal(deadline('2026-11-02T23:30:00.000Z'), '2026-11-17T22:59:59.999Z');
    const martinique = {timeZone: 'America/Martinique', holidays: 'none'} as const;
    assert.equal(
      withdrawalDeadline(new Date('2026-11-03T03:30:00.000Z'), martinique).toISOString(),
      '2026-11-17T03:59:59.999Z',
    );
  });

  it('goes on to Monday from a Saturday or a Sunday', () => {
    assert.equal(deadline('2026-11-14T10:00:00.000Z'), '2026-11-30T22:59:59.999Z');
    assert.equal(deadline('2026-11-15T10:00:00.000Z'), '2026-11-30T22:59:59.999Z');
  });

  it('goes on from a public holiday to the next working day', () => {
    // Wednesday 11 November 2026
    assert.equal(deadline('2026-10-28T10:00:00.000Z'), '2026-11-12T22:59:59.999Z');
    // Friday 25 December 2026, then a week-end
    assert.equal(deadline('2026-12-11T10:00:00.000Z'), '2026-12-28T22:59:59.999Z');
    // Easter Monday 2026 after a week-end
    assert.equal(deadline('2026-03-21T10:00:00.000Z'), '2026-04-07T21:59:59.999Z');
  });

  it('knows the two holidays more of Alsace and Moselle', () => {
    // Good Friday 2026, 3 April, before Easter
    assert.equal(deadline('2026-03-20T10:00:00.000Z'), '2026-04-03T21:59:59.999Z');
    assert.equal(deadline('2026-03-20T10:00:00.000Z', strasbourg), '2026-04-07T21:59:59.999Z');
  });

  it('ends with the day when clocks change on the way', () => {
    assert.equal(deadline('2026-10-20T10:00:00.000Z'), '2026-11-03T22:59:59.999Z');
    assert.equal(deadline('2026-03-18T10:00:00.000Z'), '2026-04-01T21:59:59.999Z');
  });

  it('refuses an unknown time zone', () => {
    const nowhere = {timeZone: 'Europe/Vannes', holidays: 'FR'} as const;
    assert.throws(() => withdrawalDeadline(new Date('2026-11-02'), nowhere), RangeError);
  });

  it('is the last moment of the first working day from the fourteenth on', () => {
    const shown = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Paris',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const day = (iso: string) => Date.parse(`${iso}T00:00Z`) / 864e5;
    const isWorking = (number: number) => {
      const date = new Date(number * 864e5);
      const iso = date.toISOString().slice(0, 10);
      const holidays = frenchHolidays(date.getUTCFullYear());
      return date.getUTCDay() % 6 !== 0 && !holidays.some(one => one.date === iso);
    };
    const instants = fc.integer({min: Date.UTC(2024, 0), max: Date.UTC(2034, 0)});
    fc.assert(
      fc.property(instants, instant => {
        const [endDay, time] = shown
          .format(withdrawalDeadline(new Date(instant), brest))
          .split(' ');
        const first = day(shown.format(instant).slice(0, 10)) + 14;
        const last = day(endDay!);
        assert.equal(time, '23:59:59');
        assert.ok(last >= first && last <= first + 5);
        for (let one = first; one < last; one++) assert.ok(!isWorking(one));
        assert.ok(isWorking(last));
      }),
      {seed: 12, numRuns: 500},
    );
  });
});

describe('withdrawalEnd', () => {
  const receivedAt = new Date('2026-11-02T09:30:00.000Z');
  const end = (contract: 'order' | 'reservation', ...exceptions: WithdrawalException[]) =>
    withdrawalEnd(
      {
        contract,
        lines: exceptions.map(withdrawalException => ({product: {withdrawalException}})),
        receivedAt,
      },
      brest,
    )?.toISOString();

  it('is the deadline when at least one line is no exception', () => {
    assert.equal(end('order', 'none'), '2026-11-16T22:59:59.999Z');
    assert.equal(end('order', 'perishable', 'none'), '2026-11-16T22:59:59.999Z');
    const lines = [{product: {}}];
    assert.ok(withdrawalEnd({contract: 'order', lines, receivedAt}, brest));
  });

  it('is nothing when all is perishable or made to order', () => {
    assert.equal(end('order', 'perishable', 'made-to-order'), undefined);
  });

  it('is there for what is sealed: who did not open it may give it back', () => {
    assert.equal(end('order', 'sealed-hygiene'), '2026-11-16T22:59:59.999Z');
    assert.ok(isWithdrawable({withdrawalException: 'sealed-hygiene'}));
  });

  it('is nothing for a reservation', () => {
    assert.equal(end('reservation', 'none'), undefined);
  });
});

describe('mayWithdraw', () => {
  const withdrawUntil = '2026-11-16T22:59:59.999Z';
  const at = (state: OrderState, now: string) => mayWithdraw({state, withdrawUntil}, new Date(now));

  it('is true from the order on, however long it takes to be collected', () => {
    for (const state of ['received', 'accepted', 'ready', 'no-show'] as const) {
      assert.ok(at(state, '2026-11-01T00:00:00.000Z'));
      assert.ok(at(state, '2026-12-01T00:00:00.000Z'));
    }
  });

  it('is true after the collection up to the end of the period, included', () => {
    assert.ok(at('collected', withdrawUntil));
    assert.ok(!at('collected', '2026-11-16T23:00:00.000Z'));
  });

  it('is false where there is nothing left to withdraw from, or no right', () => {
    for (const state of ['refused', 'cancelled', 'expired'] as const) {
      assert.ok(!at(state, '2026-11-01T00:00:00.000Z'));
    }
    assert.ok(!mayWithdraw({state: 'accepted'}, new Date('2026-11-01')));
  });
});
