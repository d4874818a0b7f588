import type {UpdateObject} from 'kysely';
import type {ChatEvent} from '@local-widgets/model/schemas.js';
import type {HubTransaction} from '../../context.js';
import type {Tables} from '../../database/tables.js';
import {HubProblem} from '../../http/problem.js';
import type {RoomRow} from '../rooms/room-row.js';

/** An event before it has its number. */
export interface NewEvent {
  kind: ChatEvent['kind'];
  messageId?: string;
  /** Its other members. */
  data?: object;
}

type RoomChanges = UpdateObject<Tables, 'rooms', 'rooms'>;

/**
 * Takes the next numbers of a room's log, and its lock: until the transaction ends, nobody else writes
 * into this room, so that numbers are given in the order in which they are committed, and one that is
 * not used after all is given again.
 *
 * @param count of events that will be appended; 0 takes the lock alone
 * @returns the room with its new `last_seq`
 * @throws HubProblem `not-found`
 */
export async function takeNumbers(
  trx: HubTransaction,
  roomId: string,
  count: number,
  changes: RoomChanges = {},
): Promise<RoomRow> {
  const room = await trx
    .updateTable('rooms')
    .set(eb => ({last_seq: eb('last_seq', '+', count), ...changes}))
    .where('id', '=', roomId)
    .returningAll()
    .executeTakeFirst();
  if (!room) throw new HubProblem('not-found');
  return room;
}

/** Rows of one statement. */
const AT_ONCE = 500;

/** Writes events under the last numbers that were taken. */
export async function writeEvents(
  trx: HubTransaction,
  {id, last_seq}: Pick<RoomRow, 'id' | 'last_seq'>,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  const first = last_seq - events.length + 1;
  const rows = events.map(({kind, messageId = null, data}, position) => ({
    room_id: id,
    seq: first + position,
    at: at.getTime(),
    kind,
    message_id: messageId,
    data: data === undefined ? null : JSON.stringify(data),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await trx
      .insertInto('chat_events')
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
}
