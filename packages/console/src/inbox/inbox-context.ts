import type {Order} from '@local-widgets/model/schemas.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Inbox} from './inbox.js';

/** The orders beside the messages, where the desk has them. */
export interface OrderLink {
  /** One of those that are loaded. */
  find(id: string): Order | undefined;
  /** Goes to it. */
  show(id: string): void;
}

/** What every part of the inbox knows. */
export interface InboxContext {
  readonly desk: DeskOwner;
  readonly inbox: Inbox;
  readonly orders: OrderLink | undefined;
  /** What is open: a room's id, `REPORTS`, or nothing. */
  readonly opened: string;
  /** Opens a room, or goes back to the list with an empty place. */
  open(place: string): void;
}

/** The place of the reports, beside those of the rooms; no room is called so. */
export const REPORTS = '-reports';
