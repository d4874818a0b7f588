import type {Clock} from '@local-widgets/core';
import type {Chance} from '../src/chance.js';
import type {CollectEnvironment} from '../src/environment.js';

/** `localStorage` of a test: what it holds outlives a "page", and other tabs can be played. */
export class MemoryStorage implements Storage {
  [name: string]: unknown;
  private readonly entries = new Map<string, string>();

  get length(): number {
    return this.entries.size;
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  key(index: number): string | null {
    return this.names[index] ?? null;
  }

  getItem(name: string): string | null {
    return this.entries.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.entries.set(name, value);
  }

  removeItem(name: string): void {
    this.entries.delete(name);
  }

  clear(): void {
    this.entries.clear();
  }
}

/** Chance that counts up: always the same, never twice. */
export function countingChance(): Chance {
  let next = 0;
  return {bytes: count => Uint8Array.from({length: count}, () => (next++ * 37) % 256)};
}

/** A moment that a test moves on. */
export class TestClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return this.at;
  }

  set(at: Date | string): void {
    this.at = new Date(at);
  }
}

/** Waits that end when a test says so. */
export class Sleeps {
  readonly lengths: number[] = [];
  private readonly wakers = new Set<() => void>();

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      this.lengths.push(ms);
      const wake = (): void => {
        this.wakers.delete(wake);
        resolve();
      };
      this.wakers.add(wake);
      signal.addEventListener('abort', wake);
    });

  get isAsleep(): boolean {
    return this.wakers.size > 0;
  }

  wake(): void {
    for (const wake of [...this.wakers]) wake();
  }
}

/** The event of a change in another tab; Node knows no `StorageEvent`. */
export function storageEvent(key: string | null): Event {
  return Object.assign(new Event('storage'), {key});
}

/** Everything outside of an element, in the hands of a test. */
export interface World extends CollectEnvironment {
  readonly page: EventTarget;
}

export function world(storage: Storage | undefined, more: Partial<CollectEnvironment> = {}): World {
  return {
    fetch: () => Promise.reject(new TypeError('no network in this test')),
    chance: countingChance(),
    storage: () => storage,
    sleep: () => Promise.resolve(),
    ...more,
    page: more.page ?? new EventTarget(),
  };
}
