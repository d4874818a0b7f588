import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {NewsLine} from '../../src/client/news-line.js';
import {SharedLine, type TabTools} from '../../src/client/shared-line.js';

/** A tab whose browser answers for a lock like this; tells how often it was asked and what the line did. */
function tab(request: () => Promise<never>): {
  line: SharedLine;
  seen: {requests: number; line: string[]; isChannelOpen: boolean};
} {
  const seen = {requests: 0, line: [] as string[], isChannelOpen: true};
  const own = {
    state: 'live',
    start: () => seen.line.push('start'),
    stop: () => seen.line.push('stop'),
  };
  const tools = {
    locks: {
      request: () => {
        seen.requests++;
        // a request that is repeated for ever would never let the test end
        return seen.requests > 20 ? new Promise(() => {}) : request();
      },
    },
    channel: () => ({postMessage: () => {}, close: () => (seen.isChannelOpen = false)}),
  } as unknown as TabTools;
  const line = new SharedLine({
    name: 'site',
    line: own as unknown as NewsLine,
    tools,
    sleep: () => new Promise(() => {}),
    cursor: () => new Map(),
    hear: () => {},
    reach: () => {},
    changed: () => {},
  });
  return {line, seen};
}

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('a line that tabs share', () => {
  it('is each tab’s own where locks are refused, as in a document that left its window', async () => {
    const {line, seen} = tab(() =>
      Promise.reject(new DOMException('not active', 'InvalidStateError')),
    );
    line.start();
    await settled();
    assert.deepEqual(seen, {requests: 1, line: ['start'], isChannelOpen: false});
    assert.equal(line.state, 'live');
  });

  it('is left once where signals are dead as well', async test => {
    class DeadController extends AbortController {
      override abort(): void {}
    }
    test.mock.property(globalThis, 'AbortController', DeadController);
    const {line, seen} = tab(() =>
      Promise.reject(new DOMException('not active', 'InvalidStateError')),
    );
    line.start();
    await settled();
    assert.deepEqual(seen, {requests: 1, line: ['start'], isChannelOpen: false});
  });

  it('waits again for a lock that was stolen', async () => {
    const {line, seen} = tab(() => Promise.reject(new DOMException('stolen', 'AbortError')));
    line.start();
    await settled();
    assert.ok(seen.requests > 1);
    assert.ok(!seen.line.includes('start'));
    assert.equal(seen.isChannelOpen, true);
  });
});
