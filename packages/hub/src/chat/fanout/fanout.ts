import type {ChatAuthor} from '@local-widgets/model/schemas.js';

/**
 * What processes tell each other. None of it is the thing itself: who hears of a room reads its log, so
 * that an announcement which is lost, late or doubled does no harm.
 */
export type Announcement =
  /** Events `from` to `to` were committed. */
  | {kind: 'room'; room: string; shop: string; from: number; to: number}
  /** A room's summary changed without an event. */
  | {kind: 'summary'; room: string; shop: string}
  /** Somebody joined a room, or left it. */
  | {kind: 'member'; visitor: string; room: string}
  /** Somebody of a shop went away or came back, or its settings changed. */
  | {kind: 'profile'; shop: string; isOpen: boolean; isAway: boolean}
  /** Told and forgotten. */
  | {kind: 'typing'; room: string; shop: string; author: ChatAuthor};

export interface FanoutListener {
  told(announcement: Announcement): void;
  /** Announcements of other processes may have been lost: look everywhere. */
  mayHaveMissed(): void;
}

/** Tells all processes of a hub, this one at once. */
export interface Fanout {
  /** To be called once the transaction is committed. Never throws, never waits. */
  announce(announcement: Announcement): void;
  /** @returns the way out */
  listen(listener: FanoutListener): () => void;
  stop(): Promise<void>;
}
