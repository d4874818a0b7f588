import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Figures} from '../../src/hub/measure.js';
import {table, targets, type Result} from '../../src/hub/report.js';

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
  engine: 'SQLite',
  rounds: {
    hub: [{...hubRound, ...changes}],
    quiet: [{rate: 40}],
    hand: [{rate: 100}],
  },
});

describe('the targets of the hub', () => {
  it('are met or missed, each with its figure and its limit', () => {
    assert.deepEqual(targets(result()).split('\n'), [
      'Targets on SQLite',
      'PASS  orders/s, share of by hand: 70 % (at least 60 %)',
      'MISS  the same, sending nothing: 40 % (at least 60 %)',
      'MISS  p99 at 20 orders/s over all rounds, ms: 200 (below 150)',
      'PASS  most memory, MB: 120 (below 150)',
      'PASS  cold start, ms: 400 (below 1000)',
    ]);
  });

  it('are not judged where nothing was measured', () => {
    const lines = targets({engine: 'SQLite', rounds: {hand: [{rate: 100}]}}).split('\n');
    assert.equal(lines.filter(line => line.endsWith('not measured')).length, 5);
  });

  it('are missed by a process that is too large at any time', () => {
    assert.match(targets(result({memoryLoaded: 151})), /MISS {2}most memory, MB: 151/);
    assert.match(targets(result({memoryPeak: 152})), /MISS {2}most memory, MB: 152/);
    assert.match(targets(result({memoryPeak: NaN})), /PASS {2}most memory, MB: 120/);
  });
});

describe('the table of the hub', () => {
  it('shows medians with the least and the most, and the share of what is done by hand', () => {
    const two = {...result(), rounds: {hub: [hubRound, {...hubRound, rate: 90}], hand: HAND}};
    const line = table(two).split('\n')[2];
    assert.match(line ?? '', /^orders\/s, the hub as it runs +80 +70 +90 +80 %$/);
  });

  it('leaves out what was not measured', () => {
    const text = table({engine: 'SQLite', rounds: {hub: [{rate: 70, latencies: []}]}});
    assert.doesNotMatch(text, /NaN|p99|by hand {2}/);
  });
});

const HAND: Figures[] = [{rate: 100}, {rate: 100}];
