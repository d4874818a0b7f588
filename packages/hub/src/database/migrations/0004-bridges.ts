import type {Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import type {Dialect} from '../../context.js';
import {columnKinds, oneOf} from './columns.js';
import type {ColumnKinds} from './columns.js';

/** How far the bridges of the chat are, and what things are called on their other side. */
export function bridgeTables(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const kinds = columnKinds(db, dialect);
      await createStates(kinds);
      await createCursors(kinds);
      await createNames(kinds);
      const {schema} = db;
      await schema
        .createIndex('bridge_cursors_by_room')
        .on('bridge_cursors')
        .column('room_id')
        .execute();
      await schema
        .createIndex('bridge_messages_by_message')
        .on('bridge_messages')
        .columns(['room_id', 'message_id'])
        .execute();
      await schema
        .createIndex('bridge_messages_by_time')
        .on('bridge_messages')
        .columns(['bridge', 'at'])
        .execute();
    },
  };
}

async function createStates({whole, text, table}: ColumnKinds): Promise<void> {
  await table('leases')
    .addColumn('name', text, c => c.primaryKey())
    .addColumn('holder', text, c => c.notNull())
    .addColumn('until', whole, c => c.notNull())
    .execute();
  await table('bridge_states')
    .addColumn('bridge', text, c => c.primaryKey())
    .addColumn('state', text, c => c.notNull())
    .addColumn('since', whole, c => c.notNull())
    .addColumn('fault', text)
    .addCheckConstraint('bridge_states_state', oneOf('state', ['up', 'down']))
    .execute();
}

async function createCursors({whole, text, table}: ColumnKinds): Promise<void> {
  await table('bridge_cursors')
    .addColumn('bridge', text, c => c.notNull())
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('address', text, c => c.notNull())
    .addColumn('seq', whole, c => c.notNull())
    .addColumn('tries', whole, c => c.notNull().defaultTo(0))
    .addColumn('due_at', whole)
    .addColumn('fault', text)
    .addPrimaryKeyConstraint('bridge_cursors_key', ['bridge', 'room_id'])
    .execute();
}

async function createNames({whole, text, table}: ColumnKinds): Promise<void> {
  await table('bridge_rooms')
    .addColumn('bridge', text, c => c.notNull())
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('remote_id', text, c => c.notNull())
    .addColumn('data', text)
    .addPrimaryKeyConstraint('bridge_rooms_key', ['bridge', 'room_id'])
    .addUniqueConstraint('bridge_rooms_remote', ['bridge', 'remote_id'])
    .execute();
  await table('bridge_messages')
    .addColumn('bridge', text, c => c.notNull())
    .addColumn('remote_id', text, c => c.notNull())
    .addColumn('room_id', text, c => c.references('rooms.id').onDelete('cascade'))
    .addColumn('message_id', text)
    .addColumn('direction', text, c => c.notNull())
    .addColumn('data', text)
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('bridge_messages_key', ['bridge', 'remote_id'])
    .addCheckConstraint('bridge_messages_direction', oneOf('direction', ['in', 'out']))
    .execute();
}
