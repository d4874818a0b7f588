import {writeFileSync} from 'node:fs';
import type {TestEvent} from 'node:test/reporters';

type Counted = Extract<TestEvent, {type: 'test:summary'}>['data']['counts'];
/** The types of Node leave out a number that it gives. */
type RunCounts = Counted & {failed: number};

/**
 * A reporter of node:test that prints nothing and leaves the counts for `npm test`, as in
 * ../counts.ts: Node loads reporters before tsx, so this file can import nothing of ours.
 */
export default async function* unitReporter(
  events: AsyncIterable<TestEvent>,
): AsyncGenerator<string> {
  for await (const event of events) {
    // Each file has a summary too; the one without a file is the whole run's.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    leave(event.data.counts as RunCounts);
  }
  yield '';
}

function leave(counts: RunCounts): void {
  const file = process.env['LOCAL_WIDGETS_COUNTS'];
  if (file === undefined) return;
  const {passed, failed, cancelled, skipped, todo} = counts;
  writeFileSync(
    file,
    JSON.stringify({passed, failed: failed + cancelled, skipped: skipped + todo}),
  );
}
