import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../src/root.js';
import {countSessions, failuresOf} from '../../src/wtr/count-reporter.js';

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

  it('come with the name of each failure', () => {
    const testFile = join(root, 'packages/a/test/a.browser.test.ts');
    const place = {file: 'packages/a/test/a.browser.test.ts', engine: 'firefox'};
    const failed = session('Firefox', false, 'passed', 'failed', 'skipped');
    failed.testResults!.suites[0]!.tests[1]!.error = {message: 'expected 1\nto equal 2'};
    const unloaded = {browser: {name: 'Firefox'} as Session['browser'], passed: false};
    const all = [session('Firefox', true, 'passed'), failed, unloaded];
    assert.deepEqual(
      [...failuresOf(all.map(one => ({...one, testFile})))],
      [
        {...place, name: 'suite > failed: expected 1'},
        {...place, name: 'did not load, or never finished'},
      ],
    );
  });
});
