import type {Database} from '../context.js';

/**
 * Sends a webhook again, body and id unchanged, with ten fresh attempts.
 *
 * @returns false when there is none of this endpoint that was sent or given up
 */
export async function replayWebhook(
  db: Database,
  {endpointId, outboxId, now}: {endpointId: string; outboxId: string; now: Date},
): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({status: 'waiting', attempts: 0, due_at: now.getTime(), last_error: null, sent_at: null})
    .where('id', '=', outboxId)
    .where('endpoint_id', '=', endpointId)
    .where('status', 'in', ['sent', 'failed'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
