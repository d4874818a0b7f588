import type {FeedErrorCode} from '@local-widgets/core';
import type {Event} from '@local-widgets/model';

/** All our events bubble and leave the shadow tree: a page may listen on any ancestor. */
const TRAVELS = {bubbles: true, composed: true} as const;

export interface EventSelectDetail {
  /** `Event.id` of the chosen event; `null` when the choice was taken back. */
  readonly id: string | null;
  /** Which of its dates, as in `Occurrence.recurrenceId`. */
  readonly recurrenceId: string | null;
  /** Id of the place in the map where it takes place, when the source tells. */
  readonly placeId: string | null;
  /** The chosen event, as plain data. */
  readonly event: Event | null;
}

/** A person opened an event, or closed it. */
export class LocalEventSelectEvent extends CustomEvent<EventSelectDetail> {
  constructor(detail: EventSelectDetail) {
    super('local-event-select', {...TRAVELS, detail});
  }
}

/** What the page's other elements can do for an event. */
export type EventAction = 'map';

export interface EventActionDetail {
  readonly action: EventAction;
  readonly id: string;
  /** Id of the place in the map. */
  readonly placeId: string;
  /** The event, as plain data. */
  readonly event: Event;
}

/** A person wants to see on the map where an event takes place. */
export class LocalEventActionEvent extends CustomEvent<EventActionDetail> {
  constructor(detail: EventActionDetail) {
    super('local-event-action', {...TRAVELS, detail});
  }
}

export interface EventsFilterDetail {
  /** Ids of the events that pass, in the order of their first date. */
  readonly ids: readonly string[];
}

/** A person changed a filter; not fired for changes made by attributes. */
export class LocalEventsFilterEvent extends CustomEvent<EventsFilterDetail> {
  constructor(detail: EventsFilterDetail) {
    super('local-events-filter', {...TRAVELS, detail});
  }
}

export interface EventsLoadDetail {
  /** Events that can be shown. */
  readonly count: number;
  /** Their dates, from two months ago to a year from now unless a person went further. */
  readonly occurrences: number;
  /** Entries of the sources that could not be read, or not whole; the console names each. */
  readonly rejected: number;
}

/** The sources were read. */
export class LocalEventsLoadEvent extends CustomEvent<EventsLoadDetail> {
  constructor(detail: EventsLoadDetail) {
    super('local-events-load', {...TRAVELS, detail});
  }
}

export interface EventsErrorDetail {
  readonly code: FeedErrorCode;
  /** English, for logs. */
  readonly message: string;
}

/** No source could be loaded or read. */
export class LocalEventsErrorEvent extends CustomEvent<EventsErrorDetail> {
  constructor(detail: EventsErrorDetail) {
    super('local-events-error', {...TRAVELS, detail});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'local-event-action': LocalEventActionEvent;
    'local-event-select': LocalEventSelectEvent;
    'local-events-filter': LocalEventsFilterEvent;
    'local-events-load': LocalEventsLoadEvent;
    'local-events-error': LocalEventsErrorEvent;
  }
}
