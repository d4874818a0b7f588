import {sql} from 'kysely';
import type {HubContext, HubTransaction} from '../../context.js';
import {takeNumbers, writeEvents} from '../log/append.js';
import type {NewEvent} from '../log/append.js';

/** Whose traces go from a room. */
interface Traces {
  roomId: string;
  /** Of one member of a public room; of everybody without. */
  visitorId?: string;
}

/**
 * Erases a conversation: what was said, images, contact, and whose it was (GDPR, article 17). Its lines
 * stay for the shop, empty, until retention takes them; numbers go on.
 */
export async function eraseConversation(
  {db, clock, chat}: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  roomId: string,
): Promise<void> {
  const at = clock.now();
  const told = await db.transaction().execute(async trx => {
    const {state} = await takeNumbers(trx, roomId, 0);
    const events = await forgetTraces(trx, {roomId});
    if (state === 'open') events.push({kind: 'state', data: {state: 'ended', by: 'visitor'}});
    await trx
      .updateTable('rooms')
      .set({
        state: 'ended',
        visitor_id: null,
        contact: null,
        page: null,
        order_id: null,
        waiting_since: null,
        mail_due_at: null,
        erased_at: at.getTime(),
      })
      .where('id', '=', roomId)
      .execute();
    await trx.deleteFrom('room_members').where('room_id', '=', roomId).execute();
    await trx.deleteFrom('visitor_links').where('room_id', '=', roomId).execute();
    await trx.deleteFrom('outbox').where('room_id', '=', roomId).execute();
    return writeAll(trx, roomId, events, at);
  });
  announceAll(chat, told);
}

/**
 * Takes a visitor out of a public room, and what they said there with them. Who is banned is forgotten there but for
 * the ban: whoever leaves could come back without it.
 *
 * @param keepsBan false when the visitor is erased as a whole
 */
export async function leaveRoom(
  {db, clock, chat}: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  roomId: string,
  visitorId: string,
  {keepsBan = true}: {keepsBan?: boolean} = {},
): Promise<void> {
  const at = clock.now();
  const told = await db.transaction().execute(async trx => {
    await takeNumbers(trx, roomId, 0);
    const events = await forgetTraces(trx, {roomId, visitorId});
    await forgetMember(trx, {roomId, visitorId}, keepsBan ? at : undefined);
    return writeAll(trx, roomId, events, at);
  });
  announceAll(chat, told);
  chat.fanout.announce({kind: 'member', visitor: visitorId, room: roomId});
}

/** @param now keeps a ban that is not over by then, and nothing else of the row */
async function forgetMember(
  trx: HubTransaction,
  {roomId, visitorId}: Required<Traces>,
  now: Date | undefined,
): Promise<void> {
  const row = trx
    .deleteFrom('room_members')
    .where('room_id', '=', roomId)
    .where('visitor_id', '=', visitorId);
  if (!now) {
    await row.execute();
    return;
  }
  await row
    .where(eb => eb.or([eb('banned_until', 'is', null), eb('banned_until', '<=', now.getTime())]))
    .execute();
  await trx
    .updateTable('room_members')
    .set({name: null, name_key: null, accepted_rules: null, last_text_hash: null})
    .where('room_id', '=', roomId)
    .where('visitor_id', '=', visitorId)
    .execute();
}

/** @returns the deletions to be written */
async function forgetTraces(trx: HubTransaction, traces: Traces): Promise<NewEvent[]> {
  const {roomId, visitorId} = traces;
  await forgetNames(trx, traces);
  const isTheirs =
    visitorId === undefined ? sql<boolean>`1 = 1` : sql<boolean>`visitor_id = ${visitorId}`;
  const left = await trx
    .selectFrom('chat_messages')
    .select('id')
    .where('room_id', '=', roomId)
    .where('state', '<>', 'deleted')
    .where(isTheirs)
    .orderBy('seq')
    .execute();
  await trx.deleteFrom('chat_images').where('room_id', '=', roomId).where(isTheirs).execute();
  await trx
    .updateTable('chat_messages')
    .set({text: null, image: null, name: null, body_hash: null, visitor_id: null, state: 'deleted'})
    .where('room_id', '=', roomId)
    .where(isTheirs)
    .execute();
  return left.map(({id}) => ({kind: 'deleted', messageId: id, data: {by: 'author'}}));
}

/** Names and reasons stand in the lines of the log as well. */
async function forgetNames(trx: HubTransaction, {roomId, visitorId}: Traces): Promise<void> {
  const member = trx.selectFrom('room_members').select('author_id').where('room_id', '=', roomId);
  const members = await (
    visitorId === undefined ? member : member.where('visitor_id', '=', visitorId)
  ).execute();
  const ids = new Set(members.map(({author_id}) => author_id));
  const rows = await trx
    .selectFrom('chat_events as e')
    .leftJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'e.room_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select(['e.seq', 'e.kind', 'e.data', 'm.author_id'])
    .where('e.room_id', '=', roomId)
    .where('e.kind', 'in', ['author', 'deleted'])
    .execute();
  for (const {seq, kind, data, author_id} of rows) {
    const {author, reason, ...rest} = JSON.parse(data ?? '{}') as {
      author?: {id: string; role: string};
      reason?: string;
    };
    if (!ids.has(author?.id ?? author_id ?? '')) continue;
    if (kind === 'deleted' && reason === undefined) continue;
    const kept = {...rest, ...(author && {author: {id: author.id, role: author.role}})};
    await trx
      .updateTable('chat_events')
      .set({data: JSON.stringify(kept)})
      .where('room_id', '=', roomId)
      .where('seq', '=', seq)
      .execute();
  }
}

interface Told {
  room: string;
  shop: string;
  from: number;
  to: number;
}

async function writeAll(
  trx: HubTransaction,
  roomId: string,
  events: readonly NewEvent[],
  at: Date,
): Promise<Told> {
  const room = await takeNumbers(trx, roomId, events.length);
  if (events.length > 0) await writeEvents(trx, room, events, at);
  const {shop_id: shop, last_seq: to} = room;
  return {room: roomId, shop, from: to - events.length + 1, to};
}

function announceAll({fanout}: HubContext['chat'], told: Told): void {
  if (told.to >= told.from) fanout.announce({kind: 'room', ...told});
  fanout.announce({kind: 'summary', room: told.room, shop: told.shop});
}
