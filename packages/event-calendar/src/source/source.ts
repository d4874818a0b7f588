import type {FeedEnvironment, FeedError} from '@local-widgets/core';
import type {DayRange, RejectedEvent} from '@local-widgets/model';
import type {LazyReading} from '../state/event-lookup.js';

/** What an element asks for: where its events are. */
export interface SourceRequest {
  /**
   * Addresses separated by white space, each relative to the page or the `#id` of a data block in the
   * page. Empty: what stands inside the element.
   */
  readonly src: string;
  /** Address of a hub, and one of its calendars; empty: none. */
  readonly hub: string;
  readonly calendar: string;
  /** Name of a format. Of several sources it counts for those that are not recognised. */
  readonly format?: string | undefined;
  /** What the webmaster calls the sources, in the order of `src`. */
  readonly labels: readonly string[];
  readonly host: HTMLElement;
  readonly timeZone: string;
  /** The days of which the dates are wanted. */
  readonly days: DayRange;
  readonly environment?: FeedEnvironment;
  readonly signal: AbortSignal;
}

/** One of several sources that could not be loaded or read, while others could. */
export interface SourceFailure {
  /** As the webmaster calls it, else as written in `src`. */
  readonly name: string;
  readonly error: FeedError;
}

/** A rejected entry, with its source when there are several. */
export interface RejectedIn extends RejectedEvent {
  readonly src?: string;
}

export interface LoadedEvents extends LazyReading {
  readonly rejected: RejectedIn[];
  /** In the order of `src`; empty when all is there. */
  readonly failures: readonly SourceFailure[];
  /** Names of the sources, in the order of `src`, that give colours; empty when there is one. */
  readonly labels: readonly string[];
  /** Addresses in iCalendar, for those who want to subscribe; `name` is empty where there is one source. */
  readonly subscriptions: readonly {readonly name: string; readonly url: string}[];
}
