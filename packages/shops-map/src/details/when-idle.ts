/** Milliseconds to wait where the browser does not say when it is idle. */
const PAUSE = 100;

/** Calls once the browser has nothing better to do, or after two seconds. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, {timeout: 2000});
  else setTimeout(work, PAUSE);
}
