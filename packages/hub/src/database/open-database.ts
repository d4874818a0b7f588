import {mkdirSync} from 'node:fs';
import {dirname} from 'node:path';
import Sqlite from 'better-sqlite3';
import {Kysely, PostgresDialect} from 'kysely';
import pg from 'pg';
import type {Database, Dialect} from '../context.js';
import {DatabaseError} from './database-error.js';
import {HubSqliteDialect} from './sqlite-dialect.js';
import type {Tables} from './tables.js';

export interface OpenDatabase {
  db: Database;
  dialect: Dialect;
  /** Writes the log of SQLite into its file and closes; ends the connections of PostgreSQL. */
  close: () => Promise<void>;
}

/** Where the data is: a file (or `:memory:`), or the address of a PostgreSQL database. */
export type DatabasePlace = {file: string} | {url: string; poolSize?: number};

/** @throws DatabaseError with a sentence: too old, damaged, out of reach. */
export function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  return 'file' in place
    ? Promise.resolve().then(() => openSqlite(place.file))
    : openPostgres(place.url, place.poolSize ?? 10);
}

/** Earlier ones can lose committed writes when two connections meet a reset of the log (SQLite 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3];

/**
 * Milliseconds that SQLite itself sleeps for another writer; the dialect waits longer, without blocking.
 */
const BUSY_TIMEOUT = 50;

function openSqlite(file: string): OpenDatabase {
  const database = connect(file);
  try {
    refuseOldSqlite(database);
    // WAL and FULL: what was acknowledged is on the disk, also when the power fails
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
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

const reasonOf = (error: unknown) =>
  (error instanceof Error && error.message) || 'no reason was given';

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

async function openPostgres(url: string, poolSize: number): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    // who waits longer for another's row is told to try again
    options:
      '-c lock_timeout=5000 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
    types: {getTypeParser: typeParser},
  });
  // a connection that dies while idle is replaced by the pool; the next query tells if it cannot be
  pool.on('error', () => undefined);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw new DatabaseError(
      `PostgreSQL at ${withoutPassword(url)} cannot be reached: ${reasonOf(error)}.`,
    );
  }
  const db = new Kysely<Tables>({dialect: new PostgresDialect({pool})});
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
  return {db, dialect: 'postgres', close};
}

const {INT8, NUMERIC} = pg.types.builtins;

/** `bigint`, and the sums of them, as numbers: instants and cents stay far below 2^53. */
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

function typeParser(type: TypeId, format?: 'text' | 'binary'): unknown {
  if (type === INT8 || type === NUMERIC) return Number;
  return pg.types.getTypeParser(type, format);
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]+):[^@/]*@/, '//$1@');
}
