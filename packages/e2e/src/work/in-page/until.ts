/** Milliseconds after which a page that does nothing more is a failure. */
const PATIENCE = 20_000;

/** Waits until something is true in the page; `what` completes the sentence "Timed out: …". */
export async function until(isTrue: () => unknown, what: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`Timed out: ${what}.`);
    await window.pause(4);
  }
}
