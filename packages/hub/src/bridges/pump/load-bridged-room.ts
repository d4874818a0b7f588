import {loadRoom} from '../../chat/rooms/load-room.js';
import type {Database} from '../../context.js';
import type {BridgedRoom, ChatBridge} from '../bridge.js';
import {contactOf} from '../visitor.js';

/** A conversation with who is reached by the bridge; `undefined` when there is nobody, or it is gone. */
export async function loadBridgedRoom(
  db: Database,
  bridge: Pick<ChatBridge, 'addressOf'>,
  roomId: string,
): Promise<BridgedRoom | undefined> {
  const found = await loadRoom(db, roomId);
  if (found?.row.kind !== 'conversation' || !found.chat.isEnabled) return undefined;
  const {row} = found;
  const shop = {id: row.shop_id, settings: found.shop, chat: found.chat};
  const address = bridge.addressOf(shop);
  if (address === undefined) return undefined;
  return {row, shop, contact: contactOf(row), address};
}
