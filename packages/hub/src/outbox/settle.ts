import type {HubContext} from '../context.js';
import type {Writer} from './outbox.js';
import type {OutboxRow} from './claim.js';
import {strippedPayload, type MailPayload} from './payload.js';

/** How an attempt ended. */
export type Outcome =
  | {result: 'sent'; note?: string}
  | {result: 'retried'; error: string; at: Date}
  | {result: 'failed'; error: string};

/**
 * Writes down how an attempt ended, unless another process has claimed the row since. Mails that are
 * done with lose what is personal or secret in their payload.
 *
 * @returns whether this attempt still counted
 */
export async function settle(
  writer: Writer,
  {clock}: Pick<HubContext, 'clock'>,
  row: OutboxRow,
  outcome: Outcome,
): Promise<boolean> {
  const isOver = outcome.result !== 'retried';
  const updated = await writer
    .updateTable('outbox')
    .set({
      status: isOver ? outcome.result : 'waiting',
      due_at: isOver ? null : outcome.at.getTime(),
      sent_at: outcome.result === 'sent' ? clock.now().getTime() : null,
      last_error: outcome.result === 'sent' ? (outcome.note ?? null) : outcome.error,
      ...(isOver && row.kind === 'mail' && {payload: stripped(row.payload)}),
    })
    .where('id', '=', row.id)
    .where('status', '=', 'waiting')
    .where('attempts', '=', row.attempts)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

function stripped(payload: string): string {
  return JSON.stringify(strippedPayload(JSON.parse(payload) as MailPayload));
}
