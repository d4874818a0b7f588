import type {RoomSettings} from '@local-widgets/model/schemas.js';
import {Uuid} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import type {HubContext} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {chatWords} from '../chat-words.js';
import {appendOne} from '../log/append-one.js';
import {audit} from '../moderation/audit.js';
import {NEW_LOG} from './begin-conversation.js';

export interface PublicRoom {
  shop: string;
  roomId: string;
  settings: RoomSettings;
  /** Who of the shop; absent of a program. */
  personId?: string | undefined;
}

/**
 * Makes a room where neighbours meet, or changes one; one that was closed is open again. A `state` event
 * tells who is in it that there is something to be read anew.
 *
 * @throws HubProblem `invalid` for an id that is another room's, or looks like a conversation's
 */
export async function putPublicRoom(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  {shop, roomId, settings, personId}: PublicRoom,
): Promise<void> {
  const {db, clock, chat} = context;
  if (Value.Check(Uuid, roomId)) {
    throw invalidField('/room', language => words(language).wrongForm);
  }
  const at = clock.now().getTime();
  const entry = {shop, room: roomId, personId, action: 'room', subject: settings.name} as const;
  const isNew = await db.transaction().execute(async trx => {
    const made = await trx
      .insertInto('rooms')
      .values({
        id: roomId,
        shop_id: shop,
        kind: 'public',
        state: 'open',
        language: 'fr',
        settings: JSON.stringify(settings),
        ...NEW_LOG,
        last_at: at,
        created_at: at,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) await audit(context, trx, entry);
    return made !== undefined;
  });
  if (isNew) {
    chat.fanout.announce({kind: 'summary', shop, room: roomId});
    return;
  }
  await appendOne(context, roomId, async (trx, room) => {
    if (room.shop_id !== shop || room.kind !== 'public') {
      throw invalidField('/room', language => chatWords(language).idTaken);
    }
    const text = JSON.stringify(settings);
    if (room.settings === text && room.state === 'open') return undefined;
    await trx
      .updateTable('rooms')
      .set({settings: text, state: 'open'})
      .where('id', '=', roomId)
      .execute();
    await audit(context, trx, entry);
    return {kind: 'state', data: {state: 'open', by: 'shop'}};
  });
}

/** Closes a public room: what was said can be read until retention takes it. @throws HubProblem `not-found` */
export async function closePublicRoom(
  context: HubContext,
  {shop, roomId, personId}: Omit<PublicRoom, 'settings'>,
): Promise<void> {
  await appendOne(context, roomId, async (trx, room) => {
    if (room.shop_id !== shop || room.kind !== 'public') throw new HubProblem('not-found');
    if (room.state === 'ended') return undefined;
    await trx.updateTable('rooms').set({state: 'ended'}).where('id', '=', roomId).execute();
    await audit(context, trx, {shop, room: roomId, personId, action: 'close-room'});
    return {kind: 'state', data: {state: 'ended', by: 'shop'}};
  });
}
