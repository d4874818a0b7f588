import type {StartedWorker} from '@local-widgets/core';
import {startPlacesWorker} from './start-worker.js';

/** Milliseconds after which nobody seems to come for a worker that waits. */
const PATIENCE = 60_000;

let waiting: StartedWorker | undefined;

/** Starts the worker while its feed still arrives. What goes wrong is told when it is needed. */
export function startEarly(): void {
  if (waiting) return;
  try {
    const started = startPlacesWorker();
    const {worker} = started;
    worker.onmessage = () => (started.isReady = true);
    worker.onerror = event => {
      event.preventDefault();
      forget(started);
    };
    setTimeout(() => forget(started), PATIENCE);
    waiting = started;
  } catch {
    waiting = undefined;
  }
}

/** The worker that waits, or a new one. @throws WorkerRefusal as `startPlacesWorker` */
export function takeWorker(): StartedWorker {
  const started = waiting ?? startPlacesWorker();
  waiting = undefined;
  return started;
}

/** Ends a worker that nobody has come for. */
function forget(started: StartedWorker): void {
  if (waiting !== started) return;
  started.end();
  waiting = undefined;
}
