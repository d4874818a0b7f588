import {sql} from 'kysely';
import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';
import {MODES} from './shops.js';

const STATES = [
  'received',
  'accepted',
  'ready',
  'collected',
  'refused',
  'cancelled',
  'expired',
  'no-show',
];
const PAYMENT_STATES = ['due', 'pending', 'paid', 'failed', 'refunded'];

export async function createOrderTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createOrders(kinds);
  await createOrderEvents(kinds);
  await createKeysAndPayments(kinds);
  await createIndexes(db);
}

async function createOrders({whole, text, table}: ColumnKinds): Promise<void> {
  await table('orders')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id'))
    .addColumn('code', text, c => c.notNull())
    .addColumn('token_hash', text, c => c.notNull().unique())
    .addColumn('state', text, c => c.notNull())
    .addColumn('contract', text, c => c.notNull())
    .addColumn('mode', text, c => c.notNull())
    .addColumn('starts_at', whole, c => c.notNull())
    .addColumn('ends_at', whole, c => c.notNull())
    .addColumn('items', whole, c => c.notNull())
    .addColumn('lines', text, c => c.notNull())
    .addColumn('delivery_fee', whole)
    .addColumn('total', whole, c => c.notNull())
    .addColumn('payment_means', text, c => c.notNull())
    .addColumn('payment_status', text, c => c.notNull())
    .addColumn('payment_url', text)
    .addColumn('contact', text)
    .addColumn('note', text)
    .addColumn('vehicle', text)
    .addColumn('address', text)
    .addColumn('language', text, c => c.notNull())
    .addColumn('arrived_at', whole)
    .addColumn('accept_by', whole)
    .addColumn('cancel_until', whole)
    .addColumn('withdraw_until', whole)
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('updated_at', whole, c => c.notNull())
    .addColumn('erased_at', whole)
    .addCheckConstraint('orders_state', oneOf('state', STATES))
    .addCheckConstraint('orders_contract', oneOf('contract', ['order', 'reservation']))
    .addCheckConstraint('orders_mode', oneOf('mode', MODES))
    .addCheckConstraint('orders_payment', oneOf('payment_status', PAYMENT_STATES))
    .addCheckConstraint('orders_positive', sql`items >= 0 and total >= 0`)
    .execute();
}

async function createOrderEvents({whole, text, table, counter}: ColumnKinds): Promise<void> {
  await table('order_events')
    .addColumn('id', counter.type, counter.build)
    .addColumn('order_id', text, c => c.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('shop_id', text, c => c.notNull())
    .addColumn('kind', text, c => c.notNull())
    .addColumn('state', text, c => c.notNull())
    .addColumn('actor', text, c => c.notNull())
    .addColumn('person_id', text)
    .addColumn('reason', text)
    .addColumn('at', whole, c => c.notNull())
    .addCheckConstraint(
      'order_events_kind',
      oneOf('kind', ['state', 'arrived', 'payment', 'withdrawn', 'erased']),
    )
    .addCheckConstraint('order_events_state', oneOf('state', STATES))
    .addCheckConstraint('order_events_actor', oneOf('actor', ['customer', 'shop', 'hub']))
    .execute();
}

async function createKeysAndPayments({whole, text, table}: ColumnKinds): Promise<void> {
  await table('idempotency_keys')
    .addColumn('scope', text, c => c.notNull())
    .addColumn('key', text, c => c.notNull())
    .addColumn('body_hash', text, c => c.notNull())
    .addColumn('status', whole, c => c.notNull())
    .addColumn('answer', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_key', ['scope', 'key'])
    .execute();
  await table('payments')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('order_id', text, c => c.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('shop_id', text, c => c.notNull())
    .addColumn('provider', text, c => c.notNull())
    .addColumn('reference', text, c => c.notNull())
    .addColumn('amount', whole, c => c.notNull())
    .addColumn('status', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('updated_at', whole, c => c.notNull())
    .addUniqueConstraint('payments_reference', ['provider', 'reference'])
    .execute();
}

async function createIndexes({schema}: Kysely<unknown>): Promise<void> {
  const index = (table: string, ...columns: string[]) =>
    schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns(columns);
  await index('orders', 'shop_id', 'starts_at').execute();
  await index('orders', 'state', 'starts_at').execute();
  await index('orders', 'accept_by').execute();
  // a code said at the counter is one order, also when a finished one is opened again
  await index('orders', 'shop_id', 'code').unique().execute();
  await index('order_events', 'shop_id', 'id').execute();
  await index('order_events', 'order_id', 'id').execute();
  await index('idempotency_keys', 'created_at').execute();
  await index('payments', 'order_id').execute();
}
