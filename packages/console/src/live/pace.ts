/** How long a line waits for what, in milliseconds. */
export interface Pace {
  /** Between two questions where the stream does not get through. */
  readonly poll: number;
  /** Without a byte for so long, the line is dead: more than twice what the hub lets pass. */
  readonly silence: number;
  /** Before the line is opened again after it broke, and unit of the waits below. */
  readonly firstWait: number;
  /** The longest wait between two tries. */
  readonly longestWait: number;
}

/** For the stream of orders, on which the hub sends a comment every 20 s. */
export const ORDERS_PACE: Pace = {
  poll: 15_000,
  silence: 45_000,
  firstWait: 1000,
  longestWait: 30_000,
};
