import {exportShopChat} from '../chat/settings/export-shop-chat.js';
import {exportCalendars} from '../events/calendars/export-calendars.js';
import {toOrders} from '../orders/find-order.js';
import {readProducts} from '../shops/product-store.js';
import {requireShop} from '../shops/shop-store.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withContext} from './with-context.js';

/** Prints a shop with its catalogue, its orders, its conversations and its calendars, as one JSON object. */
export async function exportShop({config, options: {shop: id}, io}: CommandCall) {
  if (id === undefined) throw new CliError('Say which: export --shop ID.');
  return withContext(config, async context => {
    const {db} = context;
    const shop = await requireShop(db, id);
    const rows = await db
      .selectFrom('orders')
      .selectAll()
      .where('shop_id', '=', id)
      .orderBy('id')
      .execute();
    const orders = await toOrders(db, rows, shop.settings);
    const products = await readProducts(db, id);
    const chat = await exportShopChat(db, shop);
    const calendars = await exportCalendars(context, id);
    const whole = {shop: {id, ...shop.settings}, products, orders, chat, calendars};
    io.out(JSON.stringify(whole, undefined, 2));
    return undefined;
  });
}
