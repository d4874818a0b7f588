import type {LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';
import {adoptStyles} from '../styles/adopt-styles.js';

/** The chunk that enriches the list. */
export type Details = typeof import('../details.js');

/**
 * Loads what enriches the list, once something is listed. When that fails the list stays as it is, and
 * the next person's action tries again.
 */
export class DetailsController implements ReactiveController {
  /** Absent until loaded. */
  details: Details | undefined;
  /** The last try failed. */
  failed = false;

  private loading: Promise<void> | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly warn: (message: string, error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // nothing to start: the element asks once it has something to enrich
  }

  /** Loads unless loaded or on the way; settles when it is there or has failed. */
  ask(): Promise<void> {
    if (this.details) return Promise.resolve();
    return (this.loading ??= this.load());
  }

  private async load(): Promise<void> {
    try {
      const details = await import('../details.js');
      if (this.host.shadowRoot) adoptStyles(this.host.shadowRoot, details.cardStyles);
      this.details = details;
      this.failed = false;
    } catch (error) {
      this.failed = true;
      this.warn('opening hours and cards could not be loaded; the list stays.', error);
    }
    this.loading = undefined;
    this.host.requestUpdate();
  }
}
