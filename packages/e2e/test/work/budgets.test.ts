import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {COUNTED, countWork} from '../../src/work/count-work.js';
import {overBudget} from '../../src/work/over-budget.js';
import {budgets} from '../../src/work/work-budgets.js';
import {openWorkTown, withoutWork, type WorkTown} from '../../src/work/work-town.js';

describe('the work of each widget', {skip: await withoutWork(), timeout: 600_000}, () => {
  let town: WorkTown;

  before(async () => {
    town = await openWorkTown();
  });
  after(() => town.close());

  for (const name of COUNTED) {
    it(`stays within its budgets: ${name}`, async () => {
      const own = Object.entries(budgets).filter(([what]) => what.startsWith(`${name}: `));
      assert.deepEqual(overBudget(await countWork(town, name), Object.fromEntries(own)), []);
    });
  }
});

describe('a budget', () => {
  it('is missed by more, by what has none, and by what is not counted', () => {
    const counts = new Map([
      ['a: renders', 2],
      ['b: renders', 1],
      ['c: renders', 1],
    ]);
    assert.deepEqual(overBudget(counts, {'a: renders': 1, 'b: renders': 1, 'd: renders': 1}), [
      'a: renders: 2 of 1',
      'c: renders: 1, without a budget',
      'd: renders: not counted',
    ]);
  });
});
