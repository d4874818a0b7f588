import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {entryOf, historyText, previousOf, readHistory} from '../../src/record/history.js';
import {machine} from '../../src/record/machine.js';
import type {BenchRecord} from '../../src/record/record.js';

const record: BenchRecord = {
  topic: 'map',
  title: 'The map',
  date: '2026-11-29',
  command: 'npm run bench -- map',
  machine: {...machine(), load: 0.4},
  versions: {},
  rounds: 2,
  promises: [
    {name: 'first map', value: 5.67891, unit: '×', atLeast: 5},
    {name: 'rows', value: NaN, unit: '', atMost: 50},
  ],
  tables: [],
  notes: [],
};
const entry = entryOf(record, {version: '0.1.0', commit: 'abc1234'});

describe('the history of the bench', () => {
  it('keeps each figure that was measured, by name', () => {
    assert.deepEqual(entry, {
      date: '2026-11-29',
      topic: 'map',
      load: 0.4,
      version: '0.1.0',
      commit: 'abc1234',
      figures: {'first map': 5.679},
    });
  });

  it('comes back as it was written', () => {
    assert.deepEqual(readHistory(historyText([entry, entry])), [entry, entry]);
    assert.deepEqual(readHistory(''), []);
  });

  it('tells which line is no run', () => {
    const wrong = historyText([entry]) + JSON.stringify({...entry, figures: undefined});
    assert.throws(() => readHistory(wrong), /Line 2/);
    assert.throws(() => readHistory(historyText([{...entry, date: 'today'}])), /Line 1/);
  });

  it('gives the figure of the run before the last that has one', () => {
    const runs = [
      {...entry, date: '2026-01-01', figures: {'first map': 4}},
      {...entry, date: '2026-01-02', figures: {}},
      {...entry, topic: 'chat', date: '2026-01-03', figures: {'first map': 9}},
      entry,
    ];
    assert.deepEqual(previousOf(runs, 'map', 'first map'), {date: '2026-01-01', value: 4});
    assert.equal(previousOf([entry], 'map', 'first map'), undefined);
  });
});
