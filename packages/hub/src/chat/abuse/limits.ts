import type {Clock} from '../../chance-and-clock.js';

/** So many at once, then one every so many milliseconds. */
export interface Limit {
  burst: number;
  /** Milliseconds. */
  interval: number;
}

/** A limit of so many in a minute or an hour, a part of them at once. */
export function limitOf(count: number, period: 'minute' | 'hour', atOnce = 0.25): Limit {
  const interval = Math.ceil((period === 'minute' ? 60_000 : 3_600_000) / count);
  return {interval, burst: Math.max(1, Math.ceil(count * atOnce))};
}

/** Keys that are remembered; when there are more, the one that was not used for the longest is forgotten. */
const MOST_KEYS = 50_000;

/**
 * Token buckets of this process, each as one number: the moment at which all that was taken has flowed
 * back (the generic cell rate algorithm, ITU-T I.371). Several processes let pass so many times as much,
 * which is bounded still; what must hold for all of them is in `kept-limits.ts`.
 */
export class MemoryLimits {
  readonly #freeAt = new Map<string, number>();

  constructor(readonly clock: Clock) {}

  /** Takes one. @returns 0, or milliseconds to wait when nothing was taken */
  take(key: string, {burst, interval}: Limit): number {
    const now = this.clock.now().getTime();
    const freeAt = Math.max(this.#freeAt.get(key) ?? 0, now);
    const wait = freeAt - now - (burst - 1) * interval;
    if (wait > 0) return wait;
    // last in the order of the map
    this.#freeAt.delete(key);
    this.#freeAt.set(key, freeAt + interval);
    if (this.#freeAt.size > MOST_KEYS) this.#freeAt.delete(this.#freeAt.keys().next().value!);
    return 0;
  }

  /** How much of the burst is taken now: 0 none, 1 all. */
  load(key: string, {burst, interval}: Limit): number {
    const now = this.clock.now().getTime();
    return Math.max(0, (this.#freeAt.get(key) ?? 0) - now) / (burst * interval);
  }
}
