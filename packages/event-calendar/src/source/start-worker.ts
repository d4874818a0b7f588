import {startWorker, type StartedWorker} from '@local-widgets/core';

/**
 * Starts the worker from the file beside this one.
 *
 * @throws WorkerRefusal as `startWorker`
 */
export function startCalendarWorker(
  // in this form bundlers find the file and bring it along; it needs no other
  file = new URL('./calendar-worker.js', import.meta.url),
): StartedWorker {
  return startWorker(file);
}
