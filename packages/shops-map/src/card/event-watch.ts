import type {LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';

/**
 * Hears from the calendar of the page where a person wants to see an event on the map
 * (`local-event-action`), as it would hear of a choice here.
 */
export class EventWatch implements ReactiveController {
  constructor(
    host: LocalElement,
    /** Shows a place by its id, when it is here. */
    private readonly show: (id: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('local-event-action', this.handleAction);
  }

  hostDisconnected(): void {
    document.removeEventListener('local-event-action', this.handleAction);
  }

  /** Anybody can send an event of this name. */
  private readonly handleAction = (event: Event): void => {
    const {detail} = event as CustomEvent<unknown>;
    const {action, placeId} = (detail ?? {}) as Record<string, unknown>;
    if (action === 'map' && typeof placeId === 'string') this.show(placeId);
  };
}
