import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

const EVENT_KINDS = [
  'message',
  'held',
  'approved',
  'deleted',
  'delivered',
  'read',
  'state',
  'author',
];

/** What is said in rooms: the log, the messages that it names, their images. */
export async function createLogTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createMessages(kinds);
  await createEvents(kinds);
  await createImages(kinds);
  const {schema} = db;
  await schema
    .createIndex('chat_messages_by_seq')
    .on('chat_messages')
    .columns(['room_id', 'seq'])
    .execute();
  await schema
    .createIndex('chat_messages_by_visitor')
    .on('chat_messages')
    .column('visitor_id')
    .execute();
  // few at a time, asked for with each line of the desk's list
  await schema
    .createIndex('chat_messages_held')
    .on('chat_messages')
    .column('room_id')
    .where(sql<boolean>`state = 'held'`)
    .execute();
  await schema
    .createIndex('chat_images_by_message')
    .on('chat_images')
    .columns(['message_id', 'created_at'])
    .execute();
}

async function createMessages({whole, text, table}: ColumnKinds): Promise<void> {
  await table('chat_messages')
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('id', text, c => c.notNull())
    .addColumn('seq', whole, c => c.notNull())
    .addColumn('author_id', text, c => c.notNull())
    .addColumn('role', text, c => c.notNull())
    .addColumn('name', text)
    .addColumn('visitor_id', text)
    .addColumn('person_id', text)
    .addColumn('via', text, c => c.notNull())
    .addColumn('text', text)
    .addColumn('image', text)
    .addColumn('body_hash', text)
    .addColumn('state', text, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('chat_messages_key', ['room_id', 'id'])
    .addCheckConstraint('chat_messages_role', oneOf('role', ['visitor', 'shop', 'hub']))
    .addCheckConstraint('chat_messages_state', oneOf('state', ['shown', 'held', 'deleted']))
    .execute();
}

async function createEvents({whole, text, table}: ColumnKinds): Promise<void> {
  await table('chat_events')
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('seq', whole, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addColumn('kind', text, c => c.notNull())
    .addColumn('message_id', text)
    .addColumn('data', text)
    .addPrimaryKeyConstraint('chat_events_key', ['room_id', 'seq'])
    .addCheckConstraint('chat_events_kind', oneOf('kind', EVENT_KINDS))
    .execute();
}

async function createImages({whole, text, table}: ColumnKinds): Promise<void> {
  await table('chat_images')
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('id', text, c => c.notNull())
    .addColumn('author_id', text, c => c.notNull())
    .addColumn('visitor_id', text)
    .addColumn('type', text, c => c.notNull())
    .addColumn('width', whole, c => c.notNull())
    .addColumn('height', whole, c => c.notNull())
    .addColumn('base64', text, c => c.notNull())
    .addColumn('sent_hash', text, c => c.notNull())
    .addColumn('message_id', text)
    .addColumn('created_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('chat_images_key', ['room_id', 'id'])
    .execute();
}
