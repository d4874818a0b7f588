import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

/** Who may come in and how often, what was reported and decided, and who wrote what from where. */
export async function createChatGuardTables(
  db: Kysely<unknown>,
  kinds: ColumnKinds,
): Promise<void> {
  await createKeys(kinds);
  await createReports(kinds);
  await createRecords(kinds);
  const {schema} = db;
  await schema
    .createIndex('visitor_links_by_end')
    .on('visitor_links')
    .column('expires_at')
    .execute();
  await schema
    .createIndex('chat_challenges_by_end')
    .on('chat_challenges')
    .column('expires_at')
    .execute();
  await schema
    .createIndex('chat_reports_by_shop')
    .on('chat_reports')
    .columns(['shop_id', 'state', 'received_at'])
    .execute();
  await schema
    .createIndex('chat_reports_by_room')
    .on('chat_reports')
    .columns(['room_id', 'state'])
    .execute();
  await schema
    .createIndex('chat_contributions_by_time')
    .on('chat_contributions')
    .column('at')
    .execute();
  await schema
    .createIndex('chat_audit_by_shop')
    .on('chat_audit')
    .columns(['shop_id', 'id'])
    .execute();
}

async function createKeys({whole, text, table}: ColumnKinds): Promise<void> {
  await table('visitor_links')
    .addColumn('token_hash', text, c => c.primaryKey())
    .addColumn('visitor_id', text, c => c.notNull().references('visitors.id').onDelete('cascade'))
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('expires_at', whole, c => c.notNull())
    .addColumn('used_by', text)
    .execute();
  await table('chat_challenges')
    .addColumn('challenge', text, c => c.primaryKey())
    .addColumn('expires_at', whole, c => c.notNull())
    .execute();
  await table('chat_limits')
    .addColumn('key', text, c => c.primaryKey())
    .addColumn('free_at', whole, c => c.notNull())
    .execute();
  await table('hub_secrets')
    .addColumn('name', text, c => c.primaryKey())
    .addColumn('value', text, c => c.notNull())
    .execute();
}

async function createReports({whole, text, table}: ColumnKinds): Promise<void> {
  await table('chat_reports')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('room_id', text, c => c.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('message_id', text, c => c.notNull())
    .addColumn('visitor_id', text)
    .addColumn('reason', text, c => c.notNull())
    .addColumn('explanation', text)
    .addColumn('name', text)
    .addColumn('email', text)
    .addColumn('language', text, c => c.notNull())
    .addColumn('received_at', whole, c => c.notNull())
    .addColumn('state', text, c => c.notNull())
    .addColumn('decision_reason', text)
    .addColumn('decided_by', text)
    .addColumn('decided_at', whole)
    .addCheckConstraint('chat_reports_state', oneOf('state', ['open', 'kept', 'removed']))
    .execute();
}

async function createRecords({whole, text, table, counter}: ColumnKinds): Promise<void> {
  // no reference to anything: it outlives what was said, as the law asks (see `tables.ts`)
  await table('chat_contributions')
    .addColumn('room_id', text, c => c.notNull())
    .addColumn('message_id', text, c => c.notNull())
    .addColumn('shop_id', text, c => c.notNull())
    .addColumn('visitor_id', text, c => c.notNull())
    .addColumn('address', text, c => c.notNull())
    .addColumn('port', whole)
    .addColumn('at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('chat_contributions_key', ['room_id', 'message_id'])
    .execute();
  await table('chat_audit')
    .addColumn('id', counter.type, counter.build)
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('room_id', text)
    .addColumn('person_id', text)
    .addColumn('action', text, c => c.notNull())
    .addColumn('subject', text)
    .addColumn('reason', text)
    .addColumn('at', whole, c => c.notNull())
    .execute();
}
