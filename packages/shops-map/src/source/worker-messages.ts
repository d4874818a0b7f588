import type {
  GeoCoordinates,
  Place,
  PlaceFormat,
  ReadPlacesOptions,
  RejectedRow,
  UnreadableFeedCode,
} from '@local-widgets/model';
import type {EarlyPositions} from './early-positions.js';

/** Bytes that can be handed over. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How a feed is to be read. */
export interface ReadOrder {
  readonly options: ReadPlacesOptions;
  /** The middle of the list, whose first order is that of names without one. */
  readonly center: GeoCoordinates | undefined;
}

/** What the page tells the worker, once that is there: how to read one feed, its bytes, and their end. */
export type ReadMessage =
  | {readonly kind: 'open'; readonly order: ReadOrder}
  | {readonly kind: 'bytes'; readonly chunks: readonly Bytes[]}
  | {readonly kind: 'close'};

/**
 * What the worker says: that it is there; then places in the order of the feed while it still reads, what a
 * look at the whole changed about them, and the end. When all bytes are there, and many rows are not read,
 * it says where they are. `anew` takes back all that was said before. The order of names comes after it: nobody waits for it.
 */
export type ReadAnswer =
  | {readonly kind: 'ready'}
  | ({readonly kind: 'early'} & EarlyPositions)
  | {readonly kind: 'places'; readonly part: readonly Place[]}
  | {readonly kind: 'anew'}
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
