import type {HubContext} from '../context.js';
import {systemAfter, type After} from '../after.js';
import {runDue} from './run-due.js';

/** Between the end of one run and the next, in milliseconds. */
const RUN_EVERY = 60_000;

export interface RunningSchedule {
  /** Waits for a run that is under way, and begins none. */
  stop(): Promise<void>;
}

/** Runs what is due now, and each minute from then on. */
export function startSchedule(
  context: HubContext,
  {after = systemAfter}: {after?: After} = {},
): RunningSchedule {
  let isStopping = false;
  let running: Promise<void> | undefined;
  let callOff = () => {};
  const run = () => {
    running = runDue(context, () => isStopping).finally(() => {
      running = undefined;
      if (!isStopping) callOff = after(RUN_EVERY, run);
    });
  };
  run();
  return {
    async stop() {
      isStopping = true;
      callOff();
      await running;
    },
  };
}
