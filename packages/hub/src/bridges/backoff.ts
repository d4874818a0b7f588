import type {Chance} from '../chance-and-clock.js';

/**
 * Milliseconds before the next try, at random between 0 and `first` × 2ⁿ, at most `most`: those whose peer
 * came back do not come back together, and nobody ever gives up.
 *
 * @param tries that failed in a row, 1 for the first
 */
export function backoff(
  tries: number,
  {first, most}: {first: number; most: number},
  chance: Chance,
): number {
  const [high, low] = chance.bytes(2) as unknown as [number, number];
  const longest = Math.min(most, first * 2 ** Math.min(tries - 1, 30));
  return Math.round((longest * (high * 256 + low)) / 65_535);
}
