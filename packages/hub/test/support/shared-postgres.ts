import {spawn} from 'node:child_process';
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import pg from 'pg';

/** What the keeper of the server (postgres-keeper.ts) leaves in its folder, for whoever waits. */
export type KeptServer = {url: string; template: string} | {reason: string};

const KEEPER = fileURLToPath(new URL('postgres-keeper.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

const NOTE = 'server.json';
/** Milliseconds in which a server has started, on the slowest machine. */
const PATIENCE = 120_000;
const LOOK_EVERY = 25;

/**
 * One server for all test files of a run: the first that needs it starts a process that keeps it until the
 * run is over, however that ends. A run is the process of `node --test`, which starts each file as a child;
 * a file that runs by itself is a run of its own.
 */
export async function sharedPostgres(
  run = process.env['NODE_TEST_CONTEXT'] === undefined ? process.pid : process.ppid,
): Promise<KeptServer> {
  const folder = folderOf(run);
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    if (await isMade(folder)) keep(folder, run);
    const kept = await note(folder);
    if (kept && ('reason' in kept || (await answers(kept.url)))) return kept;
    // of an earlier process with the same number, which was cut off together with its keeper
    if (kept ?? (await isOld(folder))) await remove(folder);
    else await sleep(LOOK_EVERY);
  }
  return {reason: `no server in ${PATIENCE / 1000} seconds; see ${folder}`};
}

/** Where the server of a run is kept. */
export const folderOf = (run: number): string => join(tmpdir(), `hub-postgres-of-${run}`);

/** Tells those who wait. They never see half of it. */
export async function leaveNote(folder: string, kept: KeptServer): Promise<void> {
  const draft = join(folder, `${NOTE}.draft`);
  await writeFile(draft, JSON.stringify(kept));
  await rename(draft, join(folder, NOTE));
}

/** @returns false when another process made it, and is at work */
async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** In a session of its own: what ends the run, Ctrl-C too, must not end the server before its tests. */
function keep(folder: string, run: number): void {
  spawn(process.execPath, ['--import', 'tsx', KEEPER, folder, String(run)], {
    cwd: ROOT,
    detached: true,
    stdio: 'ignore',
    env: {...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined},
  }).unref();
}

async function note(folder: string): Promise<KeptServer | undefined> {
  const text = await readFile(join(folder, NOTE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as KeptServer);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({connectionString: url});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isOld(folder: string): Promise<boolean> {
  const made = await stat(folder).catch(() => undefined);
  return made !== undefined && Date.now() - made.ctimeMs > PATIENCE;
}

/** At one stroke: another process may be about to do the same, and to begin anew. */
async function remove(folder: string): Promise<void> {
  const aside = `${folder}-old-${process.pid}`;
  await rename(folder, aside).catch(() => undefined);
  // a server without data ends by itself within a minute
  await rm(aside, {recursive: true, force: true});
}
