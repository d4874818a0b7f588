import {Migrator} from 'kysely/migration';
import type {Database, Dialect} from '../context.js';
import {DatabaseError} from './database-error.js';
import {firstTables} from './migrations/0001-first-tables.js';
import {chatTables} from './migrations/0002-chat.js';
import {eventTables} from './migrations/0003-events.js';
import {bridgeTables} from './migrations/0004-bridges.js';
import {openOrdersIndex} from './migrations/0005-open-orders.js';

/** In order; a name never changes once released. */
const migrationsFor = (dialect: Dialect) => ({
  '0001-first-tables': firstTables(dialect),
  '0002-chat': chatTables(dialect),
  '0003-events': eventTables(dialect),
  '0004-bridges': bridgeTables(dialect),
  '0005-open-orders': openOrdersIndex,
});

const migrator = (db: Database, dialect: Dialect) =>
  new Migrator({db, provider: {getMigrations: () => Promise.resolve(migrationsFor(dialect))}});

/**
 * Brings the tables up to this version; safe when several processes start at once.
 *
 * @returns the names of what was done, none when all was there
 * @throws DatabaseError when a step fails, or the database is of a later version
 */
export async function migrate(db: Database, dialect: Dialect): Promise<string[]> {
  const {error, results = []} = await migrator(db, dialect).migrateToLatest();
  if (error !== undefined) {
    const reason = error instanceof Error ? error.message : JSON.stringify(error);
    throw new DatabaseError(`The database could not be brought up to date: ${reason}`, {
      cause: error,
    });
  }
  return results.map(({migrationName}) => migrationName);
}

/** Whether every step of this version was done. */
export async function isMigrated(db: Database, dialect: Dialect): Promise<boolean> {
  const steps = await migrator(db, dialect).getMigrations();
  return steps.every(({executedAt}) => executedAt !== undefined);
}
