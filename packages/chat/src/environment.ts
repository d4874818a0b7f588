import {systemChance, type Chance} from './chance.js';
import type {TabTools} from './client/shared-line.js';

/** The outer world of the element and of its client, replaceable in tests. */
export interface ChatEnvironment {
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly chance: Chance;
  /** Where a conversation is kept; undefined, or throwing, where the browser refuses. */
  readonly storage: () => Storage | undefined;
  /** Tells of other tabs (`storage`) and of the network (`online`, `pageshow`). */
  readonly page: EventTarget | undefined;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** What joins the tabs of a site; undefined where the browser has none, or storage is refused. */
  readonly tabs: () => TabTools | undefined;
}

/** The browser's network, storage and timers. */
export const browserEnvironment: ChatEnvironment = {
  fetch: (input, init) => fetch(input, init),
  chance: systemChance,
  storage: () => globalThis.localStorage,
  page: typeof window === 'undefined' ? undefined : window,
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
  tabs: () => {
    const {navigator, BroadcastChannel} = globalThis;
    if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return undefined;
    return {locks: navigator.locks, channel: name => new BroadcastChannel(name)};
  },
};
