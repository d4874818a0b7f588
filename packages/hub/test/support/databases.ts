import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe} from 'node:test';
import type {Dialect} from '../../src/context.js';
import {migrate} from '../../src/database/migrate.js';
import {openDatabase} from '../../src/database/open-database.js';
import type {DatabasePlace, OpenDatabase} from '../../src/database/open-database.js';
import {durableServer, postgresServer, stopPostgres} from './postgres.js';

/** A database of its own for one test. */
export interface TestDatabase extends OpenDatabase {
  /** To open it a second time, from this process or another. */
  place: DatabasePlace;
  /** Environment variables that point a hub's process at it. */
  env: Record<string, string>;
  /** Closes it and removes what is left of it. */
  drop(): Promise<void>;
}

export interface OpenOptions {
  /** Leaves it without tables. */
  isEmpty?: boolean;
  /** For tests of what is kept when processes die: no commit is told before it is on the disk. */
  isDurable?: boolean;
}

type Open = (options?: OpenOptions) => Promise<TestDatabase>;

/**
 * Describes the same tests for SQLite and PostgreSQL. What is left open at the end is dropped.
 *
 * @example
 * forEachDatabase((name, open) => {
 *   it('keeps a shop', async () => {
 *     const {db} = await open();
 *   });
 * });
 */
export function forEachDatabase(define: (name: Dialect, open: Open) => void): void {
  describe('on SQLite', () => define('sqlite', dropAtEnd(openSqlite)));
  describe('on PostgreSQL', {skip: skipReason}, () => define('postgres', dropAtEnd(openPostgres)));
  after(stopPostgres);
}

const found = await postgresServer();
const skipReason = typeof found === 'string' ? found : false;

function dropAtEnd(open: Open): Open {
  const opened: TestDatabase[] = [];
  after(async () => {
    for (const database of opened) await database.drop();
  });
  return async options => {
    const database = await open(options);
    opened.push(database);
    return database;
  };
}

async function openSqlite(options: OpenOptions = {}): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const database = await openPlace({file: join(folder, 'hub.sqlite')}, options);
  const drop = async () => {
    await database.close();
    await rm(folder, {recursive: true, force: true});
  };
  return {...database, env: {LOCAL_HUB_DATA: folder}, drop};
}

async function openPostgres(options: OpenOptions = {}): Promise<TestDatabase> {
  const server = await (options.isDurable ? durableServer() : postgresServer());
  if (typeof server === 'string') throw new Error(server);
  const {isEmpty = false} = options;
  const own = await server.create(isEmpty);
  const {url} = own;
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const database = await openPlace({url}, {isEmpty: isEmpty || own.isMigrated});
  const drop = async () => {
    await database.close();
    await own.drop();
    await rm(folder, {recursive: true, force: true});
  };
  return {...database, env: {LOCAL_HUB_DATA: folder, DATABASE_URL: url}, drop};
}

async function openPlace(place: DatabasePlace, {isEmpty = false}: OpenOptions) {
  const database = await openDatabase(place);
  if (!isEmpty) await migrate(database.db, database.dialect);
  return {...database, place};
}
