import type {Announcement, Fanout, FanoutListener} from './fanout.js';

/** For one process. Others on the same database find what is new by looking at it. */
export class LocalFanout implements Fanout {
  readonly #listeners = new Set<FanoutListener>();

  announce(announcement: Announcement): void {
    for (const listener of this.#listeners) listener.told(announcement);
  }

  listen(listener: FanoutListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells that something may have been lost on the way from elsewhere. */
  mayHaveMissed(): void {
    for (const listener of this.#listeners) listener.mayHaveMissed();
  }

  stop(): Promise<void> {
    this.#listeners.clear();
    return Promise.resolve();
  }
}
