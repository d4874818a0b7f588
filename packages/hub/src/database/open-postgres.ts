import {Kysely} from 'kysely';
import pg from 'pg';
import {DatabaseError, reasonOf} from './database-error.js';
import type {OpenDatabase} from './open-database.js';
import {HubPostgresDialect} from './postgres-dialect.js';
import type {Tables} from './tables.js';

/** @throws DatabaseError when it cannot be reached */
export async function openPostgres(url: string, poolSize: number): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    pipeline: true,
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
  const db = new Kysely<Tables>({dialect: new HubPostgresDialect(pool)});
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
