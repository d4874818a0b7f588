import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runHubCommand, type HubEnv} from './hub-process.js';
import type {Place} from './load.js';
import {SHOP_FILE} from './shop.js';

/** Orders written by hand into the tables of the hub, as durable as its own. */
export interface ByHand {
  readonly place: Place;
  readonly close: () => Promise<void>;
}

/** Where orders are written by hand: a file, or the address of a database. */
export type HandTarget = {readonly sqlite: string} | {readonly postgres: string};

/** A database of one contender, with the tables of the hub and the shop in it. */
export interface BenchDatabase {
  readonly env: HubEnv;
  readonly target: HandTarget;
  /** Read on a connection of its own: what was committed. */
  countOrders(): Promise<number>;
  drop(): Promise<void>;
}

export interface Engine {
  /** As people call it, with its version. */
  readonly title: string;
  create(): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

/** A folder for the hub's data, removed by `drop`. */
export async function dataFolder(): Promise<{folder: string; drop: () => Promise<void>}> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  return {folder, drop: () => rm(folder, {recursive: true, force: true})};
}

/** The hub makes its own tables, and the shop. */
export async function fillDatabase(env: HubEnv, folder: string): Promise<void> {
  const file = join(folder, 'shop.json');
  await writeFile(file, JSON.stringify(SHOP_FILE));
  await runHubCommand(env, 'import', file);
}
