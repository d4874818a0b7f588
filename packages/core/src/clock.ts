/** The only way our code learns what time it is. Tests and replays pass their own. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = {now: () => new Date()};

/** The only way our code gets randomness: a number in [0, 1). */
export type Random = () => number;

/** The machine's randomness; good enough to spread retries, never for secrets. */
export const systemRandom: Random = () => Math.random();
