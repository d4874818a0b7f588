import type {Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import type {Dialect} from '../../context.js';
import {columnKinds} from './columns.js';
import {createChatGuardTables} from './0002/guards.js';
import {createLogTables} from './0002/logs.js';
import {widenOutbox} from './0002/outbox.js';
import {createRoomTables} from './0002/rooms.js';
import {createShopChatTables} from './0002/shop-chat.js';

/** Rooms, what is said in them, who may, and what leaves the hub about it. */
export function chatTables(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const kinds = columnKinds(db, dialect);
      await createRoomTables(db, kinds);
      await createLogTables(db, kinds);
      await createChatGuardTables(db, kinds);
      await createShopChatTables(db, kinds);
      await widenOutbox(db, kinds, dialect);
    },
  };
}
