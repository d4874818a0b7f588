import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

/** Pickup modes of the model. */
export const MODES = ['collect', 'drive', 'delivery'];

export async function createShopTables(_db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  const {whole, text, table} = kinds;
  await table('shops')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('settings', text, c => c.notNull())
    .addColumn('catalogue_version', whole, c => c.notNull())
    .addColumn('catalogue_updated_at', whole, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
  await table('products')
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('id', text, c => c.notNull())
    .addColumn('position', whole, c => c.notNull())
    .addColumn('details', text, c => c.notNull())
    .addColumn('stock', whole)
    .addPrimaryKeyConstraint('products_key', ['shop_id', 'id'])
    .addCheckConstraint('products_stock', sql`stock is null or stock >= 0`)
    .execute();
  await table('slots')
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('mode', text, c => c.notNull())
    .addColumn('starts_at', whole, c => c.notNull())
    .addColumn('ends_at', whole, c => c.notNull())
    .addColumn('capacity_orders', whole)
    .addColumn('capacity_items', whole)
    .addColumn('taken_orders', whole, c => c.notNull().defaultTo(0))
    .addColumn('taken_items', whole, c => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('slots_key', ['shop_id', 'mode', 'starts_at'])
    .addCheckConstraint('slots_mode', oneOf('mode', MODES))
    .addCheckConstraint('slots_length', sql`ends_at > starts_at`)
    .addCheckConstraint('slots_positive', sql`taken_orders >= 0 and taken_items >= 0`)
    .addCheckConstraint(
      'slots_orders',
      sql`capacity_orders is null or taken_orders <= capacity_orders`,
    )
    .addCheckConstraint('slots_items', sql`capacity_items is null or taken_items <= capacity_items`)
    .execute();
}
