import type {FeedEnvironment, FeedError} from '@local-widgets/core';
import type {PreparedOrder, ReadPlacesResult, RejectedRow} from '@local-widgets/model';
import type {EarlyPlaces} from '../map/places-on-map.js';

/** What an element asks for: where its places are. */
export interface SourceRequest {
  /**
   * Addresses separated by white space, each relative to the page or the `#id` of a data block in the
   * page. Empty: what stands inside the element.
   */
  readonly src: string;
  /** Name of a format. Of several sources it counts for those that are not recognised. */
  readonly format?: string | undefined;
  readonly host: HTMLElement;
  readonly environment?: FeedEnvironment;
  readonly signal: AbortSignal;
  /** Where the places of a large feed are, when that is known long before they are read. */
  readonly onEarly?: ((places: EarlyPlaces) => void) | undefined;
}

/** One of several sources that could not be loaded or read, while others could. */
export interface SourceFailure {
  /** As written in `src`. */
  readonly src: string;
  readonly error: FeedError;
}

/** A rejected row, with its source when there are several. */
export interface RejectedIn extends RejectedRow {
  readonly src?: string;
}

export interface LoadedPlaces extends ReadPlacesResult {
  readonly rejected: RejectedIn[];
  /** In the order of `src`; empty when all is there. */
  readonly failures: readonly SourceFailure[];
  /** Places that several sources have, and that are shown once. */
  readonly duplicates: number;
  /** What was worked out off the main thread for exactly these places; it may grow. */
  readonly prepared?: PreparedOrder;
}
