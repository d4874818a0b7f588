import {ChatSettings, RoomId, RoomSettings} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {wrongFields} from '../../http/validation.js';
import {putPublicRoom} from '../rooms/public-rooms.js';
import {checkHours} from './check-chat-settings.js';
import {changeChatSettings} from './settings-store.js';

/** The `chat` of a shop's file; of what `export` prints the rest is left. */
const ShopChatFile = Type.Object({
  settings: Type.Optional(ChatSettings),
  rooms: Type.Optional(
    Type.Array(Type.Object({id: RoomId, settings: Type.Optional(RoomSettings)})),
  ),
});
type ShopChatFile = Type.Static<typeof ShopChatFile>;

/**
 * Sets a shop's chat, and makes or changes its public rooms.
 *
 * @throws HubProblem `invalid`, with pointers into the file
 */
export async function importShopChat(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  shop: string,
  file: unknown,
): Promise<void> {
  const fields = wrongFields(ShopChatFile, file);
  if (fields.length > 0) {
    throw new HubProblem('invalid', {
      fields: fields.map(({pointer, message}) => ({pointer: `/chat${pointer}`, message})),
    });
  }
  const {settings, rooms = []} = file as ShopChatFile;
  if (settings) {
    checkHours(settings.hours, context.clock.now());
    await changeChatSettings(context, shop, () => settings);
  }
  for (const {id: roomId, settings: rules} of rooms) {
    if (rules) await putPublicRoom(context, {shop, roomId, settings: rules});
  }
}
