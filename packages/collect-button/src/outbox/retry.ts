import type {Chance} from '../chance.js';
import type {BackEndError} from '../back-ends/port.js';

/** Seconds between attempts: 1, 2, 4 … 60. */
const LONGEST = 60;

/**
 * Milliseconds to wait after so many failed attempts (1 or more), with up to a quarter on top so that
 * a thousand pages do not come back together; never less than the server asked for.
 */
export function retryDelay(failed: number, chance: Chance, retryAfter = 0): number {
  const seconds = Math.max(Math.min(2 ** (failed - 1), LONGEST), retryAfter);
  return Math.round(seconds * 1000 * (1 + chance.bytes(1)[0]! / 1024));
}

/**
 * Whether waiting can help: no answer, an attempt still under way, too many requests, or a server that
 * is not there behind its front (502 to 504). Any other refusal is an answer.
 */
export function mayPass(error: BackEndError): boolean {
  const {code, status} = error;
  return (
    code === 'unreachable' ||
    code === 'in-progress' ||
    status === 429 ||
    (status >= 502 && status <= 504)
  );
}
