import pg from 'pg';
import {sharedPostgres} from './shared-postgres.js';
import {startPostgres} from './start-postgres.js';

export interface PostgresServer {
  /** Makes a database. @param isEmpty without tables, even where they cost nothing */
  create(isEmpty?: boolean): Promise<TestPostgres>;
  stop(): Promise<void>;
}

export interface TestPostgres {
  url: string;
  /** It has the tables of this version already. */
  isMigrated: boolean;
  drop(): Promise<void>;
}

let shared: Promise<PostgresServer | string> | undefined;
let durable: Promise<PostgresServer> | undefined;
let databases = 0;

/**
 * One server for the whole process: that of `TEST_DATABASE_URL`, or the one of the run, which its first
 * test file starts. A string tells why there is none.
 */
export function postgresServer(): Promise<PostgresServer | string> {
  shared ??= find().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return `PostgreSQL could not be started: ${reason || 'no reason given'}`;
  });
  return shared;
}

/**
 * A server for this process alone, on which every commit is on the disk before it is told, as on a hub's
 * own: for tests of what a hub promises.
 */
export function durableServer(): Promise<PostgresServer> {
  durable ??= startPostgres({isDurable: true}).then(serverAt);
  return durable;
}

/** Lets go of all servers; the process can then end. */
export async function stopPostgres(): Promise<void> {
  const servers = [await shared, await durable];
  shared = durable = undefined;
  for (const server of servers) if (typeof server === 'object') await server.stop();
}

async function find(): Promise<PostgresServer | string> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named) return serverAt({url: named});
  const kept = await sharedPostgres();
  return 'reason' in kept ? kept.reason : serverAt(kept);
}

interface Found {
  url: string;
  /** A database to copy. */
  template?: string;
  stop?: () => Promise<void>;
}

function serverAt({url, template, stop = () => Promise.resolve()}: Found): PostgresServer {
  const run = async (sql: string) => {
    const client = new pg.Client({connectionString: url});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const create = async (isEmpty = false): Promise<TestPostgres> => {
    databases += 1;
    const name = `hub_test_${process.pid}_${databases}`;
    const isMigrated = !isEmpty && template !== undefined;
    await run(`create database ${name}${isMigrated ? ` template ${template}` : ''}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    const drop = () => run(`drop database if exists ${name} with (force)`);
    return {url: own.href, isMigrated, drop};
  };
  return {create, stop};
}
