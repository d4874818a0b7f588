import type {HubContext, HubTransaction} from '../../context.js';
import type {RoomRow} from '../rooms/room-row.js';
import {takeNumbers, writeEvents} from './append.js';
import type {NewEvent} from './append.js';

/** Undoes a transaction that has nothing to do, its number included. */
class NothingToDo extends Error {}

/**
 * Appends one event to a room's log, with what belongs to it, and tells all who listen.
 *
 * @param work gets the locked room, whose `last_seq` is the number of the event; without an event nothing
 *   of it is kept
 * @returns the number; `undefined` when there was nothing to do
 * @throws HubProblem `not-found`, and what `work` throws
 */
export async function appendOne(
  {db, clock, chat}: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  roomId: string,
  work: (trx: HubTransaction, room: RoomRow) => Promise<NewEvent | undefined>,
): Promise<number | undefined> {
  try {
    const {last_seq: seq, shop_id: shop} = await db.transaction().execute(async trx => {
      const room = await takeNumbers(trx, roomId, 1);
      const event = await work(trx, room);
      if (!event) throw new NothingToDo();
      await writeEvents(trx, room, [event], clock.now());
      return room;
    });
    chat.fanout.announce({kind: 'room', room: roomId, shop, from: seq, to: seq});
    return seq;
  } catch (error) {
    if (!(error instanceof NothingToDo)) throw error;
    return undefined;
  }
}
