import type {HubContext} from '../../context.js';
import {invalidField} from '../../http/problem.js';
import {appendOne} from '../log/append-one.js';
import {audit} from '../moderation/audit.js';
import type {AuditAction, AuditEntry} from '../moderation/audit.js';
import {shopAuthor} from '../rooms/authors.js';
import type {RoomRow} from '../rooms/room-row.js';
import {changeState} from '../rooms/room-state.js';
import {chatWords} from '../chat-words.js';
import {listChatPeople} from './people.js';

/** What the desk changes of a room. */
export interface RoomPatch {
  /** Person of the shop, or null for nobody. */
  assignee?: string | null | undefined;
  isBlocked?: boolean | undefined;
  state?: 'open' | 'ended' | undefined;
}

/**
 * Gives a room to somebody of the shop, blocks its visitor, ends it or opens it again.
 *
 * @param personId who does it; absent of a program
 * @throws HubProblem `invalid` for a person who does not work there
 */
export async function patchRoom(
  context: HubContext,
  row: RoomRow,
  {assignee, isBlocked, state}: RoomPatch,
  personId: string | undefined,
): Promise<void> {
  const noted = (action: AuditAction, subject?: string): AuditEntry => ({
    ...{shop: row.shop_id, room: row.id, personId, action, subject},
  });
  if (assignee !== undefined && assignee !== row.assignee_id) {
    await assign(context, row, assignee, noted('assign', assignee ?? undefined));
  }
  if (isBlocked !== undefined && isBlocked !== (row.is_blocked === 1)) {
    await block(context, row, isBlocked, noted(isBlocked ? 'block' : 'unblock'));
  }
  if (state !== undefined) {
    const entry = noted(state === 'ended' ? 'end' : 'reopen');
    await changeState(context, row.id, {state, by: 'shop'}, trx => audit(context, trx, entry));
  }
}

/** Whoever takes over is told to the visitor by name: it is somebody who speaks. */
async function assign(
  context: HubContext,
  {id, shop_id}: RoomRow,
  assignee: string | null,
  entry: AuditEntry,
): Promise<void> {
  const {db, chat} = context;
  const person = (await listChatPeople(db, shop_id)).find(({id}) => id === assignee);
  if (assignee !== null && !person) {
    throw invalidField('/assignee', language => chatWords(language).noPerson);
  }
  const set = {assignee_id: assignee};
  if (!person) {
    await db.transaction().execute(async trx => {
      await trx.updateTable('rooms').set(set).where('id', '=', id).execute();
      await audit(context, trx, entry);
    });
    chat.fanout.announce({kind: 'summary', room: id, shop: shop_id});
    return;
  }
  const author = shopAuthor(id, {personId: person.id, name: person.publicName});
  await appendOne(context, id, async trx => {
    await trx.updateTable('rooms').set(set).where('id', '=', id).execute();
    await audit(context, trx, entry);
    return {kind: 'author', data: {author}};
  });
}

async function block(
  context: HubContext,
  {id, shop_id}: RoomRow,
  isBlocked: boolean,
  entry: AuditEntry,
): Promise<void> {
  await context.db.transaction().execute(async trx => {
    await trx
      .updateTable('rooms')
      .set({is_blocked: isBlocked ? 1 : 0})
      .where('id', '=', id)
      .execute();
    await audit(context, trx, entry);
  });
  context.chat.fanout.announce({kind: 'summary', room: id, shop: shop_id});
}
