import type {Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';

/** The desk asks for the orders of a shop that are not over: few, however many there ever were. */
export const openOrdersIndex: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('orders_by_shop_id_state')
      .on('orders')
      .columns(['shop_id', 'state', 'starts_at'])
      .execute();
  },
};
