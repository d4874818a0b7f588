import {relative} from 'node:path';
import type {Reporter, TestSession} from '@web/test-runner-core';
import {addCounts, leaveCounts, noCounts, type Counts, type Failure} from '../counts.js';
import {root} from '../root.js';

type SuiteResult = NonNullable<TestSession['testResults']>;
type Session = Pick<TestSession, 'browser' | 'passed' | 'testResults'>;
type PlacedSession = Session & Pick<TestSession, 'testFile'>;

/**
 * Sums the sessions (one test file in one browser each) by browser. A session that failed without
 * a failed test, because its file did not load or never finished, counts as one failure.
 */
export function countSessions(sessions: Iterable<Session>): Map<string, Counts> {
  const browsers = new Map<string, Counts>();
  for (const session of sessions) {
    const counts = noCounts();
    if (session.testResults) countSuite(session.testResults, counts);
    if (session.passed !== true && counts.failed === 0) counts.failed = 1;
    const sum = browsers.get(session.browser.name) ?? noCounts();
    addCounts(sum, counts);
    browsers.set(session.browser.name, sum);
  }
  return browsers;
}

/** What failed, test by test; one that failed without a failed test did not load or never finished. */
export function* failuresOf(sessions: Iterable<PlacedSession>): Generator<Failure> {
  for (const {browser, passed, testFile, testResults} of sessions) {
    if (passed === true) continue;
    const place = {file: relative(root, testFile), engine: browser.name.toLowerCase()};
    const names = testResults ? [...failedTests(testResults)] : [];
    if (names.length === 0) names.push('did not load, or never finished');
    for (const name of names) yield {name, ...place};
  }
}

/** Prints one line for each browser at the end and leaves the sum for `npm test`. */
export function countReporter(): Reporter {
  return {
    onTestRunFinished({sessions}) {
      const sum = noCounts();
      for (const [name, counts] of countSessions(sessions)) {
        addCounts(sum, counts);
        const {passed, failed, skipped} = counts;
        process.stdout.write(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
      }
      leaveCounts({...sum, failures: [...failuresOf(sessions)]});
    },
  };
}

function countSuite(suite: SuiteResult, counts: Counts): void {
  for (const test of suite.tests) {
    counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  }
  for (const child of suite.suites) countSuite(child, counts);
}

function* failedTests(suite: SuiteResult, path = ''): Generator<string> {
  const here = [path, suite.name].filter(Boolean).join(' > ');
  for (const {name, passed, skipped, error} of suite.tests) {
    if (passed || skipped) continue;
    const [reason = ''] = (error?.message ?? '').split('\n');
    yield `${here} > ${name}${reason && `: ${reason.slice(0, 200)}`}`;
  }
  for (const child of suite.suites) yield* failedTests(child, here);
}
