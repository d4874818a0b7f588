/** How long a line waits for what, in milliseconds. */
export interface Pace {
  /** Between two questions where the stream does not get through. */
  readonly poll: number;
  /** So many questions at most between two tries of such a stream; a number, not a time. */
  readonly questions: number;
  /** Without a byte for so long, the line is dead: more than twice what the hub lets pass. */
  readonly silence: number;
  /** For the first byte of the stream, where a proxy may hold it back; absent where none is sent. */
  readonly begin?: number;
  /** Before the line is opened again after it broke, and unit of the waits below. */
  readonly firstWait: number;
  /** The longest wait between two tries. */
  readonly longestWait: number;
}

/** For the stream of orders, on which the hub sends a comment every 20 s. */
export const ORDERS_PACE: Pace = {
  poll: 15_000,
  questions: 1,
  silence: 45_000,
  firstWait: 1000,
  longestWait: 30_000,
};

/** For the stream of the chat, with a comment every 15 s (docs/chat-protocol.md). */
export const CHAT_PACE: Pace = {
  poll: 5000,
  questions: 12,
  begin: 5000,
  silence: 40_000,
  firstWait: 500,
  longestWait: 30_000,
};

/** For calendars, which have no stream: proposals of neighbours come in some times a day. */
export const AGENDA_PACE: Pace = {
  poll: 60_000,
  questions: 1000,
  silence: 60_000,
  firstWait: 1000,
  longestWait: 60_000,
};
