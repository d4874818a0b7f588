// Keeps a PostgreSQL server for the test files of one run: node postgres-keeper.ts FOLDER PROCESS-OF-THE-RUN
import {existsSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {setTimeout as sleep} from 'node:timers/promises';
import pg from 'pg';
import {migrate} from '../../src/database/migrate.js';
import {openDatabase} from '../../src/database/open-database.js';
import {leaveNote} from './shared-postgres.js';
import type {KeptServer} from './shared-postgres.js';
import {startPostgres} from './start-postgres.js';
import type {StartedPostgres} from './start-postgres.js';

const [folder = '', run = ''] = process.argv.slice(2);

const LOOK_EVERY = 500;
/** Milliseconds that no run takes: a run whose end cannot be seen does not keep it for ever. */
const LONGEST = 2 * 60 * 60_000;
const TEMPLATE = 'hub_template';

let server: StartedPostgres | undefined;
let kept: KeptServer;
try {
  server = await startPostgres({folder, isDurable: false});
  await makeTemplate(server.url);
  kept = {url: server.url, template: TEMPLATE};
} catch (error) {
  const reason = error instanceof Error ? error.message : '';
  kept = {reason: `PostgreSQL could not be started: ${reason || 'no reason given'}`};
}
await leaveNote(folder, kept);
for (const end = Date.now() + LONGEST; isThere(Number(run)) && existsSync(folder);) {
  if (Date.now() > end) break;
  await sleep(LOOK_EVERY);
}
await server?.stop();
await rm(folder, {recursive: true, force: true});

/** With the tables of this version: to copy it takes a tenth of making them. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${TEMPLATE}`;
  const {db, dialect, close} = await openDatabase({url: own.href});
  await migrate(db, dialect);
  await close();
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
