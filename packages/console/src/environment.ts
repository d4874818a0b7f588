import {systemRandom, type Random} from '@local-widgets/core';
import {takeLineSlot} from './live/line-slots.js';
import type {PushDevice} from './push/push-device.js';

/** The outer world of the desk, replaceable in tests. */
export interface DeskEnvironment {
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>;
  readonly random: Random;
  /** So many bytes that nobody can guess, each equally likely. */
  readonly bytes: (count: number) => Uint8Array;
  /** Resolves after `ms` milliseconds, or as soon as the signal is aborted; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Where settings of this device and unsent replies are kept; absent where the browser forbids it. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  /** Makes sounds; absent where there is none to be had. */
  readonly audio: () => AudioContext | undefined;
  /** Opens the browser's print dialog and comes back when it was closed. */
  readonly print: () => void;
  /** Takes a place for a stream, and tells how to give it back; nothing when there is none left. */
  readonly takeLine: () => Promise<(() => void) | undefined>;
  /** Whether somebody may be looking: the window is in front, and has the keyboard. */
  readonly isSeen: () => boolean;
  /** Has the browser save a text as a file. */
  readonly download: (text: string, name: string) => void;
  /** Notifications of this device; absent where the browser has none. */
  readonly push: () => Promise<PushDevice | undefined>;
}

const MINUTE = 60_000;

/** The browser. */
export const browserEnvironment: DeskEnvironment = {
  fetch: (input, init) => fetch(input, init),
  random: systemRandom,
  // eslint-disable-next-line no-restricted-syntax -- this is what is injected everywhere else
  bytes: count => crypto.getRandomValues(new Uint8Array(count)),
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
  takeLine: takeLineSlot,
  isSeen: () => document.visibilityState === 'visible' && document.hasFocus(),
  download: (text, name) => {
    const url = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Safari asks first, and reads the blob only then
    setTimeout(() => URL.revokeObjectURL(url), MINUTE);
  },
  push: async () => (await import('./push/browser-push.js')).browserPush(),
};
