import type {ShopSettings} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import {HubProblem} from '../http/problem.js';

export interface Shop {
  id: string;
  settings: ShopSettings;
  /** Counts up with each change of the catalogue by its merchant. */
  catalogueVersion: number;
  catalogueUpdatedAt: Date;
}

interface ShopRow {
  id: string;
  settings: string;
  catalogue_version: number;
  catalogue_updated_at: number;
}

export const toShop = (row: ShopRow): Shop => ({
  id: row.id,
  settings: JSON.parse(row.settings) as ShopSettings,
  catalogueVersion: row.catalogue_version,
  catalogueUpdatedAt: new Date(row.catalogue_updated_at),
});

/** The row of a shop, for `toShop`. */
export const shopRow = compileOnce((db, {id}: {id: string}) =>
  db
    .selectFrom('shops')
    .select(['id', 'settings', 'catalogue_version', 'catalogue_updated_at'])
    .where('id', '=', id),
);

export async function findShop(db: Database, id: string): Promise<Shop | undefined> {
  const [row] = await shopRow.run(db, {id});
  return row && toShop(row);
}

/** @throws HubProblem `not-found` */
export async function requireShop(db: Database, id: string): Promise<Shop> {
  const shop = await findShop(db, id);
  if (!shop) throw new HubProblem('not-found');
  return shop;
}

/** All, by id. */
export async function listShops(db: Database): Promise<Shop[]> {
  const rows = await db.selectFrom('shops').selectAll().orderBy('id').execute();
  return rows.map(toShop);
}

/**
 * Makes a shop with an empty catalogue.
 *
 * @returns false when the id is taken
 */
export async function createShop(
  db: Database,
  {id, settings, now}: {id: string; settings: ShopSettings; now: Date},
): Promise<boolean> {
  const at = now.getTime();
  const made = await db
    .insertInto('shops')
    .values({
      id,
      settings: JSON.stringify(settings),
      catalogue_version: 1,
      catalogue_updated_at: at,
      created_at: at,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/**
 * Changes settings under the shop's lock, so that two people's changes of different parts both stay.
 *
 * @param change gets what is set now, returns what shall be; its throwing keeps all as it was
 * @throws HubProblem `not-found`
 */
export async function changeSettings(
  db: Database,
  id: string,
  change: (settings: ShopSettings) => ShopSettings,
): Promise<ShopSettings> {
  return db.transaction().execute(async trx => {
    // an update that changes nothing locks the row on both engines
    const row = await trx
      .updateTable('shops')
      .set(eb => ({created_at: eb.ref('created_at')}))
      .where('id', '=', id)
      .returning('settings')
      .executeTakeFirst();
    if (!row) throw new HubProblem('not-found');
    const settings = change(JSON.parse(row.settings) as ShopSettings);
    await trx
      .updateTable('shops')
      .set({settings: JSON.stringify(settings)})
      .where('id', '=', id)
      .execute();
    return settings;
  });
}
