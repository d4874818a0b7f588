import type {Kysely} from 'kysely';
import {isFlag, oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

export async function createOutgoingTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createWebhookEndpoints(kinds);
  await createOutbox(kinds);
  await createRuns(kinds);
  const {schema} = db;
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

async function createWebhookEndpoints({whole, text, table}: ColumnKinds): Promise<void> {
  await table('webhook_endpoints')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('url', text, c => c.notNull())
    .addColumn('secret', text, c => c.notNull())
    .addColumn('previous_secret', text)
    .addColumn('is_enabled', whole, c => c.notNull().defaultTo(1))
    .addColumn('created_at', whole, c => c.notNull())
    .addCheckConstraint('webhook_endpoints_enabled', isFlag('is_enabled'))
    .execute();
}

async function createOutbox({whole, text, table}: ColumnKinds): Promise<void> {
  await table('outbox')
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
    .addCheckConstraint('outbox_kind', oneOf('kind', ['mail', 'webhook']))
    .addCheckConstraint('outbox_status', oneOf('status', ['waiting', 'sent', 'failed']))
    .execute();
}

async function createRuns({whole, text, table, counter}: ColumnKinds): Promise<void> {
  await table('webhook_attempts')
    .addColumn('id', counter.type, counter.build)
    .addColumn('outbox_id', text, c => c.notNull().references('outbox.id').onDelete('cascade'))
    .addColumn('endpoint_id', text, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .addColumn('status', whole)
    .addColumn('error', text)
    .addColumn('duration_ms', whole, c => c.notNull())
    .execute();
  await table('retention_runs')
    .addColumn('id', counter.type, counter.build)
    .addColumn('at', whole, c => c.notNull())
    .addColumn('orders_erased', whole, c => c.notNull())
    .addColumn('keys_deleted', whole, c => c.notNull())
    .addColumn('links_deleted', whole, c => c.notNull())
    .addColumn('sessions_deleted', whole, c => c.notNull())
    .addColumn('outbox_deleted', whole, c => c.notNull())
    .execute();
}
