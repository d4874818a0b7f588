import {mkdtemp, open, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {endChild, startChild} from '@local-widgets/dev/src/children.js';
import {readMetrics, type HubMetrics} from './metrics-text.js';

const {resolve} = createRequire(import.meta.url);
const BIN = join(dirname(resolve('@local-widgets/hub/package.json')), 'bin/local-widgets-hub.mjs');
const QUIET = fileURLToPath(new URL('quiet-hub.mjs', import.meta.url));

/** Milliseconds in which a hub must start, or a command end, which may have a whole town to write. */
const PATIENCE = 30_000;
const COMMAND_PATIENCE = 600_000;
/** Milliseconds between two looks whether it has started. */
const LOOK_EVERY = 5;

const MANY = 1_000_000;
/** Limits that no load meets, though all comes from one address; all else is as a hub comes. */
const CONFIG = {
  limits: {requestsPerMinute: MANY, ordersPerMinute: MANY},
  chat: {
    proofWork: 0,
    limits: {
      requestsPerMinute: MANY,
      messagesPerMinute: MANY,
      messagesPerMinuteOfAddress: MANY,
      messagesPerMinuteOfShop: MANY,
    },
  },
};

/** Environment variables that point a hub at its database. */
export type HubEnv = Readonly<Record<string, string>>;

export interface RunningHub {
  readonly pid: number;
  readonly origin: string;
  /** The most memory that the process had so far, in megabytes; not a number where no system tells. */
  peakMemory(): Promise<number>;
  /** Milliseconds from the start of the process to the first good answer of /healthz. */
  readonly coldStart: number;
  /** Where V8's inspector listens, if a flag asked for it. */
  readonly inspector: string | undefined;
  metrics(): Promise<HubMetrics>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Sends nothing that its outbox holds. */
  readonly isQuiet?: boolean;
  /** For Node itself. */
  readonly nodeFlags?: readonly string[];
}

/** Starts a built hub in a process of its own and waits until it is well. */
export async function startHubProcess(
  env: HubEnv,
  {isQuiet = false, nodeFlags = []}: StartOptions = {},
): Promise<RunningHub> {
  const port = await freePort();
  const start = performance.now();
  const hub = await spawnHub([...nodeFlags, isQuiet ? QUIET : BIN], {...env, PORT: String(port)});
  const origin = `http://127.0.0.1:${port}`;
  try {
    while (!(await isWell(origin))) {
      if (hub.hasEnded()) throw new Error(`The hub did not start: ${await hub.output()}`);
      if (performance.now() - start > PATIENCE) throw new Error('The hub does not answer.');
      await sleep(LOOK_EVERY);
    }
    const coldStart = performance.now() - start;
    // the hub's process begins again in its own place; only the last inspector is there
    const inspector = [...(await hub.output()).matchAll(/Debugger listening on (ws:\S+)/g)].at(-1);
    const metrics = async () => readMetrics(await (await fetch(`${origin}/metrics`)).text());
    const peakMemory = () => readPeak(hub.pid);
    const {pid, stop} = hub;
    return {pid, origin, coldStart, inspector: inspector?.[1], metrics, peakMemory, stop};
  } catch (error) {
    await hub.stop();
    throw error;
  }
}

/** Runs one command of the hub to its end. */
export async function runHubCommand(env: HubEnv, ...args: string[]): Promise<void> {
  const command = await spawnHub([BIN, ...args], env);
  const code = await Promise.race([
    command.ended,
    sleep(COMMAND_PATIENCE, undefined, {ref: false}),
  ]);
  const output = await command.output();
  await command.stop();
  if (code !== 0) throw new Error(`local-widgets-hub ${args.join(' ')} failed: ${output}`);
}

/** The log goes into a file, as under a service manager: a slow reader would hold the hub up. */
async function spawnHub(args: readonly string[], env: HubEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-run-'));
  const config = join(folder, 'hub.json');
  await writeFile(config, JSON.stringify(CONFIG));
  const log = await open(join(folder, 'log'), 'a+');
  const child = startChild(process.execPath, args, {
    cwd: folder,
    env: {...cleanEnv(), HOST: '127.0.0.1', LOCAL_HUB_CONFIG: config, ...env},
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = new Promise<number | null>((done, fail) =>
    child.once('exit', done).once('error', fail),
  );
  // it is told by whoever waits for it
  ended.catch(() => undefined);
  return {
    pid: child.pid!,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    output: async () => {
      const {buffer, bytesRead} = await log.read(Buffer.alloc(10_000), 0, 10_000, 0);
      return buffer.toString('utf8', 0, bytesRead);
    },
    stop: async () => {
      await endChild(child);
      await log.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** High water mark of the resident set, which Linux tells in binary kilobytes. */
async function readPeak(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return (Number(/^VmHWM:\s*(\d+) kB/m.exec(text)?.[1] ?? NaN) * 1024) / 1e6;
}

/** Without settings of another hub. */
function cleanEnv(): NodeJS.ProcessEnv {
  const others = /^(LOCAL_HUB_.*|DATABASE_URL|HOST|PORT|NODE_OPTIONS)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
}

const isWell = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`).then(
    answer => answer.ok,
    () => false,
  );

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
