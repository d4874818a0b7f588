import {systemAfter, type After} from '../after.js';
import type {HubContext} from '../context.js';
import type {Carriers} from './carriers.js';
import type {WakingOutbox} from './create-outbox.js';
import {errorFacts} from './error-facts.js';
import {runOutboxOnce} from './run-outbox.js';

/** Between two looks, in milliseconds, when nobody wakes: retries, and what other processes left. */
const LOOK_EVERY = 5000;

/** Milliseconds in which what was begun may end by itself; the rest is cut off, and sent again later. */
const GRACE = 5000;

export interface OutboxOptions {
  outbox: WakingOutbox;
  carriers: Carriers;
  after?: After;
}

export interface RunningOutbox {
  /** Lets what was begun come to its end, for some seconds, and begins nothing more. */
  stop(): Promise<void>;
}

/** Delivers from now on: at each wake, and every few seconds. */
export function startOutbox(
  context: HubContext,
  {outbox, carriers, after = systemAfter}: OutboxOptions,
): RunningOutbox {
  let isStopping = false;
  /** Woken during a round, which may have passed the new message already. */
  let isAskedAgain = false;
  let running: Promise<void> | undefined;
  let callOff = () => {};

  const goOn = () => {
    running = undefined;
    if (isStopping) return;
    if (isAskedAgain) run();
    else callOff = after(LOOK_EVERY, run);
  };
  const run = () => {
    isAskedAgain = running !== undefined;
    if (isAskedAgain || isStopping) return;
    callOff();
    running = runOutboxOnce(context, carriers, () => isStopping)
      .then(() => undefined)
      .catch((error: unknown) =>
        context.log.error({error: errorFacts(error)}, 'The outbox could not be read.'),
      )
      .finally(goOn);
  };

  const stopListening = outbox.listen(run);
  run();
  return {
    async stop() {
      isStopping = true;
      stopListening();
      callOff();
      const endHurry = after(GRACE, () => carriers.close());
      await running;
      endHurry();
      carriers.close();
    },
  };
}
