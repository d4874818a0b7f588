import type {HubContext} from '../context.js';
import {errorFacts} from '../outbox/error-facts.js';
import {systemAfter} from '../after.js';
import type {After} from '../after.js';
import type {ChatBridge} from './bridge.js';
import {BridgeRunner} from './pump/bridge-runner.js';
import {forgetHolder, isGone, leaseHolder} from './pump/lease-holder.js';
import {holderOf, LEASE, LEASE_NAME, releaseLease, takeLease} from './pump/lease.js';

export interface RunBridgesOptions {
  after?: After;
  /** Milliseconds between two looks for what no announcement told of. */
  lookEvery?: number;
}

export interface RunningBridges {
  /** Lets what is under way come to its end, and lets another process take over at once. */
  stop(): Promise<void>;
}

/**
 * Runs bridges from now on. Those that only one process can have are run by whoever holds the lease; the
 * other processes wait for it to end.
 */
export async function runBridges(
  context: HubContext,
  bridges: readonly ChatBridge[],
  {after = systemAfter, lookEvery}: RunBridgesOptions = {},
): Promise<RunningBridges> {
  const {db, clock, chance, log} = context;
  const holder = leaseHolder(chance);
  const runners = bridges.map(
    bridge =>
      new BridgeRunner(context, bridge, {after, ...(lookEvery !== undefined && {lookEvery})}),
  );
  const leased = runners.filter(({needsLease}) => needsLease);
  let isStopped = false;
  let renewing: Promise<void> | undefined;
  let callOff = () => {};
  /** Until when the lease is certainly ours, on the clock of this process. */
  let heldUntil = 0;

  const renew = async () => {
    const now = clock.now();
    try {
      const isOurs = await takeOrInherit(now);
      heldUntil = isOurs ? now.getTime() + LEASE.goodFor : 0;
    } catch (error) {
      log.warn({error: errorFacts(error)}, 'The lease of the bridges could not be renewed.');
    }
    const mayRun = !isStopped && heldUntil > clock.now().getTime();
    for (const runner of leased) await (mayRun ? runner.open() : runner.close({isForGood: false}));
    if (!isStopped) callOff = after(LEASE.renewEvery, again);
  };
  /** Who was killed here is not waited for. */
  const takeOrInherit = async (now: Date) => {
    const question = {name: LEASE_NAME, holder, now};
    if (await takeLease(db, question)) return true;
    const other = await holderOf(db, LEASE_NAME);
    if (other === undefined || !isGone(other)) return false;
    await releaseLease(db, {name: LEASE_NAME, holder: other});
    return takeLease(db, question);
  };
  const again = () => {
    renewing = renew().catch((error: unknown) =>
      log.error({error: errorFacts(error)}, 'A bridge could not be opened or closed.'),
    );
  };

  for (const runner of runners) if (!runner.needsLease) await runner.open();
  if (leased.length > 0) again();
  return {
    async stop() {
      isStopped = true;
      callOff();
      await renewing;
      await Promise.all(runners.map(runner => runner.close({isForGood: true})));
      forgetHolder(holder);
      if (leased.length > 0) {
        await releaseLease(db, {name: LEASE_NAME, holder}).catch(() => undefined);
      }
    },
  };
}
