import {exportShopChat} from '../chat/settings/export-shop-chat.js';
import {toOrders} from '../orders/find-order.js';
import {readProducts} from '../shops/product-store.js';
import {requireShop} from '../shops/shop-store.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withDatabase} from './with-context.js';

/** Prints a shop with its catalogue, its orders and its conversations, as one JSON object. */
export async function exportShop({config, options: {shop: id}, io}: CommandCall) {
  if (id === undefined) throw new CliError('Say which: export --shop ID.');
  return withDatabase(config, async ({db}) => {
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
    io.out(JSON.stringify({shop: {id, ...shop.settings}, products, orders, chat}, undefined, 2));
    return undefined;
  });
}
