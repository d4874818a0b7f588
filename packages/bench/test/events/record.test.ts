import assert from 'node:assert/strict';
import {it} from 'node:test';
import {promisesOf, tablesOf, type Result} from '../../src/events/record.js';

const result = (contender: Result['contender'], cpu: number): Result => ({
  size: 10_000,
  contender,
  rounds: [{dates: 86_000, cpu, wall: cpu, memory: 2e8}],
});
const results = [result('ours', 900), result('ical.js-tuned', 9000), result('rrule-zones', 9900)];

it('reading calendar files is judged by processor beside ical.js and rrule with zones', () => {
  assert.deepEqual(
    promisesOf(results).map(({value}) => value),
    [11, 10, 900],
  );
  assert.ok(promisesOf([]).every(({value}) => Number.isNaN(value)));
});

it('the table tells everybody’s processor beside ours', () => {
  assert.deepEqual(tablesOf(results)[0]?.rows[1], ['ical.js-tuned', 86_000, 9000, 9000, 10, 200]);
});
