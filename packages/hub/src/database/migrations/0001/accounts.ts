import type {Kysely} from 'kysely';
import {oneOf} from '../columns.js';
import type {ColumnKinds} from '../columns.js';

const ROLES = ['admin', 'merchant', 'clerk'];

export async function createAccountTables(db: Kysely<unknown>, kinds: ColumnKinds): Promise<void> {
  await createPeople(kinds);
  await createKeys(kinds);
  await db.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute();
  await db.schema.createIndex('sessions_by_end').on('sessions').column('expires_at').execute();
  await db.schema.createIndex('passkeys_by_person').on('passkeys').column('person_id').execute();
  await db.schema.createIndex('api_tokens_by_shop').on('api_tokens').column('shop_id').execute();
  await db.schema.createIndex('memberships_by_shop').on('memberships').column('shop_id').execute();
}

async function createPeople({whole, text, table}: ColumnKinds): Promise<void> {
  await table('people')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('email', text, c => c.notNull().unique())
    .addColumn('name', text)
    .addColumn('language', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .execute();
  await table('memberships')
    .addColumn('person_id', text, c => c.notNull().references('people.id').onDelete('cascade'))
    // `*` for an admin of the whole hub, hence no reference to the shops
    .addColumn('shop_id', text, c => c.notNull())
    .addColumn('role', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['person_id', 'shop_id'])
    .addCheckConstraint('memberships_role', oneOf('role', ROLES))
    .execute();
  await table('sessions')
    .addColumn('token_hash', text, c => c.primaryKey())
    .addColumn('person_id', text, c => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('expires_at', whole, c => c.notNull())
    .execute();
}

async function createKeys({whole, text, table}: ColumnKinds): Promise<void> {
  await table('sign_in_links')
    .addColumn('token_hash', text, c => c.primaryKey())
    .addColumn('email', text, c => c.notNull())
    .addColumn('expires_at', whole, c => c.notNull())
    .addColumn('used_at', whole)
    .execute();
  await table('passkeys')
    .addColumn('credential_id', text, c => c.primaryKey())
    .addColumn('person_id', text, c => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('public_key', text, c => c.notNull())
    .addColumn('counter', whole, c => c.notNull())
    .addColumn('transports', text, c => c.notNull())
    .addColumn('name', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('last_used_at', whole)
    .execute();
  await table('passkey_challenges')
    .addColumn('challenge_hash', text, c => c.primaryKey())
    .addColumn('person_id', text, c => c.references('people.id').onDelete('cascade'))
    .addColumn('expires_at', whole, c => c.notNull())
    .execute();
  await table('api_tokens')
    .addColumn('id', text, c => c.primaryKey())
    .addColumn('shop_id', text, c => c.notNull().references('shops.id').onDelete('cascade'))
    .addColumn('token_hash', text, c => c.notNull().unique())
    .addColumn('name', text, c => c.notNull())
    .addColumn('role', text, c => c.notNull())
    .addColumn('created_at', whole, c => c.notNull())
    .addColumn('last_used_at', whole)
    .addColumn('revoked_at', whole)
    .addCheckConstraint('api_tokens_role', oneOf('role', ROLES))
    .execute();
}
