import {systemRandom, type Random} from '@local-widgets/core';

/** The outer world of the desk, replaceable in tests. */
export interface DeskEnvironment {
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>;
  readonly random: Random;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Where the one setting of this device is kept; absent where the browser forbids it. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Makes sounds; absent where there is none to be had. */
  readonly audio: () => AudioContext | undefined;
  /** Opens the browser's print dialog and comes back when it was closed. */
  readonly print: () => void;
}

/** The browser. */
export const browserEnvironment: DeskEnvironment = {
  fetch: (input, init) => fetch(input, init),
  random: systemRandom,
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
  storage: () => {
    try {
      return localStorage;
    } catch {
      // a browser that keeps nothing throws at the mere word
      return undefined;
    }
  },
  audio: () => (typeof AudioContext === 'undefined' ? undefined : new AudioContext()),
  print: () => window.print(),
};
