import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {Page} from 'puppeteer-core';

/** A finger comes down at the first point, moves through the others and leaves at the last one. */
type Way = readonly (readonly [x: number, y: number])[];

/**
 * The command `touch`: payload a list of points in CSS pixels of the viewport; one is a tap. Real touch
 * input, which the browser itself turns into scrolling and clicks, in Chromium and Firefox. Answers
 * 'done', or 'unsupported' where the engine's driver has no fingers, as WebKit's.
 */
export function touch(): TestRunnerPlugin {
  return {
    name: 'touch',
    async executeCommand({command, payload, session}) {
      if (command !== 'touch') return undefined;
      const [first, ...others] = readWay(payload);
      if (!first || session.browser.type !== 'puppeteer') return 'unsupported';
      const page = (session.browser as unknown as {getPage(id: string): Page}).getPage(session.id);
      const {touchscreen} = page;
      try {
        await touchscreen.touchStart(...first);
        for (const point of others) await touchscreen.touchMove(...point);
        await touchscreen.touchEnd();
        return 'done';
      } catch {
        return 'unsupported';
      }
    },
  };
}

function readWay(payload: unknown): Way {
  if (!Array.isArray(payload) || payload.length === 0 || !payload.every(isPoint)) {
    throw new Error('touch takes a list of points such as [[10, 20], [10, 80]].');
  }
  return payload;
}

function isPoint(point: unknown): point is Way[number] {
  return Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
}
