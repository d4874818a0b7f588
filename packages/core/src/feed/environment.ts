import {systemRandom, type Random} from '../clock.js';

/** The outer world of feeds, replaceable in tests. */
export interface FeedEnvironment {
  readonly fetch: typeof fetch;
  readonly random: Random;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The browser's network and timers. */
export const browserEnvironment: FeedEnvironment = {
  fetch: (...request) => fetch(...request),
  random: systemRandom,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
};
