import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import Sqlite from 'better-sqlite3';
import {Kysely} from 'kysely';
import {DatabaseError, reasonOf} from './database-error.js';
import type {OpenDatabase} from './open-database.js';
import {HubSqliteDialect} from './sqlite-dialect.js';
import type {Tables} from './tables.js';

/** Earlier ones can lose committed writes when two connections meet a reset of the log (SQLite 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3];

/**
 * Milliseconds that SQLite itself sleeps for another writer; the dialect waits longer, without blocking.
 */
const BUSY_TIMEOUT = 50;

/** Pages that SQLite keeps itself; those beyond are in the cache of the operating system. */
const CACHE_KIB = 2048;

/** @throws DatabaseError with a sentence: too old, damaged, not to be opened. */
export function openSqlite(file: string): OpenDatabase {
  const database = connect(file);
  try {
    refuseOldSqlite(database);
    // WAL and FULL: what was acknowledged is on the disk, also when the power fails
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = ${-CACHE_KIB}`);
    refuseDamage(database, file);
  } catch (error) {
    database.close();
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`The database ${file} cannot be opened: ${reasonOf(error)}.`);
  }
  const db = new Kysely<Tables>({dialect: new HubSqliteDialect(database)});
  const close = async () => {
    if (database.open) database.pragma('wal_checkpoint(TRUNCATE)');
    await db.destroy();
    // before its first query, Kysely does not know that there is something to close
    database.close();
  };
  return {db, dialect: 'sqlite', close};
}

function connect(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), {recursive: true});
    return new Sqlite(file, {timeout: BUSY_TIMEOUT});
  } catch (error) {
    throw new DatabaseError(`The database ${file} cannot be opened: ${reasonOf(error)}.`);
  }
}

function refuseOldSqlite(database: Sqlite.Database): void {
  const found = String(database.prepare('select sqlite_version()').pluck().get());
  const parts = found.split('.').map(Number);
  const difference = OLDEST_SQLITE.map((part, at) => (parts[at] ?? 0) - part).find(d => d !== 0);
  if (difference !== undefined && difference < 0) {
    const wanted = OLDEST_SQLITE.join('.');
    throw new DatabaseError(`SQLite ${found} may lose orders; ${wanted} or later is needed.`);
  }
}

function refuseDamage(database: Sqlite.Database, file: string): void {
  const found = String(database.pragma('quick_check(1)', {simple: true}));
  if (found !== 'ok') {
    throw new DatabaseError(`The database ${file} is damaged (${found}): restore a backup.`);
  }
}
