import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rejectionReport} from '../../src/source/rejection-report.js';

const row = (at: number) => ({at, unit: 'line' as const, reason: 'no-name' as const, detail: 'x'});

describe('rejectionReport', () => {
  it('names rows with line and reason', () => {
    assert.equal(
      rejectionReport({places: [], rejected: [row(2)]}),
      '1 rows left out, 0 shown:\n  line 2: no-name, x',
    );
  });

  it('names the source where there are several', () => {
    const report = rejectionReport({places: [], rejected: [{...row(2), src: 'b.csv'}]});
    assert.match(report, /^ {2}b\.csv line 2: no-name, x$/m);
  });

  it('counts the rest of many', () => {
    const rejected = Array.from({length: 25}, (_, at) => row(at));
    assert.match(rejectionReport({places: [], rejected}), /\n {2}… and 5 more$/);
  });
});
