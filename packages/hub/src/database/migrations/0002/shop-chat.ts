import type {Kysely} from 'kysely';
import type {ColumnKinds} from '../columns.js';

/** What a shop sets for its conversations, how fast it answers, and how its people are reached. */
export async function createShopChatTables(
  db: Kysely<unknown>,
  {whole, text, table, counter}: ColumnKinds,
): Promise<void> {
  await table('chat_settings')
    .addColumn('shop_id', text, c => c.primaryKey().references('shops.id').onDelete('cascade'))
    .addColumn('settings', text, c => c.notNull())
    .addColumn('updated_at', whole, c => c.notNull())
    .execute();
  await table('chat_answers')
    .addColumn('id', counter.type, counter.build)
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('minutes', whole, c => c.notNull())
    .addColumn('at', whole, c => c.notNull())
    .execute();
  await table('push_subscriptions')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('person_id', text, c => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('endpoint', text, c => c.notNull())
    .addColumn('public_key', text, c => c.notNull())
    .addColumn('auth_secret', text, c => c.notNull())
    .addColumn('language', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
  await table('desk_lines')
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('process', text, c => c.notNull())
    .addColumn('seen_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('desk_lines_key', ['shop_id', 'process'])
    .execute();
  const {schema} = db;
  await schema
    .createIndex('chat_answers_by_shop')
    .on('chat_answers')
    .columns(['shop_id', 'id'])
    .execute();
  await schema
    .createIndex('push_subscriptions_by_person')
    .on('push_subscriptions')
    .column('person_id')
    .execute();
}
