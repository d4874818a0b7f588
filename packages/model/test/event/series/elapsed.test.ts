import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../../src/event/read-events.js';
import {calendar, PARIS, vevent} from '../calendar.js';

const at = (name: string, time: string): string => `${name};TZID=Europe/Paris:20260329T${time}00`;
/** Starts in UTC, `23:30`, of what repeats every hour from half past midnight, in the night in which 2:00 is 3:00. */
const starts = (...lines: string[]): string[] => read(lines).map(({start}) => start);
const read = (lines: string[], ...others: string[][]) =>
  readEvents(
    calendar(...vevent(at('DTSTART', '0030'), 'SUMMARY:A', ...lines), ...others.flat()),
    PARIS,
  ).occurrences.map(({start, recurrenceId}) => ({
    start: new Date(start).toISOString().slice(11, 16),
    recurrenceId,
  }));

describe('what repeats within a day, when clocks change', () => {
  it('is an hour later every hour', () => {
    assert.deepEqual(starts('RRULE:FREQ=HOURLY;COUNT=4'), ['23:30', '00:30', '01:30', '02:30']);
    assert.deepEqual(starts('RRULE:FREQ=DAILY;COUNT=2'), ['23:30', '22:30']);
  });

  it('ends by the clock on the wall, or by UTC', () => {
    const until = (text: string): number => starts(`RRULE:FREQ=HOURLY;UNTIL=${text}`).length;
    assert.deepEqual(
      ['20260329T032959', '20260329T033000', '20260329T042959', '20260329T043000'].map(until),
      [2, 3, 3, 4],
    );
    assert.deepEqual(['20260329T012959Z', '20260329T013000Z'].map(until), [2, 3]);
  });

  it('has further dates, and is without others, by the clock on the wall', () => {
    const rule = 'RRULE:FREQ=HOURLY;COUNT=3';
    assert.deepEqual(starts(rule, at('RDATE', '0500')), ['23:30', '00:30', '01:30', '03:00']);
    assert.deepEqual(starts(rule, at('EXDATE', '0330')), ['23:30', '00:30']);
    assert.deepEqual(starts(rule, 'EXDATE:20260329T013000Z'), ['23:30', '00:30']);
    const moved = vevent(at('RECURRENCE-ID', '0330'), at('DTSTART', '0345'), 'SUMMARY:A');
    assert.deepEqual(read([rule], moved), [
      {start: '23:30', recurrenceId: '20260328T233000Z'},
      {start: '00:30', recurrenceId: '20260329T003000Z'},
      {start: '01:45', recurrenceId: '20260329T013000Z'},
    ]);
  });

  it('is on the wall alone where times float, and where no clock changes', () => {
    const others = (line: string): string[] =>
      readEvents(calendar(...vevent(line, 'RRULE:FREQ=HOURLY;COUNT=3')), PARIS).occurrences.map(
        ({recurrenceId}) => recurrenceId,
      );
    assert.deepEqual(others('DTSTART:20260329T003000'), [
      '20260329T003000',
      '20260329T013000',
      '20260329T023000',
    ]);
    assert.deepEqual(others('DTSTART:20260329T003000Z'), [
      '20260329T003000Z',
      '20260329T013000Z',
      '20260329T023000Z',
    ]);
  });
});
