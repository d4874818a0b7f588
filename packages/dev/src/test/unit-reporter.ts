import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';
import type {TestEvent} from 'node:test/reporters';

type Counted = Extract<TestEvent, {type: 'test:summary'}>['data']['counts'];
/** The types of Node leave out a number that it gives. */
type RunCounts = Counted & {failed: number};
type Failed = Extract<TestEvent, {type: 'test:fail'}>['data'];

/**
 * A reporter of node:test that prints nothing and leaves the counts for `npm test`, as in
 * ../counts.ts: Node loads reporters before tsx, so this file can import nothing of ours.
 */
export default async function* unitReporter(
  events: AsyncIterable<TestEvent>,
): AsyncGenerator<string> {
  const failures: object[] = [];
  for await (const event of events) {
    if (event.type === 'test:fail' && isOwnFailure(event.data))
      failures.push(failureOf(event.data));
    // Each file has a summary too; the one without a file is the whole run's.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    leave(event.data.counts as RunCounts, failures);
  }
  yield '';
}

/** A suite fails with the tests in it, which are named by themselves. */
function isOwnFailure({details: {error}}: Failed): boolean {
  return (error as {failureType?: unknown}).failureType !== 'subtestsFailed';
}

function failureOf({file, name}: Failed) {
  const place = file === undefined ? {} : {file: relative(process.cwd(), file)};
  return {name, ...place};
}

function leave(counts: RunCounts, failures: object[]): void {
  const file = process.env['LOCAL_WIDGETS_COUNTS'];
  if (file === undefined) return;
  const {passed, failed, cancelled, skipped, todo} = counts;
  const left = {passed, failed: failed + cancelled, skipped: skipped + todo, failures};
  writeFileSync(file, JSON.stringify(left));
}
