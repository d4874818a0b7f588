import {median} from '../measuring/statistics.js';

/** What is shown of the same figure over several rounds. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @returns not a number throughout, for no numbers */
export function spread(numbers: readonly number[]): Spread {
  if (numbers.length === 0) return {median: NaN, min: NaN, max: NaN};
  return {median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers)};
}

/**
 * The smallest of the numbers that at least this share of them does not exceed (nearest rank).
 *
 * @param share above 0, at most 1: 0.99 for p99
 */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? NaN;
}

/**
 * A figure of each round by the other's figure of the same round: what slows a round down as a whole
 * falls out.
 */
export function ratios(these: readonly number[], others: readonly number[]): number[] {
  return these.flatMap((value, round) => {
    const other = others[round];
    return other === undefined ? [] : [value / other];
  });
}
