import type {ChatVia} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import type {BridgeName} from '../bridge.js';

/** What a message is called on the other side of a bridge. */
export interface RemoteName {
  bridge: BridgeName;
  remoteId: string;
  room: string | null;
  message: string | null;
  direction: 'in' | 'out';
  /** What the bridge notes about it. */
  data?: object | undefined;
  at: Date;
}

/** Notes it, once. */
export async function nameMessage(
  db: Database,
  {bridge, remoteId, room, message, direction, data, at}: RemoteName,
): Promise<void> {
  await db
    .insertInto('bridge_messages')
    .values({
      bridge,
      remote_id: remoteId,
      room_id: room,
      message_id: message,
      direction,
      data: data === undefined ? null : JSON.stringify(data),
      at: at.getTime(),
    })
    .onConflict(conflict => conflict.columns(['bridge', 'remote_id']).doNothing())
    .execute();
}

/** The message that is called so, if it is one. */
export async function messageNamed(db: Database, bridge: BridgeName, remoteId: string) {
  return db
    .selectFrom('bridge_messages')
    .select(['room_id', 'message_id', 'direction', 'data'])
    .where('bridge', '=', bridge)
    .where('remote_id', '=', remoteId)
    .executeTakeFirst();
}

/** The number of a message in its room's log. */
export async function seqOf(
  db: Database,
  room: string,
  message: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('chat_messages')
    .select('seq')
    .where('room_id', '=', room)
    .where('id', '=', message)
    .executeTakeFirst();
  return row?.seq;
}

/** Whether a message came by this bridge, whatever became of it. */
export async function wasWrittenBy(
  db: Database,
  room: string,
  message: string,
  via: ChatVia,
): Promise<boolean> {
  const row = await db
    .selectFrom('chat_messages')
    .select('via')
    .where('room_id', '=', room)
    .where('id', '=', message)
    .executeTakeFirst();
  return row?.via === via;
}

/** All that a message of the hub is called on the other side: its text and its picture may be two. */
export async function namesOfMessage(
  db: Database,
  bridge: BridgeName,
  {room, message}: {room: string; message: string},
) {
  return db
    .selectFrom('bridge_messages')
    .select('remote_id')
    .where('bridge', '=', bridge)
    .where('direction', '=', 'out')
    .where('room_id', '=', room)
    .where('message_id', '=', message)
    .orderBy('remote_id')
    .execute();
}

/** What the last message that came by a bridge is called there, of those up to a number of the log. */
export async function lastSaidBy(
  db: Database,
  bridge: BridgeName,
  room: string,
  upTo: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('bridge_messages as b')
    .innerJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'b.room_id').onRef('m.id', '=', 'b.message_id'),
    )
    .select('b.remote_id')
    .where('b.bridge', '=', bridge)
    .where('b.direction', '=', 'in')
    .where('b.room_id', '=', room)
    .where('m.seq', '<=', upTo)
    .orderBy('m.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  // of a message in several parts, the first
  return row?.remote_id.split(' ')[0];
}
