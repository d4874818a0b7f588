import type {Database as SqliteDatabase, Statement} from 'better-sqlite3';
import {SqliteAdapter, SqliteDialect} from 'kysely';
import type {CompiledQuery, DatabaseConnection, Driver, QueryResult} from 'kysely';
import {isBatch} from './batch.js';
import {FairTurns} from './fair-turns.js';

/**
 * Kysely's dialect with five differences: transactions begin IMMEDIATE, because one that reads first and
 * writes later cannot be waited for (SQLITE_BUSY_SNAPSHOT); migrations are such a transaction, so that of
 * two processes that start at once one waits; prepared statements are kept; a batch is run at one go; and long work lets others in.
 */
export class HubSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({database});
    this.#database = database;
  }

  override createDriver(): Driver {
    return new SqliteImmediateDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Statements kept; the hub has fewer forms of query than that. */
const KEPT = 300;

class SqliteImmediateDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #turns = new FairTurns();

  constructor(readonly database: SqliteDatabase) {
    this.#connection = new SqliteConnection(database);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  /** One connection: Kysely queues its users (`supportsMultipleConnections` is false for SQLite). */
  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.wait();
    return this.#connection;
  }

  beginTransaction(): Promise<void> {
    return this.#connection.run('begin immediate');
  }

  commitTransaction(): Promise<void> {
    return this.#connection.run('commit');
  }

  rollbackTransaction(): Promise<void> {
    // an error such as a full disk may have rolled back already
    return this.database.inTransaction ? this.#connection.run('rollback') : Promise.resolve();
  }

  savepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    return this.#connection.run(`savepoint ${name}`);
  }

  rollbackToSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    return this.#connection.run(`rollback to ${name}`);
  }

  releaseSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    return this.#connection.run(`release ${name}`);
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }
}

/** How long a transaction waits for another process, in milliseconds, and how often it looks. */
const WAIT = {total: 5000, step: 10};

class SqliteConnection implements DatabaseConnection {
  readonly #statements = new Map<string, Statement>();

  constructor(readonly database: SqliteDatabase) {}

  /**
   * Waits for the writer of another process without blocking this one: SQLite's own `busy_timeout`
   * sleeps inside the call and would hold every other request, so it is kept short.
   */
  async executeQuery<R>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<R>> {
    for (let waited = 0; ; waited += WAIT.step) {
      try {
        if (!isBatch(query)) return this.#execute<R>(query);
        return {rows: query.batch.map(one => this.#execute(one)) as R[]};
      } catch (error) {
        if (!isBusy(error) || this.database.inTransaction || waited >= WAIT.total) throw error;
        await new Promise(resolve => setTimeout(resolve, WAIT.step));
      }
    }
  }

  async *streamQuery<R>({sql, parameters}: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // a statement of its own: a kept one is busy while it is read
    for (const row of this.database.prepare(sql).iterate(...parameters)) {
      yield await Promise.resolve({rows: [row as R]});
    }
  }

  async run(sql: string): Promise<void> {
    await this.executeQuery({sql, parameters: []});
  }

  #execute<R>({sql, parameters}: Pick<CompiledQuery, 'sql' | 'parameters'>): QueryResult<R> {
    const statement = this.#prepare(sql);
    if (statement.reader) return {rows: statement.all(...parameters) as R[]};
    const {changes, lastInsertRowid} = statement.run(...parameters);
    return {rows: [], insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes)};
  }

  #prepare(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.database.prepare(sql);
    if (this.#statements.size >= KEPT) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Another connection writes, or wants to. */
function isBusy(error: unknown): boolean {
  const code = (error as {code?: unknown} | undefined)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
