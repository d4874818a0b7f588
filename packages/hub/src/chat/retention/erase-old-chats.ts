import type {RoomSettings} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {takeNumbers} from '../log/append.js';
import {readSettings} from '../settings/default-settings.js';

const DAY = 86_400_000;
/** Rooms in one query. */
const AT_ONCE = 200;

export interface ErasedChats {
  messagesDeleted: number;
  roomsDeleted: number;
}

/**
 * Removes what was said longer ago than its shop keeps it: lines of the log, texts, images. A conversation
 * in which nothing is left goes whole, with its contact; a visitor without rooms goes as well.
 */
export async function eraseOldChats(context: HubContext): Promise<ErasedChats> {
  const {db, clock} = context;
  const now = clock.now().getTime();
  const erased: ErasedChats = {messagesDeleted: 0, roomsDeleted: 0};
  for (let after = ''; ;) {
    const rooms = await db
      .selectFrom('rooms as r')
      .leftJoin('chat_settings as c', 'c.shop_id', 'r.shop_id')
      .select(['r.id', 'r.kind', 'r.settings', 'c.settings as chat'])
      .where('r.id', '>', after)
      .orderBy('r.id')
      .limit(AT_ONCE)
      .execute();
    for (const {id, kind, settings, chat} of rooms) {
      const days =
        settings === null
          ? readSettings(chat).retentionDays
          : (JSON.parse(settings) as RoomSettings).retentionDays;
      const before = now - days * DAY;
      const {messages, isGone} = await db
        .transaction()
        .execute(trx => eraseOldOf(trx, {id, kind, before}));
      erased.messagesDeleted += messages;
      if (isGone) erased.roomsDeleted++;
    }
    if (rooms.length < AT_ONCE) break;
    after = rooms.at(-1)!.id;
  }
  await forgetVisitors(context, now);
  return erased;
}

interface OldRoom {
  id: string;
  kind: string;
  /** Milliseconds since 1970. */
  before: number;
}

async function eraseOldOf(
  trx: HubTransaction,
  {id, kind, before}: OldRoom,
): Promise<{messages: number; isGone: boolean}> {
  const room = await takeNumbers(trx, id, 0);
  const {last} = await trx
    .selectFrom('chat_events')
    .select(eb => eb.fn.max<number | null>('seq').as('last'))
    .where('room_id', '=', id)
    .where('at', '<', before)
    .executeTakeFirstOrThrow();
  const messages = last === null ? 0 : await deleteUpTo(trx, id, last);
  const isEmpty = Math.max(room.first_seq, (last ?? 0) + 1) > room.last_seq;
  const isGone = kind === 'conversation' && isEmpty && room.last_at < before;
  if (isGone) await trx.deleteFrom('rooms').where('id', '=', id).execute();
  return {messages, isGone};
}

async function deleteUpTo(trx: HubTransaction, room: string, last: number): Promise<number> {
  await trx
    .deleteFrom('chat_images')
    .where('room_id', '=', room)
    .where('message_id', 'in', eb =>
      eb
        .selectFrom('chat_messages')
        .select('id')
        .where('room_id', '=', room)
        .where('seq', '<=', last),
    )
    .execute();
  const messages = await trx
    .deleteFrom('chat_messages')
    .where('room_id', '=', room)
    .where('seq', '<=', last)
    .executeTakeFirst();
  await trx
    .deleteFrom('chat_events')
    .where('room_id', '=', room)
    .where('seq', '<=', last)
    .execute();
  await trx
    .updateTable('rooms')
    .set({first_seq: last + 1})
    .where('id', '=', room)
    .execute();
  return Number(messages.numDeletedRows);
}

/** Who is in no room has nothing left that the secret would open. */
async function forgetVisitors({db}: Pick<HubContext, 'db'>, now: number): Promise<void> {
  await db
    .deleteFrom('visitors')
    .where('created_at', '<', now - DAY)
    .where('id', 'not in', eb => eb.selectFrom('room_members').select('visitor_id').distinct())
    .execute();
}
