import type {TestRunnerPlugin} from '@web/test-runner-core';
import type {MediaFeature, Page} from 'puppeteer-core';

/**
 * The command `emulate-media-features`: payload `{'forced-colors': 'active', …}` with any of
 * forced-colors, prefers-color-scheme and prefers-reduced-motion; an empty object takes all back.
 * Answers 'done', or 'unsupported' where the engine cannot, so that a test can skip by name.
 * The runner's own media command passes over forced colours in silence.
 */
export function mediaFeatures(): TestRunnerPlugin {
  return {
    name: 'emulate-media-features',
    async executeCommand({command, payload, session}) {
      if (command !== 'emulate-media-features') return undefined;
      const features = readFeatures(payload);
      if (session.browser.type !== 'puppeteer') return 'unsupported';
      const page = (session.browser as unknown as {getPage(id: string): Page}).getPage(session.id);
      try {
        // An empty list takes every feature back.
        await page.emulateMediaFeatures(features);
        return 'done';
      } catch {
        // Firefox over WebDriver BiDi has no such command.
        return 'unsupported';
      }
    },
  };
}

const known = ['forced-colors', 'prefers-color-scheme', 'prefers-reduced-motion'];

function readFeatures(payload: unknown): MediaFeature[] {
  if (typeof payload !== 'object' || payload === null) {
    throw new Error("emulate-media-features takes an object such as {'forced-colors': 'active'}.");
  }
  return Object.entries(payload).map(([name, value]) => {
    if (!known.includes(name)) throw new Error(`Unknown media feature "${name}".`);
    return {name, value: String(value)};
  });
}
