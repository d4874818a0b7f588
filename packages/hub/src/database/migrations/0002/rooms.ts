import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {isFlag, oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

/** Visitors, rooms, and who is in which. */
export async function createRoomTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createVisitors(kinds);
  await createRooms(kinds);
  await createMembers(kinds);
  const {schema} = db;
  await schema
    .createIndex('visitor_keys_by_visitor')
    .on('visitor_keys')
    .column('visitor_id')
    .execute();
  await schema
    .createIndex('rooms_by_shop')
    .on('rooms')
    .columns(['shop_id', 'last_at', 'id'])
    .execute();
  await schema.createIndex('rooms_by_visitor').on('rooms').column('visitor_id').execute();
  await schema.createIndex('rooms_by_mail').on('rooms').column('mail_due_at').execute();
  await schema
    .createIndex('room_members_by_visitor')
    .on('room_members')
    .column('visitor_id')
    .execute();
}

async function createVisitors({whole, text, table}: ColumnKinds): Promise<void> {
  await table('visitors')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
  await table('visitor_keys')
    .addColumn('key_hash', text, c => c.primaryKey())
    .addColumn('visitor_id', text, c => c.notNull().references('visitors.id').onDelete('cascade'))
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
}

async function createRooms({whole, text, table}: ColumnKinds): Promise<void> {
  await table('rooms')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('kind', text, c => c.notNull())
    .addColumn('state', text, c => c.notNull())
    .addColumn('language', text, c => c.notNull())
    .addColumn('visitor_id', text, c => c.references('visitors.id').onDelete('set null'))
    .addColumn('settings', text)
    .addColumn('contact', text)
    .addColumn('page', text)
    .addColumn('order_id', text, c => c.references('orders.id').onDelete('set null'))
    .addColumn('assignee_id', text, c => c.references('people.id').onDelete('set null'))
    .addColumn('is_blocked', whole, c => c.notNull().defaultTo(0))
    .addColumn('last_seq', whole, c => c.notNull().defaultTo(0))
    .addColumn('first_seq', whole, c => c.notNull().defaultTo(1))
    .addColumn('visitor_read', whole, c => c.notNull().defaultTo(0))
    .addColumn('visitor_delivered', whole, c => c.notNull().defaultTo(0))
    .addColumn('shop_read', whole, c => c.notNull().defaultTo(0))
    .addColumn('shop_delivered', whole, c => c.notNull().defaultTo(0))
    .addColumn('waiting_since', whole)
    .addColumn('mail_due_at', whole)
    .addColumn('mailed_seq', whole, c => c.notNull().defaultTo(0))
    .addColumn('last_at', whole, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('erased_at', whole)
    .addCheckConstraint('rooms_kind', oneOf('kind', ['conversation', 'public']))
    .addCheckConstraint('rooms_state', oneOf('state', ['open', 'ended']))
    .addCheckConstraint('rooms_blocked', isFlag('is_blocked'))
    .addCheckConstraint('rooms_numbers', sql`first_seq >= 1 and last_seq >= first_seq - 1`)
    .execute();
}

async function createMembers({whole, text, table}: ColumnKinds): Promise<void> {
  await table('room_members')
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('visitor_id', text, c => c.notNull().references('visitors.id').onDelete('cascade'))
    .addColumn('author_id', text, c => c.notNull())
    .addColumn('name', text)
    .addColumn('name_key', text)
    .addColumn('accepted_rules', text)
    .addColumn('read_seq', whole, c => c.notNull().defaultTo(0))
    .addColumn('messages', whole, c => c.notNull().defaultTo(0))
    .addColumn('last_message_at', whole)
    .addColumn('last_text_hash', text)
    .addColumn('is_watched', whole, c => c.notNull().defaultTo(0))
    .addColumn('address_key', text)
    .addColumn('banned_until', whole)
    .addColumn('ban_reason', text)
    .addColumn('joined_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('room_members_key', ['room_id', 'visitor_id'])
    .addUniqueConstraint('room_members_author', ['room_id', 'author_id'])
    .addUniqueConstraint('room_members_name', ['room_id', 'name_key'])
    .addCheckConstraint('room_members_watched', isFlag('is_watched'))
    .execute();
}
