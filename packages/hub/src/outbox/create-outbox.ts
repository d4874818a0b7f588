import type {Outbox} from '../context.js';
import {enqueue} from './enqueue.js';
import type {Sources} from './message-rows.js';

/** The outbox that rooms write into, and that whoever delivers listens to. */
export interface WakingOutbox extends Outbox {
  /** Calls back at each `wake`; gives the way out. */
  listen(onWake: () => void): () => void;
}

export function createOutbox(sources: Sources): WakingOutbox {
  const listeners = new Set<() => void>();
  return {
    enqueue: (writer, message) => enqueue(sources, writer, message),
    wake() {
      for (const listener of listeners) listener();
    },
    listen(onWake) {
      listeners.add(onWake);
      return () => listeners.delete(onWake);
    },
  };
}
