import type {DeskOwner} from './desk-owner.js';

/**
 * One thing that a person asks the hub for: a second press while it is on its way does nothing, and
 * what went wrong stays to be read until the next try.
 */
export class Action {
  /** On its way. */
  isBusy = false;
  /** Why the last try failed. */
  error: unknown;

  private last: (() => Promise<unknown>) | undefined;

  constructor(private readonly owner: Pick<DeskOwner, 'update' | 'sentenceOf'>) {}

  /** Why the last try failed, for people; empty when it did not. */
  get sentence(): string {
    return this.error === undefined ? '' : this.owner.sentenceOf(this.error);
  }

  /** Runs, unless something still does. Returns whether it succeeded. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.error = undefined;
    this.last = work;
    this.owner.update();
    try {
      await work();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.isBusy = false;
      this.owner.update();
    }
  }

  /** The same once more. */
  readonly retry = (): void => {
    if (this.last) void this.run(this.last);
  };
}
