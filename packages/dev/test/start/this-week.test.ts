import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EventDocument} from '@local-widgets/model/schemas.js';
import {inThisWeek} from '../../src/start/this-week.js';

const WORKSHOP: EventDocument = {
  name: 'Atelier',
  isAllDay: false,
  startDate: '2026-11-26T14:00:00',
  endDate: '2026-11-26T16:00:00',
  timeZone: 'Europe/Paris',
  recurrence: {rule: 'FREQ=WEEKLY', exceptDates: ['2026-12-17T14:00:00']},
  overrides: [{recurrenceId: '20261210T140000', isCancelled: true}],
};

describe('an event of the example', () => {
  it('stays as it is written in the week for which it is', () => {
    const sunday = new Date('2026-11-29T22:59:00Z');
    assert.deepEqual(inThisWeek(WORKSHOP, sunday), WORKSHOP);
  });

  it('moves by whole weeks, its exceptions too, through a change of clocks and a year', () => {
    const moved = inThisWeek(WORKSHOP, new Date('2027-06-16T10:00:00Z'));
    assert.deepEqual(moved, {
      ...WORKSHOP,
      startDate: '2027-06-17T14:00:00',
      endDate: '2027-06-17T16:00:00',
      recurrence: {rule: 'FREQ=WEEKLY', exceptDates: ['2027-07-08T14:00:00']},
      overrides: [{recurrenceId: '20270701T140000', isCancelled: true}],
    });
    assert.equal(
      inThisWeek(WORKSHOP, new Date('2026-11-29T23:30:00Z')).startDate,
      '2026-12-03T14:00:00',
      'Monday begins in Paris',
    );
  });

  it('moves whole days, and what is told by the month or the year not at all', () => {
    const days = {...WORKSHOP, isAllDay: true, startDate: '2026-12-05', endDate: '2026-12-06'};
    const {startDate, endDate} = inThisWeek(days, new Date('2027-01-01T10:00:00Z'));
    assert.deepEqual([startDate, endDate], ['2027-01-09', '2027-01-10']);
    const monthly = {...WORKSHOP, recurrence: {rule: 'FREQ=MONTHLY;BYDAY=2TH'}};
    assert.equal(inThisWeek(monthly, new Date('2027-06-16T10:00:00Z')), monthly);
  });
});
