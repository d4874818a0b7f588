import {warn, type LocalElement} from '@local-widgets/core';

/** A part of the element that comes in a file of its own, once a person asks for it. */
export class LazyPart<T> {
  /** Absent until loaded. */
  part: T | undefined;
  /** The last try failed; the next one may not. */
  failed = false;

  private loading: Promise<T | undefined> | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly load: () => Promise<T>,
    /** What the console says when the file cannot be had. */
    private readonly sorry: string,
  ) {}

  get isLoading(): boolean {
    return this.loading !== undefined;
  }

  /** Loads unless loaded, on the way, or tried in vain. */
  want(): void {
    if (!this.failed) void this.ask();
  }

  /** Loads unless loaded or on the way; undefined when it cannot be had. */
  ask(): Promise<T | undefined> {
    if (this.part) return Promise.resolve(this.part);
    this.loading ??= this.bring();
    this.host.requestUpdate();
    return this.loading;
  }

  private async bring(): Promise<T | undefined> {
    try {
      this.part = await this.load();
      this.failed = false;
    } catch (error) {
      this.failed = true;
      warn(this.host.localName, `${this.sorry} could not be loaded.`, error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
    return this.part;
  }
}
