import type {Selectable} from 'kysely';
import type {HubContext} from '../context.js';
import type {OutboxTable} from '../database/tables.js';

export type OutboxRow = Selectable<OutboxTable>;
export type OutboxKind = 'mail' | 'webhook' | 'push';

/**
 * For how long what was claimed is left to who claimed it, in milliseconds: longer than any attempt
 * takes. When that process dies in between, the message is sent (again) after so long, with the same id.
 */
export const LEASE = 5 * 60_000;

/**
 * Takes messages that are due, oldest first, and counts the attempt. No transaction stays open while
 * they are sent: claiming puts them off by `LEASE`. Processes that claim at once get different ones;
 * on PostgreSQL they do not wait for each other either (SKIP LOCKED, which SQLite has no use for).
 */
export async function claimDue(
  {db, dialect, clock}: Pick<HubContext, 'db' | 'dialect' | 'clock'>,
  kind: OutboxKind,
  limit: number,
): Promise<OutboxRow[]> {
  const now = clock.now().getTime();
  const rows = await db
    .with('due', cte => {
      const due = cte
        .selectFrom('outbox')
        .select('id')
        .where('status', '=', 'waiting')
        .where('kind', '=', kind)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit);
      return dialect === 'postgres' ? due.forUpdate().skipLocked() : due;
    })
    .updateTable('outbox')
    .set(eb => ({attempts: eb('attempts', '+', 1), due_at: now + LEASE}))
    .where('id', 'in', eb => eb.selectFrom('due').select('due.id'))
    .returningAll()
    .execute();
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}
