import type {ChatSettings} from '@local-widgets/model/schemas.js';
import type {Database, HubContext} from '../../context.js';
import type {Shop} from '../../shops/shop-store.js';
import {requireShop} from '../../shops/shop-store.js';
import {answeringHours} from '../hours/open-hours.js';
import {DEFAULT_SETTINGS, readSettings} from './default-settings.js';

export interface ShopChat {
  shop: Shop;
  chat: ChatSettings;
}

/** A shop with what it set for its chat. @throws HubProblem `not-found` */
export async function requireShopChat(db: Database, shopId: string): Promise<ShopChat> {
  const shop = await requireShop(db, shopId);
  const row = await db
    .selectFrom('chat_settings')
    .select('settings')
    .where('shop_id', '=', shopId)
    .executeTakeFirst();
  return {shop, chat: readSettings(row?.settings)};
}

/**
 * Changes the settings of a shop's chat under their lock, and tells its visitors when somebody went away
 * or came back.
 *
 * @throws HubProblem `not-found`, and what `change` throws: then all stays as it was
 */
export async function changeChatSettings(
  {db, clock, chat: {fanout}}: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  shopId: string,
  change: (settings: ChatSettings) => ChatSettings,
): Promise<ChatSettings> {
  const {settings: shop} = await requireShop(db, shopId);
  const now = clock.now();
  const settings = await db.transaction().execute(async trx => {
    await trx
      .insertInto('chat_settings')
      .values({shop_id: shopId, settings: JSON.stringify(DEFAULT_SETTINGS), updated_at: 0})
      .onConflict(conflict => conflict.column('shop_id').doNothing())
      .execute();
    const row = await trx
      .updateTable('chat_settings')
      .set({updated_at: now.getTime()})
      .where('shop_id', '=', shopId)
      .returning('settings')
      .executeTakeFirstOrThrow();
    const changed = change(readSettings(row.settings));
    await trx
      .updateTable('chat_settings')
      .set({settings: JSON.stringify(changed)})
      .where('shop_id', '=', shopId)
      .execute();
    return changed;
  });
  const {isAway} = settings;
  const {isOpen} = answeringHours(settings, shop, now);
  fanout.announce({kind: 'profile', shop: shopId, isOpen: isOpen && !isAway, isAway});
  return settings;
}
