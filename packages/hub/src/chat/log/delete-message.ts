import type {ChatEvent} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {appendOne} from './append-one.js';
import {toEvent} from './event-view.js';
import type {Viewer} from './event-view.js';
import {readEvent} from './read-events.js';

export interface Deletion {
  messageId: string;
  by: 'author' | 'moderator' | 'hub';
  /** Of a moderator: for the author (regulation (EU) 2022/2065, art. 17). */
  reason?: string | undefined;
  /** Whether whoever asks may delete this message. */
  allowed: (message: {author_id: string; role: string}) => boolean;
  /** What belongs to it, in the same transaction. */
  also?: (trx: HubTransaction) => Promise<void>;
}

/**
 * Takes a message away: text and image are gone from the database, its place in the log stays. Asked for
 * again, it is the same event.
 *
 * @returns the event as the viewer sees it
 * @throws HubProblem `not-found`, also when it is not allowed
 */
export async function deleteMessage(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  roomId: string,
  {messageId, by, reason, allowed, also}: Deletion,
  viewer: Viewer,
): Promise<ChatEvent> {
  const {db} = context;
  const message = await db
    .selectFrom('chat_messages')
    .select(['author_id', 'role'])
    .where('room_id', '=', roomId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (!message || !allowed(message)) throw new HubProblem('not-found');
  await appendOne(context, roomId, async trx => {
    if (!(await forgetMessage(trx, roomId, messageId))) return undefined;
    await also?.(trx);
    return {kind: 'deleted', messageId, data: {by, ...(reason !== undefined && {reason})}};
  });
  const {seq} = await db
    .selectFrom('chat_events')
    .select('seq')
    .where('room_id', '=', roomId)
    .where('kind', '=', 'deleted')
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return toEvent((await readEvent(db, roomId, seq))!, viewer);
}

/** @returns false when it was deleted before */
async function forgetMessage(
  trx: HubTransaction,
  roomId: string,
  messageId: string,
): Promise<boolean> {
  const forgotten = await trx
    .updateTable('chat_messages')
    .set({text: null, image: null, body_hash: null, state: 'deleted'})
    .where('room_id', '=', roomId)
    .where('id', '=', messageId)
    .where('state', '<>', 'deleted')
    .returning('id')
    .executeTakeFirst();
  if (!forgotten) return false;
  await trx
    .deleteFrom('chat_images')
    .where('room_id', '=', roomId)
    .where('message_id', '=', messageId)
    .execute();
  return true;
}
