import type {Clock} from '@local-widgets/core';
import type {Chance} from '../../src/chance.js';

/** `localStorage` of a test: what it holds outlives a "page". */
export class MemoryStorage implements Storage {
  [name: string]: unknown;
  protected readonly entries: Map<string, string>;

  constructor(entries = new Map<string, string>()) {
    this.entries = entries;
  }

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

/** Chance that looks like any, is always the same for a seed, and never comes twice. */
export function seededChance(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) & 255;
  };
  return {bytes: count => Uint8Array.from({length: count}, next)};
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

/** The event of a change in another tab; Node knows no `StorageEvent`. */
export function storageEvent(key: string | null): Event {
  return Object.assign(new Event('storage'), {key});
}
