import {sql} from 'kysely';
import type {UpdateObject} from 'kysely';
import type {HubContext, HubTransaction} from '../../context.js';
import type {Tables} from '../../database/tables.js';
import {noteAnswer} from '../hours/answer-time.js';
import {enqueueUnreadMail} from '../mail/unread-mail.js';
import {enqueuePushes} from '../push/enqueue-pushes.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import type {RoomRow} from '../rooms/room-row.js';
import type {MessageToPost, Speaker} from './post-message.js';

/** A message that is being written, in its transaction. */
export interface WrittenMessage {
  /** The room as it is now: `last_seq` is the number of the message. */
  locked: RoomRow;
  message: MessageToPost;
  isHeld: boolean;
  at: Date;
}

/** What a message changes of its room: how long somebody waits, and when the shop is told by mail. */
export function roomChangesOf(
  {row: {kind}, chat: {notifiesByMail, mailAfterMinutes}}: LoadedRoom,
  {role}: Speaker,
  at: Date,
): UpdateObject<Tables, 'rooms', 'rooms'> {
  const now = at.getTime();
  if (kind === 'public' || role === 'hub') return {last_at: now};
  if (role === 'shop') return {last_at: now, waiting_since: null, mail_due_at: null};
  const since = (column: string, value: number) =>
    sql<number>`coalesce(${sql.ref(column)}, ${value})`;
  return {
    last_at: now,
    waiting_since: since('waiting_since', now),
    ...(notifiesByMail && {mail_due_at: since('mail_due_at', now + mailAfterMinutes * 60_000)}),
  };
}

/**
 * What must happen because of a message, in its transaction: whatever leaves the hub is a row of the
 * outbox. Another way to reach who answers finds its place here.
 *
 * @returns whether something waits to leave
 */
export async function tellOfMessage(
  context: HubContext,
  trx: HubTransaction,
  room: LoadedRoom,
  written: WrittenMessage,
): Promise<boolean> {
  const {role} = written.message.speaker;
  const {kind, waiting_since} = room.row;
  if (role === 'shop' && kind === 'conversation' && waiting_since !== null) {
    await noteAnswer(trx, room, waiting_since, written.at);
  }
  const isForShop = role === 'visitor' && (kind === 'conversation' || written.isHeld);
  if (!isForShop) return false;
  const isPushed = await enqueuePushes(context, trx, written);
  const isMailedAtOnce = room.chat.notifiesByMail && room.chat.mailAfterMinutes === 0;
  if (!isMailedAtOnce || kind === 'public') return isPushed;
  await enqueueUnreadMail(context, trx, written.locked);
  return true;
}
