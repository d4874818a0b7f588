import {warn, type LocalElement} from '@local-widgets/core';
import type {DeskView} from './desk-owner.js';

/**
 * A part of the desk that comes in a file of its own, once it is asked for. When it cannot be had, the
 * rest of the desk goes on, and the next try is a person's.
 */
export class LazyPart<T> {
  /** Absent until loaded. */
  part: T | undefined;
  /** The last try failed. */
  failed = false;

  private loading: Promise<void> | undefined;

  /** @param name What the console says could not be had. */
  constructor(
    private readonly host: LocalElement,
    private readonly load: () => Promise<T>,
    private readonly name: string,
  ) {}

  /** Loads unless loaded, on the way, or tried in vain. */
  want(): void {
    if (!this.failed) void this.ask();
  }

  /** Loads unless loaded or on the way; settles when it is there or has failed. */
  ask(): Promise<void> {
    return this.part ? Promise.resolve() : (this.loading ??= this.bring());
  }

  private async bring(): Promise<void> {
    try {
      this.part = await this.load();
      this.failed = false;
    } catch (error) {
      this.failed = true;
      warn(this.host.localName, `${this.name} could not be loaded.`, error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
  }
}

/** Makes what a tab shows come in a file of its own. */
export type Lazily = (name: string, load: () => Promise<DeskView>) => LazyPart<DeskView>;
