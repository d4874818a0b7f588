import type {LocalElement} from '@local-widgets/core';
import type {PlaceDetails} from './place-details.js';

/**
 * Loads what enriches the list, once something is listed. When that fails the list stays as it is, and
 * the next person's action tries again.
 */
export class DetailsLoader {
  /** Absent until loaded. */
  details: PlaceDetails | undefined;
  /** The last try failed. */
  failed = false;

  private loading: Promise<void> | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly warn: (message: string, error?: unknown) => void,
  ) {}

  /** Loads unless loaded or on the way; settles when it is there or has failed. */
  ask(): Promise<void> {
    if (this.details) return Promise.resolve();
    return (this.loading ??= this.load());
  }

  private async load(): Promise<void> {
    try {
      const {PlaceDetails} = await import('../details.js');
      this.details = new PlaceDetails(this.host, this.warn);
      this.failed = false;
    } catch (error) {
      this.failed = true;
      this.warn('opening hours and cards could not be loaded; the list stays.', error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
  }
}
