import {warn, type LocalElement} from '@local-widgets/core';

/**
 * A part of the element that comes in a file of its own, once it is asked for. When it cannot be had
 * the calendar stays as it is, and the next person's action tries again.
 */
export class LazyPart<T> {
  /** Absent until loaded. */
  part: T | undefined;
  /** The last try failed. */
  failed = false;

  private loading: Promise<void> | undefined;

  /** @param sorry What the console says when the file cannot be had. */
  constructor(
    private readonly host: LocalElement,
    private readonly load: () => Promise<T>,
    private readonly sorry: string,
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
      warn(this.host.localName, `${this.sorry} could not be loaded; the calendar stays.`, error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
  }
}
