import type {
  CalendarDescription,
  EventFormat,
  ReadEventsOptions,
  RejectedEvent,
  UnreadableFeedCode,
} from '@local-widgets/model';
import type {PackedOccurrences} from './packed-occurrences.js';

/** Bytes that can be handed over. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What the page tells the worker, once that is there: one feed, and how to read it. */
export interface ReadMessage {
  readonly bytes: Bytes;
  readonly options: ReadEventsOptions;
}

/** What the worker says: that it is there; then what it has read in parts, and the end. */
export type ReadAnswer =
  | {readonly kind: 'ready'}
  /** As JSON, which arrives in half the time that the objects themselves would take. */
  | {readonly kind: 'events'; readonly part: string}
  | {readonly kind: 'occurrences'; readonly part: PackedOccurrences}
  | {readonly kind: 'rejected'; readonly part: readonly RejectedEvent[]}
  | {
      readonly kind: 'done';
      readonly format: EventFormat;
      readonly truncated: boolean;
      readonly calendar: CalendarDescription;
    }
  | {readonly kind: 'unreadable'; readonly code: UnreadableFeedCode; readonly detail: string};

/** Of one message: the page takes over each part in a task of its own, far below 50 ms on a slow phone. */
export const EVENTS_PART = 400;
export const OCCURRENCES_PART = 5000;
