import type {Database} from '../../context.js';
import type {BridgeName} from '../bridge.js';

/** Tells all processes how a bridge is; when it is so already, since when does not change. */
export async function tellState(
  db: Database,
  bridge: BridgeName,
  {state, fault = null}: {state: 'up' | 'down'; fault?: string | null | undefined},
  now: Date,
): Promise<void> {
  const values = {state, fault, since: now.getTime()};
  await db
    .insertInto('bridge_states')
    .values({bridge, ...values})
    .onConflict(conflict =>
      conflict
        .column('bridge')
        .doUpdateSet(values)
        .where(eb => eb('bridge_states.state', '<>', state)),
    )
    .execute();
  if (fault === null) return;
  await db.updateTable('bridge_states').set({fault}).where('bridge', '=', bridge).execute();
}
