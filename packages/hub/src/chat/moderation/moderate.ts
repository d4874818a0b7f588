import type {ChatEvent} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {appendOne} from '../log/append-one.js';
import {deleteMessage} from '../log/delete-message.js';
import {toEvent} from '../log/event-view.js';
import {readEvent} from '../log/read-events.js';
import type {RoomAccess} from '../rooms/access.js';
import {audit} from './audit.js';
import type {AuditAction} from './audit.js';

/** What moderators decide about one message. */
export interface Decision {
  messageId: string;
  reason?: string | undefined;
}

const personOf = ({asking}: RoomAccess) => (asking.role === 'shop' ? asking.personId : undefined);

/**
 * Shows a held message to all; one that is shown already stays so.
 *
 * @throws HubProblem `not-found`, `wrong-state` for one that was deleted
 */
export async function approve(
  context: HubContext,
  access: RoomAccess,
  {messageId, reason}: Decision,
): Promise<ChatEvent> {
  const {db} = context;
  const {row, viewer} = access;
  const messages = db
    .selectFrom('chat_messages')
    .select(['state', 'visitor_id'])
    .where('room_id', '=', row.id)
    .where('id', '=', messageId);
  const message = await messages.executeTakeFirst();
  if (!message) throw new HubProblem('not-found');
  await appendOne(context, row.id, async trx => {
    const shown = await trx
      .updateTable('chat_messages')
      .set({state: 'shown'})
      .where('room_id', '=', row.id)
      .where('id', '=', messageId)
      .where('state', '=', 'held')
      .returning('id')
      .executeTakeFirst();
    if (!shown) return undefined;
    await trx
      .updateTable('room_members')
      .set(eb => ({messages: eb('messages', '+', 1)}))
      .where('room_id', '=', row.id)
      .where('visitor_id', '=', message.visitor_id)
      .execute();
    const entry = {shop: row.shop_id, room: row.id, personId: personOf(access)};
    await audit(context, trx, {...entry, action: 'approve', subject: messageId, reason});
    return {kind: 'approved', messageId};
  });
  const found = await db
    .selectFrom('chat_events')
    .select('seq')
    .where('room_id', '=', row.id)
    .where('message_id', '=', messageId)
    .where('kind', 'in', ['approved', 'message'])
    .executeTakeFirst();
  if (!found || (await messages.executeTakeFirst())?.state !== 'shown') {
    throw new HubProblem('wrong-state');
  }
  return toEvent((await readEvent(db, row.id, found.seq))!, viewer);
}

/**
 * Takes a message away, held or shown, and tells its author why.
 *
 * @throws HubProblem `not-found`
 */
export async function remove(
  context: HubContext,
  access: RoomAccess,
  {messageId, reason}: Decision,
  action: AuditAction = 'remove',
): Promise<ChatEvent> {
  const {row, viewer} = access;
  const entry = {shop: row.shop_id, room: row.id, personId: personOf(access)};
  const deletion = {
    messageId,
    by: 'moderator',
    reason,
    allowed: () => true,
    also: trx => audit(context, trx, {...entry, action, subject: messageId, reason}),
  } satisfies Parameters<typeof deleteMessage>[2];
  return deleteMessage(context, row.id, deletion, viewer);
}
