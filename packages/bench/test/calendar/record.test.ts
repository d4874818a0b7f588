import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CHECKED_DAY, generated} from '../../src/calendar/data-sets.js';
import type {Figures} from '../../src/calendar/measure.js';
import {promisesOf, tablesOf, type Result} from '../../src/calendar/record.js';

const figures: Figures = {
  firstMonth: 100,
  nextMonth: 20,
  firstList: 100,
  monthAgain: 90,
  filter: 20,
  monthElements: 400,
  listElements: 300,
  longestTask: 0,
  heap: 4,
  transfer: 50,
};
const results: Result[] = [
  {events: 10_000, throttle: 1, contender: 'ours', rounds: [figures]},
  {
    events: 10_000,
    throttle: 1,
    contender: 'fullcalendar',
    rounds: [
      {...figures, firstMonth: 400},
      {...figures, firstMonth: 600},
    ],
  },
  {events: 10_000, throttle: 1, contender: 'eventcalendar', rounds: []},
];

describe('the promises of the calendar', () => {
  it('are ratios of medians, and of bytes to the set that does as much', () => {
    const promises = promisesOf(results, {kilobytes: 100});
    const value = (end: string) => promises.find(({name}) => name.includes(end))?.value;
    assert.equal(value('first month'), 5);
    assert.equal(value('another month'), 1);
    assert.equal(value('bytes'), 2);
    assert.ok(promisesOf([], {kilobytes: 100}).every(one => Number.isNaN(one.value)));
  });

  it('have a table with dashes for who was left out', () => {
    const [table] = tablesOf(results, {kilobytes: 100});
    assert.deepEqual(
      table?.rows.map(row => row.slice(0, 2)),
      [
        ['ours', 100],
        ['fullcalendar', 500],
        ['eventcalendar', '–'],
      ],
    );
  });
});

describe('the generated events', () => {
  const data = generated(1000);
  const expanded = JSON.parse(data.expanded.toString()) as {start: string; end: string}[];

  it('are the same every time, one in five of them ten times', () => {
    assert.deepEqual(generated(1000), data);
    assert.equal((JSON.parse(data.json.toString()) as unknown[]).length, 1000);
    assert.equal(expanded.length, 800 + 200 * 10);
    assert.equal(data.ics.toString().match(/^RRULE:FREQ=WEEKLY;COUNT=10\r$/gm)?.length, 200);
  });

  it('tell how many are on on the day that is checked', () => {
    const [day, next] = [CHECKED_DAY, '2026-06-18'];
    const onDay = expanded.filter(({start, end}) => start < next && end > day);
    assert.equal(data.onCheckedDay, onDay.length);
    assert.ok(data.filteredOnCheckedDay > 0 && data.filteredOnCheckedDay < data.onCheckedDay);
  });
});
