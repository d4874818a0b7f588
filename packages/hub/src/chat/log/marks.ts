import type {HubContext, HubTransaction} from '../../context.js';
import {invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import {appendOne} from './append-one.js';

export interface Mark {
  kind: 'read' | 'delivered';
  /** Whose mark it is. */
  role: 'visitor' | 'shop';
  /** Number of the last event that was seen, or is on a device. */
  upTo: number;
}

/**
 * Moves a mark forward, never back. In a conversation it is an event for the other side, when there is a
 * message of the other side up to there: a mark of a mark would be answered by a mark without end. In a
 * public room it tells nobody anything.
 *
 * @throws HubProblem `invalid` for a number that the log does not have
 */
export async function markRoom(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  room: LoadedRoom,
  mark: Mark,
): Promise<void> {
  const {row} = room;
  if (mark.upTo > row.last_seq) {
    throw invalidField('/seq', language => words(language).tooGreat(row.last_seq));
  }
  if (mark.upTo <= markOf(room, mark)) return;
  if (row.kind === 'public') await markPublic(context, room, mark);
  else await markConversation(context, room, mark);
}

const columnOf = ({kind, role}: Mark) => `${role}_${kind}` as const;

function markOf({row, member}: LoadedRoom, mark: Mark): number {
  if (row.kind === 'public' && mark.role === 'visitor') return member?.read_seq ?? mark.upTo;
  // what was read is on a device as well
  return mark.kind === 'read'
    ? row[columnOf(mark)]
    : Math.max(row[columnOf(mark)], row[`${mark.role}_read`]);
}

async function markPublic(
  {db, chat}: Pick<HubContext, 'db' | 'chat'>,
  {row: {id, shop_id}, member}: LoadedRoom,
  {kind, role, upTo}: Mark,
): Promise<void> {
  if (kind === 'delivered') return;
  if (role === 'visitor') {
    await db
      .updateTable('room_members')
      .set({read_seq: upTo})
      .where('room_id', '=', id)
      .where('visitor_id', '=', member!.visitor_id)
      .where('read_seq', '<', upTo)
      .execute();
    return;
  }
  await db
    .updateTable('rooms')
    .set({shop_read: upTo})
    .where('id', '=', id)
    .where('shop_read', '<', upTo)
    .execute();
  chat.fanout.announce({kind: 'summary', room: id, shop: shop_id});
}

async function markConversation(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  {row: {id}}: LoadedRoom,
  mark: Mark,
): Promise<void> {
  const {kind, role, upTo} = mark;
  const column = columnOf(mark);
  await appendOne(context, id, async (trx, room) => {
    const before = room[column];
    if (before >= upTo) return undefined;
    if (!(await hasOthersMessage(trx, id, {role, after: before, upTo}))) return undefined;
    await trx
      .updateTable('rooms')
      .set({
        [column]: upTo,
        // somebody of the shop has seen it: no mail needs to tell them
        ...(kind === 'read' && role === 'shop' && {mail_due_at: null}),
      })
      .where('id', '=', id)
      .execute();
    return {kind, data: {role, upTo}};
  });
}

async function hasOthersMessage(
  trx: HubTransaction,
  room: string,
  {role, after, upTo}: {role: string; after: number; upTo: number},
): Promise<boolean> {
  const found = await trx
    .selectFrom('chat_messages')
    .select('id')
    .where('room_id', '=', room)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .where('role', '<>', role)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
