import type {Database} from '../../context.js';
import type {BridgeName} from '../bridge.js';

/** Conversations of these shops that a bridge has not delivered all of, and that need not wait. */
export async function dueRooms(
  db: Database,
  {
    bridge,
    shops,
    now,
    limit,
  }: {bridge: BridgeName; shops: readonly string[]; now: Date; limit: number},
): Promise<string[]> {
  if (shops.length === 0) return [];
  const rows = await db
    .selectFrom('rooms as r')
    .leftJoin('bridge_cursors as c', join =>
      join.onRef('c.room_id', '=', 'r.id').on('c.bridge', '=', bridge),
    )
    .select('r.id')
    .where('r.shop_id', 'in', shops)
    .where('r.kind', '=', 'conversation')
    .where(eb => eb('r.last_seq', '>', eb.fn.coalesce('c.seq', eb.lit(0))))
    .where(eb => eb.or([eb('c.due_at', 'is', null), eb('c.due_at', '<=', now.getTime())]))
    .orderBy('r.last_at')
    .orderBy('r.id')
    .limit(limit)
    .execute();
  return rows.map(({id}) => id);
}

/** When the next room that waits is due; `undefined` when none waits. */
export async function nextDue(db: Database, bridge: BridgeName): Promise<Date | undefined> {
  const row = await db
    .selectFrom('bridge_cursors')
    .select(eb => eb.fn.min('due_at').as('at'))
    .where('bridge', '=', bridge)
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  // the minimum of nothing is null
  return row?.at == null ? undefined : new Date(row.at);
}
