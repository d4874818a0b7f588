import {systemChance, type Chance} from './chance.js';

/** The outer world of the element, replaceable in tests. */
export interface CollectEnvironment {
  readonly fetch: typeof fetch;
  readonly chance: Chance;
  /** Where a basket is kept; undefined, or throwing, where the browser refuses. */
  readonly storage: () => Storage | undefined;
  /** Tells of other tabs (`storage`) and of the network (`online`). */
  readonly page: EventTarget | undefined;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The browser's network, storage and timers. */
export const browserEnvironment: CollectEnvironment = {
  fetch: (...request) => fetch(...request),
  chance: systemChance,
  storage: () => globalThis.localStorage,
  page: typeof window === 'undefined' ? undefined : window,
  sleep: (ms, signal) =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
