import type {ShopSettings} from '@local-widgets/model/schemas.js';
import {readSettings} from '../../chat/settings/default-settings.js';
import type {Database} from '../../context.js';
import type {ShopOfBridge} from '../bridge.js';

/** All shops that have set up their chat. */
export async function chatShops(db: Database): Promise<ShopOfBridge[]> {
  const rows = await db
    .selectFrom('chat_settings as c')
    .innerJoin('shops as s', 's.id', 'c.shop_id')
    .select(['s.id', 's.settings', 'c.settings as chat'])
    .orderBy('s.id')
    .execute();
  return rows.map(({id, settings, chat}) => ({
    id,
    settings: JSON.parse(settings) as ShopSettings,
    chat: readSettings(chat),
  }));
}
