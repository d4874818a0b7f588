import type {
  Place,
  PlaceFormat,
  ReadPlacesOptions,
  RejectedRow,
  UnreadableFeedCode,
} from '@local-widgets/model';

/** What the page asks the worker for, once it is there: to read one feed. */
export interface ReadOrder {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly options: ReadPlacesOptions;
  /** Whether the order of names is needed at once: else it comes when all is there. */
  readonly isByName: boolean;
}

/**
 * What the worker says: that it is there; then places in the order of the feed while it still reads, what a
 * look at the whole changed about them, and the end. The order of names comes after it: nobody waits for it.
 */
export type ReadAnswer =
  | {readonly kind: 'ready'}
  | {readonly kind: 'places'; readonly part: readonly Place[]}
  | {readonly kind: 'rejected'; readonly part: readonly RejectedRow[]}
  | {
      /** Indices among all places that were sent, in descending order: they are none. */
      readonly kind: 'removed';
      readonly indices: readonly number[];
    }
  | {readonly kind: 'renamed'; readonly ids: readonly (readonly [index: number, id: string])[]}
  | {readonly kind: 'names'; readonly nameOrder: Uint32Array}
  | {
      readonly kind: 'done';
      readonly format: PlaceFormat;
      readonly truncated: boolean;
      /** `positionsOf` all places. */
      readonly positions: Float64Array;
    }
  | {readonly kind: 'end'}
  | {readonly kind: 'unreadable'; readonly code: UnreadableFeedCode; readonly detail: string};

/** Rows of one message: the page takes over each part in a task of its own, far below 50 ms on a slow phone too. */
export const PART = 500;
