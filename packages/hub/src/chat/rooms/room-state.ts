import type {HubContext, HubTransaction} from '../../context.js';
import {appendOne} from '../log/append-one.js';

export interface StateChange {
  state: 'open' | 'ended';
  by: 'visitor' | 'shop' | 'hub';
}

/**
 * Ends a room, or opens it again; asked for again it changes nothing.
 *
 * @param also what belongs to it, in the same transaction
 */
export async function changeState(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  roomId: string,
  {state, by}: StateChange,
  also?: (trx: HubTransaction) => Promise<void>,
): Promise<void> {
  await appendOne(context, roomId, async (trx, room) => {
    if (room.state === state) return undefined;
    await trx.updateTable('rooms').set({state}).where('id', '=', roomId).execute();
    await also?.(trx);
    return {kind: 'state', data: {state, by}};
  });
}
