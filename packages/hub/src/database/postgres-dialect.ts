import {CompiledQuery, PostgresDialect} from 'kysely';
import type {DatabaseConnection, Driver, QueryResult, TransactionSettings} from 'kysely';
import type {Pool, PoolClient, QueryResult as PgResult} from 'pg';
import {isBatch} from './batch.js';
import type {NamedQuery} from './compile-once.js';

/**
 * Kysely's dialect with three differences, all for the sake of fewer ways to the server and back: statements
 * of a batch are sent together, those that tell nothing (`begin`, `savepoint`) are not waited for but go
 * ahead of the next, and queries that are compiled once stay prepared. The pool's clients must have
 * `pipeline: true`.
 */
export class HubPostgresDialect extends PostgresDialect {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super({pool});
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new PipeliningDriver(this.#pool);
  }
}

class PipeliningDriver implements Driver {
  readonly #connections = new WeakMap<PoolClient, PipeliningConnection>();

  constructor(readonly pool: Pool) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.pool.connect();
    const connection = this.#connections.get(client) ?? new PipeliningConnection(client);
    this.#connections.set(client, connection);
    return connection;
  }

  beginTransaction(
    connection: PipeliningConnection,
    {isolationLevel, accessMode}: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel && ` isolation level ${isolationLevel}`;
    connection.sendAhead(`begin${level ?? ''}${accessMode ? ` ${accessMode}` : ''}`);
    return Promise.resolve();
  }

  async commitTransaction(connection: PipeliningConnection): Promise<void> {
    const {command} = await connection.send(CompiledQuery.raw('commit'));
    // what PostgreSQL answers when a statement had failed, and nobody had asked
    if (command === 'ROLLBACK') throw new Error('The transaction had failed before its commit.');
  }

  async rollbackTransaction(connection: PipeliningConnection): Promise<void> {
    await connection.rollback();
  }

  savepoint(connection: PipeliningConnection, name: string): Promise<void> {
    connection.sendAhead(`savepoint ${name}`);
    return Promise.resolve();
  }

  async rollbackToSavepoint(connection: PipeliningConnection, name: string): Promise<void> {
    await connection.send(CompiledQuery.raw(`rollback to ${name}`));
  }

  releaseSavepoint(connection: PipeliningConnection, name: string): Promise<void> {
    connection.sendAhead(`release ${name}`);
    return Promise.resolve();
  }

  releaseConnection(connection: PipeliningConnection): Promise<void> {
    connection.release();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.pool.end();
  }
}

class PipeliningConnection implements DatabaseConnection {
  /** Statements that were sent and not waited for yet; the first failure of one of them. */
  #ahead: Promise<unknown>[] = [];
  #isBroken = false;

  constructor(readonly client: PoolClient) {
    // a connection that dies while it is in use tells who uses it; unheard, it would end the process too
    client.on('error', () => (this.#isBroken = true));
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (isBatch(query)) {
      const rows = await this.#together(() =>
        Promise.all(query.batch.map(one => this.send(one).then(toResult))),
      );
      return {rows: rows as R[]};
    }
    return toResult<R>(await this.send(query));
  }

  // eslint-disable-next-line require-yield -- the hub reads no result in parts
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.reject(new Error('Results of PostgreSQL are not read in parts.'));
  }

  /** Sends a statement before the next one, and waits for both then. */
  sendAhead(sql: string): void {
    const sent = this.client.query(sql);
    // it is told with the next statement
    sent.catch(() => undefined);
    this.#ahead.push(sent);
  }

  /** @throws the failure of the first of those sent ahead, if there was one */
  async send({sql, parameters, name}: CompiledQuery & Partial<NamedQuery>): Promise<PgResult> {
    const ahead = this.#ahead;
    this.#ahead = [];
    const values = parameters as unknown[];
    const sent = this.client.query({text: sql, values, ...(name !== undefined && {name})});
    if (ahead.length > 0) {
      // in the order in which they were sent, so that the cause is told and not what follows from it
      sent.catch(() => undefined);
      for (const one of ahead) await one;
    }
    return sent;
  }

  async rollback(): Promise<void> {
    // why one failed was told, or does not matter any more
    await Promise.allSettled(this.#ahead);
    this.#ahead = [];
    try {
      await this.client.query('rollback');
    } catch (error) {
      this.#isBroken = true;
      throw error;
    }
  }

  /** Back to the pool, which closes it when nobody knows what state it is in. */
  release(): void {
    this.client.release(this.#isBroken || this.#ahead.length > 0);
    this.#ahead = [];
  }

  /** One write to the socket, however many statements. */
  async #together<T>(send: () => Promise<T>): Promise<T> {
    const {stream} = (this.client as unknown as {connection: {stream: CorkedStream}}).connection;
    stream.cork();
    const answered = send();
    stream.uncork();
    return answered;
  }
}

type CorkedStream = {cork(): void; uncork(): void};

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function toResult<R>({command, rowCount, rows}: PgResult): QueryResult<R> {
  return CHANGING.has(command)
    ? {rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0)}
    : {rows: rows as R[]};
}
