import {nextTask} from './next-task.js';

/**
 * Drives work that yields wherever it may be interrupted, with a turn of the event loop at each of
 * these points. Rejects with the signal's reason once that is aborted, and with what the work throws.
 */
export async function runInSlices<T>(
  work: Generator<unknown, T>,
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    await nextTask();
  }
}

/** Drives the same work without a pause. */
export function runAtOnce<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
