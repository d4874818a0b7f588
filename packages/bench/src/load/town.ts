import {createHash, randomBytes} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Product} from '@local-widgets/model/schemas.js';
import Sqlite from 'better-sqlite3';
import {runHubCommand, type HubEnv} from '../hub/hub-process.js';
import {ORDER_COLUMNS} from '../hub/order-rows.js';
import {SHOP_FILE} from '../hub/shop.js';
import type {Options} from './options.js';

/** A token of the desk of each shop, as its rows know it by its hash. */
export const tokenOf = (shop: string): string => `lwhub_${shop}`.padEnd(49, 'x');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Town {
  readonly file: string;
  readonly shops: readonly string[];
}

/** Fills the database of a hub: shops and catalogues by its own command, a year of orders by hand. */
export async function fillTown(env: HubEnv, folder: string, size: Options): Promise<Town> {
  const shops = Array.from({length: size.shops}, (_, at) => `boutique-${at + 1}`);
  const files = join(folder, 'shops');
  await mkdir(files);
  const perShop = Math.ceil(size.products / size.shops);
  for (const id of shops) {
    const shop = {...SHOP_FILE.shop, id, name: `La ${id}`};
    const text = JSON.stringify({shop, products: productsOf(perShop)});
    await writeFile(join(files, `${id}.json`), text);
  }
  await runHubCommand(env, 'import', files);
  const file = join(folder, 'hub.sqlite');
  writeOrders(file, shops, size.orders);
  return {file, shops};
}

/** As a grocer's: with origin and allergens, some of them counted. */
const productsOf = (count: number): Product[] =>
  Array.from({length: count}, (_, at) => ({
    ...SHOP_FILE.products[at % SHOP_FILE.products.length]!,
    id: `produit-${at}`,
    name: `Produit de saison n° ${at + 1}`,
    description: 'Cueilli le matin, vendu le jour même, dans un emballage que nous reprenons.',
    category: `Rayon ${at % 12}`,
    origin: 'Finistère',
    allergens: at % 3 === 0 ? (['milk', 'gluten'] as const).slice() : [],
  }));

const DAY = 24 * 60 * 60_000;

/**
 * Over the year that ends now, nearly all of them collected, the old ones erased as a hub does daily; and a token of
 * each shop's desk.
 */
function writeOrders(file: string, shops: readonly string[], count: number): void {
  const database = new Sqlite(file);
  const marks = ORDER_COLUMNS.map(() => '?').join(', ');
  const order = database.prepare(
    `insert into orders (${ORDER_COLUMNS.join(', ')}) values (${marks})`,
  );
  const erase = database.prepare('update orders set erased_at = ? where id = ?');
  const event = database.prepare(
    `insert into order_events (order_id, shop_id, kind, state, actor, at) values (?, ?, 'state', ?, ?, ?)`,
  );
  const token = database.prepare(
    `insert into api_tokens (id, shop_id, token_hash, name, role, created_at) values (?, ?, ?, 'load', 'merchant', ?)`,
  );
  const now = Date.now();
  database.transaction(() => {
    for (const shop of shops) token.run(`token-${shop}`, shop, sha256(tokenOf(shop)), now);
    for (let number = 0; number < count; number++) {
      const shop = shops[number % shops.length]!;
      const at = now - Math.floor(((count - number) / count) * 365 * DAY);
      const state = at < now - DAY ? 'collected' : 'accepted';
      const id = at.toString(16).padStart(12, '0') + randomBytes(12).toString('hex');
      const lines = JSON.stringify([
        {
          product: 'produit-1',
          name: 'Produit',
          price: 1000,
          vatRate: 550,
          quantity: 2,
          total: 2000,
        },
      ]);
      const isErased = at < now - 30 * DAY;
      const contact = '{"name":"Anne Le Gall","email":"anne@example.org"}';
      order.run(
        ...[id, shop, `L${String(number).padStart(9, '0')}`, sha256(`order ${number}`), state],
        ...['order', 'collect', at + DAY, at + DAY + 30 * 60_000, 2, lines, 2000, 'cash', 'due'],
        ...[isErased ? null : contact, 'fr', null, at + DAY, null, at, at],
      );
      if (isErased) erase.run(at + 30 * DAY, id);
      event.run(id, shop, 'received', 'customer', at);
      event.run(id, shop, 'accepted', 'shop', at);
      if (state === 'collected') event.run(id, shop, 'collected', 'shop', at + DAY);
    }
  })();
  database.close();
}

/** How many orders are in a database, read on a connection of its own; it must be whole. */
export function countOrders(file: string): number {
  const database = new Sqlite(file, {readonly: true});
  try {
    const check = database.pragma('integrity_check', {simple: true});
    if (check !== 'ok') throw new Error(`${file} is damaged: ${String(check)}`);
    return Number(database.prepare('select count(*) from orders').pluck().get());
  } finally {
    database.close();
  }
}
