import type {Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import type {Dialect} from '../../context.js';
import {columnKinds} from './columns.js';
import {createAccountTables} from './0001/accounts.js';
import {createOrderTables} from './0001/orders.js';
import {createOutgoingTables} from './0001/outgoing.js';
import {createShopTables} from './0001/shops.js';

/** All tables of `tables.ts`, with what must hold between them. */
export function firstTables(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const kinds = columnKinds(db, dialect);
      await createShopTables(db, kinds);
      await createOrderTables(db, kinds);
      await createAccountTables(db, kinds);
      await createOutgoingTables(db, kinds);
    },
  };
}
