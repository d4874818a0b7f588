import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {failures, scoresOf, type Scores} from '../src/lighthouse/scores.js';

const FINE: Scores = {performance: 97, accessibility: 100, 'best-practices': 100, seo: 100};

describe('what Lighthouse says', () => {
  it('is read as whole numbers', () => {
    const category = (score: number) => ({score});
    const categories = {
      performance: category(0.974),
      accessibility: category(1),
      'best-practices': category(1),
      seo: category(1),
    };
    assert.deepEqual(scoresOf({categories}), FINE);
  });

  it('is not taken for a score when a category could not be measured', () => {
    assert.throws(
      () => scoresOf({categories: {performance: {score: null}}}),
      /no score for performance/,
    );
  });

  it('is held against what we promise, by the median of the runs', () => {
    assert.deepEqual(failures([FINE, FINE, {...FINE, performance: 60}]), []);
    assert.deepEqual(failures([FINE, {...FINE, seo: 92}, {...FINE, seo: 99}]), [
      'seo: 99, promised 100.',
    ]);
  });
});
