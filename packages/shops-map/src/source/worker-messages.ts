import type {
  Place,
  PlaceFormat,
  ReadPlacesOptions,
  RejectedRow,
  UnreadableFeedCode,
} from '@local-widgets/model';
import type {PreparedPlaces} from './source.js';

/** What the page asks the worker for, once it is there: to read one feed. */
export interface ReadOrder {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly options: ReadPlacesOptions;
}

/** What the worker says: that it is there; then parts in the order of the feed, then the end. */
export type ReadAnswer =
  | {readonly kind: 'ready'}
  | {readonly kind: 'places'; readonly part: readonly Place[]}
  | {readonly kind: 'rejected'; readonly part: readonly RejectedRow[]}
  | {
      readonly kind: 'done';
      readonly format: PlaceFormat;
      readonly truncated: boolean;
      readonly prepared: PreparedPlaces;
    }
  | {readonly kind: 'unreadable'; readonly code: UnreadableFeedCode; readonly detail: string};

/** Rows of one message: the page takes over each part in a task of its own, far below 50 ms on a slow phone too. */
export const PART = 500;
