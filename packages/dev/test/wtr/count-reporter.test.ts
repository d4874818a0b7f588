import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {countSessions} from '../../src/wtr/count-reporter.js';

type Session = Parameters<typeof countSessions>[0] extends Iterable<infer S> ? S : never;

const session = (name: string, passed: boolean, ...tests: string[]): Session => ({
  browser: {name} as Session['browser'],
  passed,
  testResults: {
    name: '',
    tests: [],
    suites: [
      {
        name: 'suite',
        suites: [],
        tests: tests.map(word => ({
          name: word,
          passed: word === 'passed',
          skipped: word === 'skipped',
        })),
      },
    ],
  },
});

describe('the counts of browser tests', () => {
  it('are summed by browser', () => {
    const counts = countSessions([
      session('Chromium', true, 'passed', 'skipped'),
      session('Chromium', false, 'failed', 'passed'),
      session('Firefox', true, 'passed'),
    ]);
    assert.deepEqual(counts.get('Chromium'), {passed: 2, failed: 1, skipped: 1});
    assert.deepEqual(counts.get('Firefox'), {passed: 1, failed: 0, skipped: 0});
  });

  it('hold a failure for a file that did not load', () => {
    const counts = countSessions([{browser: {name: 'X'} as Session['browser'], passed: false}]);
    assert.deepEqual(counts.get('X'), {passed: 0, failed: 1, skipped: 0});
  });
});
