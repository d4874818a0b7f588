import type {Chance} from '../chance-and-clock.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between one attempt and the next, in milliseconds (Standard Webhooks 1.0): about 75 hours in all. */
export const RETRY_DELAYS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** The longest that a receiver may put us off. */
const MOST_RETRY_AFTER = 24 * HOUR;

export interface Retry {
  /** Attempts that were made, the last one included. */
  attempts: number;
  now: Date;
  chance: Chance;
  /** `Retry-After` of the answer (RFC 9110, 10.2.3): seconds, or a date. */
  retryAfter?: string | undefined;
}

/**
 * When to try again; `undefined` after the tenth attempt. Up to a tenth is added by chance, so that
 * what failed together does not come back together; `Retry-After` can only put it off further.
 */
export function nextAttempt({attempts, now, chance, retryAfter}: Retry): Date | undefined {
  const delay = RETRY_DELAYS[attempts];
  if (delay === undefined) return undefined;
  const [high, low] = chance.bytes(2) as unknown as [number, number];
  const jittered = delay * (1 + (high * 256 + low) / 655_360);
  const asked = Math.min(askedDelay(retryAfter, now), MOST_RETRY_AFTER);
  return new Date(now.getTime() + Math.round(Math.max(jittered, asked)));
}

/** Milliseconds; 0 when nothing that can be read was asked. */
function askedDelay(text: string | undefined, now: Date): number {
  if (text === undefined) return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : at - now.getTime();
}
