import type {
  CalendarDescription,
  EventFormat,
  ReadEventsOptions,
  RejectedEvent,
  UnreadableFeedCode,
} from '@local-widgets/model';
import type {Bytes, PackedReading} from './packed/packed-reading.js';

/** What the page tells the worker, once that is there: one feed, and how to read it. */
export interface ReadMessage {
  readonly bytes: Bytes;
  readonly options: ReadEventsOptions;
}

/** What the worker says: that it is there; then what it could not take, in parts, and what it has read. */
export type ReadAnswer =
  | {readonly kind: 'ready'}
  | {readonly kind: 'rejected'; readonly part: readonly RejectedEvent[]}
  | {
      readonly kind: 'done';
      readonly packed: PackedReading;
      readonly format: EventFormat;
      readonly truncated: boolean;
      readonly calendar: CalendarDescription;
    }
  | {readonly kind: 'unreadable'; readonly code: UnreadableFeedCode; readonly detail: string};

/** Of one message: the page takes over each part in a task of its own, far below 50 ms on a slow phone. */
export const REJECTED_PART = 5000;
