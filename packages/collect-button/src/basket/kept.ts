import type {Clock} from '@local-widgets/core';
import {toJson} from '@local-widgets/model';
import type {CollectEnvironment} from '../environment.js';

/** Milliseconds; the longest that anything stays on a visitor's device. */
const LONGEST = 30 * 24 * 3_600_000;

/** Of the shape below; another one is not read. */
const VERSION = 1;

interface Entry {
  readonly version: typeof VERSION;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly value: unknown;
}

/** How a kept value is found, and told from rubbish. */
export interface KeptAs<T> {
  /** Of the entry in `localStorage`. */
  readonly name: string;
  /** The value when it is one that we wrote and that still counts, else undefined. */
  readonly read: (value: unknown, now: Date) => T | undefined;
}

/**
 * One value that outlives the page, 30 days at most, and is the same in all tabs. Nothing is written
 * before `set`; where storage is refused or full it lives as long as the page.
 */
export class Kept<T> {
  private value: T | undefined;
  private readonly storage: Storage | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly as: KeptAs<T>,
    private readonly environment: Pick<CollectEnvironment, 'storage' | 'page'>,
    private readonly clock: Clock,
  ) {
    this.storage = attempt(environment.storage);
    this.value = this.load();
  }

  get(): T | undefined {
    return this.value;
  }

  /** Undefined erases it. */
  set(value: T | undefined): void {
    this.value = value;
    const {name} = this.as;
    attempt(() => {
      if (value === undefined) return this.storage?.removeItem(name);
      const entry: Entry = {version: VERSION, at: this.clock.now().getTime(), value};
      this.storage?.setItem(name, toJson(entry));
    });
    this.tell();
  }

  /** Calls back after each change, of this tab or of another one, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    const {page} = this.environment;
    if (this.listeners.size === 0) page?.addEventListener('storage', this.follow);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) page?.removeEventListener('storage', this.follow);
    };
  }

  private readonly follow = (event: Event): void => {
    const {key} = event as StorageEvent;
    // no key: everything was erased
    if (key !== this.as.name && key !== null) return;
    this.value = this.load();
    this.tell();
  };

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private load(): T | undefined {
    const {name, read} = this.as;
    return attempt(() => {
      const text = this.storage?.getItem(name);
      if (!text) return undefined;
      const entry = JSON.parse(text) as Partial<Entry>;
      const now = this.clock.now();
      const isFresh = entry.version === VERSION && now.getTime() - Number(entry.at) < LONGEST;
      const value = isFresh ? read(entry.value, now) : undefined;
      if (value === undefined) this.storage?.removeItem(name);
      return value;
    });
  }
}

/** Storage throws when it is blocked, full, or holds what is not ours. */
function attempt<R>(action: () => R): R | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
