import {bridgeHealth} from '../bridges/bridge-health.js';
import type {HubContext} from '../context.js';

const OPEN_STATES = ['received', 'accepted', 'ready'] as const;
const OUTBOX_KINDS = ['mail', 'webhook', 'push'] as const;

/** Reads what only the database knows into the gauges: the same numbers whichever process is asked. */
export async function measureDatabase(context: HubContext): Promise<void> {
  const {db, clock, metrics} = context;
  const orders = await db
    .selectFrom('orders')
    .select(['state', eb => eb.fn.countAll<number>().as('count')])
    .where('state', 'in', OPEN_STATES)
    .groupBy('state')
    .execute();
  for (const state of OPEN_STATES) {
    metrics.ordersOpen.set({state}, orders.find(row => row.state === state)?.count ?? 0);
  }
  const waiting = await db
    .selectFrom('outbox')
    .select([
      'kind',
      eb => eb.fn.countAll<number>().as('count'),
      eb => eb.fn.min('due_at').as('oldest'),
    ])
    .where('status', '=', 'waiting')
    .groupBy('kind')
    .execute();
  for (const kind of OUTBOX_KINDS) {
    metrics.outboxWaiting.set({kind}, waiting.find(row => row.kind === kind)?.count ?? 0);
  }
  const now = clock.now().getTime();
  const oldest = Math.min(now, ...waiting.map(row => row.oldest ?? now));
  metrics.outboxOldestSeconds.set((now - oldest) / 1000);
  for (const {bridge, state, waiting: rooms} of await bridgeHealth(context)) {
    metrics.bridgeUp.set({bridge}, state === 'up' ? 1 : 0);
    metrics.bridgeWaiting.set({bridge}, rooms);
  }
}
