/** Milliseconds to wait where the browser does not say when it is idle. */
const PAUSE = 100;

/**
 * Calls once the browser has nothing better to do, or after two seconds. The work is told how long it may
 * take where the browser says so.
 */
export function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, {timeout: 2000});
  else setTimeout(work, PAUSE);
}
