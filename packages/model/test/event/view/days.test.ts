import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isoOfDay} from '../../../src/event/index/days.js';
import {addMonths, firstOfMonth, lastOfMonth} from '../../../src/event/view/days.js';
import {dayOf} from './occurrences.js';

describe('days of the calendar', () => {
  it('know their month', () => {
    assert.equal(isoOfDay(firstOfMonth(dayOf('2026-06-30'))), '2026-06-01');
    assert.equal(isoOfDay(lastOfMonth(dayOf('2028-02-10'))), '2028-02-29');
    assert.equal(isoOfDay(lastOfMonth(dayOf('1969-12-01'))), '1969-12-31');
  });

  it('go to the same date of another month, or to its last day', () => {
    for (const [date, months, expected] of [
      ['2026-01-31', 1, '2026-02-28'],
      ['2026-03-31', -1, '2026-02-28'],
      ['2026-12-15', 1, '2027-01-15'],
      ['2028-02-29', 12, '2029-02-28'],
      ['2026-06-14', -18, '2024-12-14'],
    ] as const) {
      assert.equal(isoOfDay(addMonths(dayOf(date), months)), expected, `${date} ${months}`);
    }
  });
});
