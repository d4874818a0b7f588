/** Milliseconds to wait where the browser does not say when it is idle. */
const PAUSE = 100;

/**
 * Calls once the browser has nothing better to do, or after two seconds. The work is told how many
 * milliseconds it may take; where the browser does not say, it has none to spare.
 */
export function whenIdle(work: (left: () => number) => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(deadline => work(() => deadline.timeRemaining()), {timeout: 2000});
  } else setTimeout(() => work(() => 0), PAUSE);
}
