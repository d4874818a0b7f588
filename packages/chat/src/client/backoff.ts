import type {Chance} from '../chance.js';

/** Milliseconds: the first wait at most, and the longest. */
const FIRST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds to wait after so many failures in a row (1 or more): anything between nothing and a
 * bound that doubles, so that a thousand pages do not come back together ("full jitter"); never less
 * than the hub asked for.
 *
 * @param retryAfter seconds
 */
export function waitAfter(failures: number, chance: Chance, retryAfter = 0): number {
  const [high = 0, low = 0] = chance.bytes(2);
  const bound = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 10));
  return Math.round(retryAfter * 1000 + ((high * 256 + low) / 65_536) * bound);
}
