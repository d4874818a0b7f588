import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {TestDatabase} from './databases.js';

const SCRIPT = fileURLToPath(new URL('hub-process.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A hub in a process of its own. */
export interface HubChild {
  process: ChildProcess;
  /** Where it listens. */
  address: string;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Ends it without a word, as a power cut does. */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

export interface Finished {
  code: number | null;
  output: string;
}

/** Limits that no load of a test meets. */
const LIMITS = {requestsPerMinute: 1_000_000, ordersPerMinute: 1_000_000};

/** Starts the command line; does not wait for anything. */
export async function spawnHub(
  database: Pick<TestDatabase, 'env'>,
  args: readonly string[] = [],
  settings: object = {},
): Promise<{child: ChildProcess; output: () => string; ended: Promise<Finished>}> {
  const config = join(database.env['LOCAL_HUB_DATA']!, 'hub.json');
  await writeFile(config, JSON.stringify({limits: LIMITS, logLevel: 'error', ...settings}));
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...args], {
    cwd: ROOT,
    env: {...process.env, ...database.env, PORT: '0', LOCAL_HUB_CONFIG: config},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Finished>(resolve =>
    child.on('close', code => resolve({code, output})),
  );
  return {child, output: () => output, ended};
}

/** Runs one command to its end. */
export async function runCommand(
  database: Pick<TestDatabase, 'env'>,
  ...args: string[]
): Promise<Finished> {
  return (await spawnHub(database, args)).ended;
}

/** Starts a hub and waits until it listens. */
export async function startChild(
  database: Pick<TestDatabase, 'env'>,
  settings: object = {},
): Promise<HubChild> {
  const {child, output, ended} = await spawnHub(database, [], settings);
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /The hub listens on (\S+)/.exec(output())?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', look);
    void ended.then(({output: all}) => reject(new Error(`The hub did not start: ${all}`)));
  });
  return {
    process: child,
    address,
    output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await ended).code;
    },
  };
}
