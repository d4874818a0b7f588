import {Type, type Static} from 'typebox';
import type {HubContext} from '../context.js';
import type {BridgeName} from './bridge.js';
import {LEASE_NAME} from './pump/lease.js';

/** How a bridge that is configured is; none of it tells of people. */
export const BridgeHealth = Type.Object({
  bridge: Type.String(),
  state: Type.Union([Type.Literal('up'), Type.Literal('down')]),
  /** Since when, ISO 8601; absent while it never ran. */
  since: Type.Optional(Type.String()),
  /** Why it is down. */
  fault: Type.Optional(Type.String()),
  /** Conversations whose next message could not be delivered so far. */
  waiting: Type.Integer(),
});
export type BridgeHealth = Static<typeof BridgeHealth>;

/** Bridges that one process runs for all. */
const LEASED: readonly BridgeName[] = ['xmpp', 'matrix'];

type Context = Pick<HubContext, 'db' | 'clock' | 'config'>;

/** The same whichever process is asked: read from the database. */
export async function bridgeHealth({db, clock, config}: Context): Promise<BridgeHealth[]> {
  const bridges = Object.keys(config.bridges) as BridgeName[];
  if (bridges.length === 0) return [];
  const states = await db.selectFrom('bridge_states').selectAll().execute();
  const lease = await db
    .selectFrom('leases')
    .select('until')
    .where('name', '=', LEASE_NAME)
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('bridge_cursors')
    .select(['bridge', eb => eb.fn.countAll<number>().as('count')])
    .where('tries', '>', 0)
    .groupBy('bridge')
    .execute();
  const isHeld = lease !== undefined && lease.until > clock.now().getTime();
  return bridges.map(bridge => {
    const told = states.find(row => row.bridge === bridge);
    const isRun = told !== undefined && (isHeld || !LEASED.includes(bridge));
    const fault = isRun ? (told.fault ?? undefined) : 'No process of the hub runs it.';
    return {
      bridge,
      state: isRun && told.state === 'up' ? 'up' : 'down',
      ...(told && {since: new Date(told.since).toISOString()}),
      ...(fault !== undefined && {fault}),
      waiting: waiting.find(row => row.bridge === bridge)?.count ?? 0,
    };
  });
}
