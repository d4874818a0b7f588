import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Figures} from '../../src/hub/measure.js';
import {promisesOf, tableOf, type Result} from '../../src/hub/record.js';
import {verdictOf} from '../../src/record/record.js';

const hubRound: Figures = {
  rate: 70,
  latencies: [5, 6, 200],
  coldStart: 400,
  memoryAtStart: 90,
  memoryLoaded: 120,
  memoryAtRest: 110,
  outboxSeconds: 2.5,
};

const result = (changes: Partial<Figures> = {}): Result => ({
  engine: 'SQLite 3.54',
  rounds: {
    hub: [{...hubRound, ...changes}],
    quiet: [{rate: 40}],
    hand: [{rate: 100}],
  },
});

const memoryOf = (changes: Partial<Figures>): number | undefined =>
  promisesOf(result(changes)).find(({name}) => name.endsWith('most memory'))?.value;

describe('the promises of the hub', () => {
  it('hold or are missed, named by the engine without its version', () => {
    const told = promisesOf(result()).map(one => [one.name, one.value, verdictOf(one)]);
    assert.deepEqual(told, [
      ['SQLite: orders a second ÷ by hand', 0.7, 'holds'],
      ['SQLite: the same, sending nothing', 0.4, 'missed'],
      ['SQLite: p99 at 20 orders a second', 200, 'missed'],
      ['SQLite: most memory', 120, 'holds'],
      ['SQLite: cold start', 400, 'holds'],
    ]);
  });

  it('are not judged where nothing was measured', () => {
    const promises = promisesOf({engine: 'SQLite', rounds: {hand: [{rate: 100}]}});
    assert.ok(promises.every(one => verdictOf(one) === 'not measured'));
  });

  it('look at memory at any time, and leave out what no system tells', () => {
    assert.equal(memoryOf({memoryLoaded: 151}), 151);
    assert.equal(memoryOf({memoryPeak: 152}), 152);
    assert.equal(memoryOf({memoryPeak: NaN}), 120);
  });
});

describe('the table of the hub', () => {
  it('shows medians with the least and the most, and the share of what is done by hand', () => {
    const hand: Figures[] = [{rate: 100}, {rate: 100}];
    const {rows} = tableOf({
      engine: 'SQLite',
      rounds: {hub: [hubRound, {...hubRound, rate: 90}], hand},
    });
    assert.deepEqual(rows[0], ['orders/s, the hub as it runs', 80, 70, 90, 0.8]);
  });

  it('leaves out what was not measured', () => {
    const {rows} = tableOf({engine: 'SQLite', rounds: {hub: [{rate: 70, latencies: []}]}});
    assert.deepEqual(rows, [['orders/s, the hub as it runs', 70, 70, 70, '']]);
  });
});
