import {warn} from '../log.js';
import type {LocalElement} from './local-element.js';

/**
 * A part of an element that comes in a file of its own, once it is asked for. When it cannot be had the
 * element stays as it is, and the next try is a person's.
 */
export class LazyPart<T> {
  /** Absent until loaded. */
  part: T | undefined;
  /** The last try failed; the next one may not. */
  failed = false;

  /** While it is on its way. */
  loading: Promise<T | undefined> | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly load: () => Promise<T>,
    private readonly name: string,
  ) {}

  /** Loads unless loaded, on the way, or tried in vain. */
  want(): void {
    if (!this.part && !this.failed) this.loading ??= this.bring();
  }

  /** Loads unless loaded or on the way, and shows that it does; undefined when it cannot be had. */
  async ask(): Promise<T | undefined> {
    if (this.part) return this.part;
    this.host.requestUpdate();
    return (this.loading ??= this.bring());
  }

  private async bring(): Promise<T | undefined> {
    try {
      this.part = await this.load();
      this.failed = false;
    } catch (error) {
      this.failed = true;
      warn(this.host.localName, `${this.name} could not be loaded; the rest stays.`, error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
    return this.part;
  }
}
