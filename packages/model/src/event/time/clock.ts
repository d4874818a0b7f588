import {DAY} from './civil.js';

/**
 * Wall time of one zone. Instants are milliseconds since 1970-01-01T00:00Z, wall times what a clock shows
 * (see civil.ts), offsets milliseconds east of UTC.
 */
export interface Clock {
  /** The IANA name; undefined for the rules of one file. */
  readonly name: string | undefined;
  offsetAt(instant: number): number;
}

export const wallAt = (clock: Clock, instant: number): number => instant + clock.offsetAt(instant);

/**
 * The instant at which the clock shows a wall time. A time that occurs twice is the first of the two; a
 * time that a change of clocks skips is taken with the offset before the change (RFC 5545 §3.3.5).
 */
export function instantOf(clock: Clock, wall: number): number {
  const before = clock.offsetAt(wall - DAY);
  const after = clock.offsetAt(wall + DAY);
  if (before === after) return wall - before;
  const isLate = clock.offsetAt(wall - before) !== before && clock.offsetAt(wall - after) === after;
  return wall - (isLate ? after : before);
}

/** A clock that never changes. */
export const fixedClock = (offset: number, name?: string): Clock => ({
  name,
  offsetAt: () => offset,
});

export const UTC: Clock = /* @__PURE__ */ fixedClock(0, 'UTC');
