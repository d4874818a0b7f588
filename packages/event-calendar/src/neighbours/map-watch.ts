import type {LocalElement} from '@local-widgets/core';
import type {ReactiveController} from 'lit';
import type {ChosenPlace} from '../state/filters.js';

/** What the calendar does for the map of the page. */
export interface MapFollower {
  /** A person asks in the map what is on at a place. */
  ask(place: ChosenPlace): void;
  /** A person chose a place in the map, or took the choice back. */
  follow(place: ChosenPlace | undefined): void;
}

/** The attributes that say whether the map matters. */
interface MapAttributes {
  /** The only place whose events are shown; null for all. */
  readonly shop: string | null;
  readonly followMap: boolean;
}

/** Hears what people do in the map: the events that it sends are all that ties the two together. */
export class MapWatch implements ReactiveController {
  /** The place that a person went to from here: the map shows it, the calendar stays as it is. */
  private shown: string | undefined;

  constructor(
    private readonly host: LocalElement & MapAttributes,
    private readonly follower: MapFollower,
  ) {
    host.addController(this);
    host.addEventListener('local-event-action', ({detail}) => (this.shown = detail.placeId));
  }

  hostConnected(): void {
    document.addEventListener('local-shop-action', this.handleAction);
    document.addEventListener('local-shop-select', this.handleSelect);
  }

  hostDisconnected(): void {
    document.removeEventListener('local-shop-action', this.handleAction);
    document.removeEventListener('local-shop-select', this.handleSelect);
  }

  private readonly handleAction = (event: Event): void => {
    const {action, place} = read(event);
    const {shop} = this.host;
    if (action !== 'events' || !place || (shop !== null && shop !== place.id)) return;
    this.follower.ask(place);
  };

  private readonly handleSelect = (event: Event): void => {
    const {followMap, shop} = this.host;
    const {place} = read(event);
    const {shown} = this;
    this.shown = undefined;
    if (!followMap || shop !== null || (place && place.id === shown)) return;
    this.follower.follow(place);
  };
}

/** Anybody can send an event of this name: only what is text is taken over. */
function read(event: Event): {action: unknown; place: ChosenPlace | undefined} {
  const {detail} = event as CustomEvent<unknown>;
  const {action, id, place} = (detail ?? {}) as Record<string, unknown>;
  const {name} = (place ?? {}) as {name?: unknown};
  const known = typeof id === 'string' && {id, name: typeof name === 'string' ? name : id};
  return {action, place: known || undefined};
}
