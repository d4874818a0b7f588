import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import type {Dialect} from '../../../context.js';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

/** What leaves the hub; `push` is Web Push, `bridge` another way to reach who answers. */
const KINDS = ['mail', 'webhook', 'push', 'bridge'];

/** Lets the outbox hold what is about a room, and be carried by more than mails and webhooks. */
export async function widenOutbox(
  db: Kysely<unknown>,
  kinds: ColumnKinds,
  dialect: Dialect,
): Promise<void> {
  if (dialect === 'sqlite') await rebuildOnSqlite(db, kinds);
  else await alterOnPostgres(db);
  await db.schema.createIndex('outbox_by_room').on('outbox').column('room_id').execute();
  for (const column of ['messages_deleted', 'rooms_deleted', 'contributions_deleted']) {
    await db.schema
      .alterTable('retention_runs')
      .addColumn(column, kinds.whole, c => c.notNull().defaultTo(0))
      .execute();
  }
}

async function alterOnPostgres({schema}: Kysely<unknown>): Promise<void> {
  await schema.alterTable('outbox').dropConstraint('outbox_kind').execute();
  await schema
    .alterTable('outbox')
    .addCheckConstraint('outbox_kind', oneOf('kind', KINDS))
    .execute();
  await schema
    .alterTable('outbox')
    .addColumn('room_id', 'text', c => c.references('rooms.id').onDelete('cascade'))
    .execute();
}

/**
 * SQLite changes no CHECK: the table is made anew, and with it the one that refers to it, since dropping
 * a table deletes what refers to its rows (https://sqlite.org/lang_altertable.html, section 7).
 */
async function rebuildOnSqlite(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  const {schema} = db;
  const attempts = 'id, outbox_id, endpoint_id, at, status, error, duration_ms';
  const outbox =
    'id, kind, shop_id, order_id, endpoint_id, payload, attempts, due_at, status, last_error, created_at, sent_at';
  await createOutbox(kinds, 'new_outbox');
  await createAttempts(kinds, 'new_attempts', 'new_outbox');
  await copy(db, outbox, 'outbox', 'new_outbox');
  await copy(db, attempts, 'webhook_attempts', 'new_attempts');
  await schema.dropTable('webhook_attempts').execute();
  await schema.dropTable('outbox').execute();
  await schema.alterTable('new_outbox').renameTo('outbox').execute();
  await schema.alterTable('new_attempts').renameTo('webhook_attempts').execute();
  await schema.createIndex('outbox_by_due').on('outbox').columns(['status', 'due_at']).execute();
  await schema.createIndex('outbox_by_order').on('outbox').column('order_id').execute();
  await schema
    .createIndex('webhook_attempts_by_outbox')
    .on('webhook_attempts')
    .column('outbox_id')
    .execute();
  await schema
    .createIndex('webhook_attempts_by_endpoint')
    .on('webhook_attempts')
    .columns(['endpoint_id', 'id'])
    .execute();
}

async function createOutbox({whole, text, table}: ColumnKinds, name: string): Promise<void> {
  await table(name)
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('kind', text, c => c.notNull())
    .addColumn('shop_id', text)
    .addColumn('order_id', text, c => c.references('orders.id').onDelete('cascade'))
    .addColumn('endpoint_id', text, c => c.references('webhook_endpoints.id').onDelete('cascade'))
    .addColumn('payload', text, c => c.notNull())
    .addColumn('attempts', whole, c => c.notNull().defaultTo(0))
    .addColumn('due_at', whole)
    .addColumn('status', text, c => c.notNull())
    .addColumn('last_error', text)
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('sent_at', whole)
    .addColumn('room_id', text, c => c.references('rooms.id').onDelete('cascade'))
    .addCheckConstraint('outbox_kind', oneOf('kind', KINDS))
    .addCheckConstraint('outbox_status', oneOf('status', ['waiting', 'sent', 'failed']))
    .execute();
}

async function createAttempts(
  {whole, text, table, counter}: ColumnKinds,
  name: string,
  outbox: string,
): Promise<void> {
  await table(name)
    .addColumn('id', counter.type, counter.build)
    .addColumn('outbox_id', text, c => c.notNull().references(`${outbox}.id`).onDelete('cascade'))
    .addColumn('endpoint_id', text, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addColumn('status', whole)
    .addColumn('error', text)
    .addColumn('duration_ms', whole, c => c.notNull())
    .execute();
}

async function copy(db: Kysely<unknown>, names: string, from: string, to: string): Promise<void> {
  const columns = sql.raw(names);
  await sql`insert into ${sql.table(to)} (${columns}) select ${columns} from ${sql.table(from)}`.execute(
    db,
  );
}
