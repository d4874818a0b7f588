import type {LoggedMessage} from '@local-widgets/model';
import type {UnsentMessage} from '../outbox.js';

/** One thing in the log of a room, in the order in which it is shown. */
export type LogItem =
  | {readonly kind: 'day'; readonly key: string; readonly day: string}
  /** From here on, it was new when the room was opened. */
  | {readonly kind: 'new'; readonly key: string}
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly logged: LoggedMessage;
      /** Somebody else wrote what stands above, or it was long ago. */
      readonly isFirst: boolean;
    }
  | {readonly kind: 'unsent'; readonly key: string; readonly message: UnsentMessage};

export interface LogItemsContext {
  /** ISO date of an instant at the shop. */
  readonly dayOf: (instant: string) => string;
  /** Up to which event the room had been read when it was opened. */
  readonly readUpTo: number;
}

/** Milliseconds in which messages of one author stand together. */
const TOGETHER = 5 * 60_000;

/** A log with a line for each new day, and one above what is new. */
export function logItems(
  messages: readonly LoggedMessage[],
  unsent: readonly UnsentMessage[],
  {dayOf, readUpTo}: LogItemsContext,
): LogItem[] {
  const items: LogItem[] = [];
  let day = '';
  let isTold = readUpTo === 0;
  let before: LoggedMessage | undefined;
  for (const logged of messages) {
    const {message, seq, at} = logged;
    const next = dayOf(at);
    if (next !== day) {
      items.push({kind: 'day', key: `day ${next}`, day: next});
      before = undefined;
    }
    day = next;
    if (!isTold && seq > readUpTo && message.author.role === 'visitor') {
      items.push({kind: 'new', key: 'new'});
      isTold = true;
      before = undefined;
    }
    items.push({kind: 'message', key: message.id, logged, isFirst: !isTogether(before, logged)});
    before = logged;
  }
  const known = new Set(messages.map(({message}) => message.id));
  for (const message of unsent) {
    // its answer was lost, but it is there
    if (!known.has(message.id)) items.push({kind: 'unsent', key: message.id, message});
  }
  return items;
}

function isTogether(before: LoggedMessage | undefined, logged: LoggedMessage): boolean {
  if (!before || before.message.author.id !== logged.message.author.id) return false;
  if (before.isHeld !== logged.isHeld) return false;
  return Date.parse(logged.at) - Date.parse(before.at) < TOGETHER;
}

/** How far a message of the shop has come. */
export type SentState = 'sent' | 'delivered' | 'read';

/**
 * Under which messages their state is told: the last one, and each whose state is another one than that
 * of the next. By message id.
 *
 * @param messages of the shop, in their order
 */
export function toldStates(
  messages: readonly LoggedMessage[],
  upTo: {readonly delivered: number; readonly read: number},
): ReadonlyMap<string, SentState> {
  const told = new Map<string, SentState>();
  let next: SentState | undefined;
  for (const {message, seq} of [...messages].reverse()) {
    const state = seq <= upTo.read ? 'read' : seq <= upTo.delivered ? 'delivered' : 'sent';
    if (state !== next) told.set(message.id, state);
    next = state;
  }
  return told;
}
