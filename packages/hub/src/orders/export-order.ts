import type {Database} from '../context.js';
import type {FoundOrder} from './find-order.js';

/** All that the hub holds about one order and who placed it (GDPR, articles 15 and 20), as plain JSON. */
export async function exportOrder(db: Database, {row: {id}, order}: FoundOrder) {
  const events = await db
    .selectFrom('order_events')
    .select(['kind', 'state', 'actor', 'reason', 'at'])
    .where('order_id', '=', id)
    .orderBy('id')
    .execute();
  const payments = await db
    .selectFrom('payments')
    .select(['provider', 'reference', 'amount', 'status', 'created_at', 'updated_at'])
    .where('order_id', '=', id)
    .orderBy('created_at')
    .execute();
  const messages = await db
    .selectFrom('outbox')
    .select(['kind', 'status', 'created_at', 'sent_at'])
    .where('order_id', '=', id)
    .orderBy('created_at')
    .execute();
  return {order, events, payments, messages};
}
