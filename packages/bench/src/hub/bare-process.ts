import {fileURLToPath} from 'node:url';
import {setTimeout as sleep} from 'node:timers/promises';
import {endChild, startChild} from '@local-widgets/dev/src/children.js';
import type {HandTarget} from './engine.js';
import {freePort} from './hub-process.js';

const SCRIPT = fileURLToPath(new URL('bare-server.ts', import.meta.url));
/** Milliseconds in which it must start, and between two looks whether it has. */
const PATIENCE = 30_000;
const LOOK_EVERY = 20;

export interface BareServer {
  readonly origin: string;
  /** Milliseconds of processors that it has used. */
  readonly processor: () => Promise<number>;
  stop(): Promise<void>;
}

/** Starts the bare route in a process of its own and waits until it answers. */
export async function startBareServer(target: HandTarget): Promise<BareServer> {
  const port = String(await freePort());
  const args = ['--import', 'tsx', SCRIPT, JSON.stringify(target), port];
  const child = startChild(process.execPath, args, {stdio: ['ignore', 'ignore', 'inherit']});
  const origin = `http://127.0.0.1:${port}`;
  const processor = async (): Promise<number> => {
    const answer = await fetch(`${origin}/processor`);
    const {user, system} = (await answer.json()) as NodeJS.CpuUsage;
    return (user + system) / 1000;
  };
  const start = performance.now();
  while (Number.isNaN(await processor().catch(() => NaN))) {
    if (child.exitCode !== null || performance.now() - start > PATIENCE) {
      await endChild(child);
      throw new Error('The bare server does not answer.');
    }
    await sleep(LOOK_EVERY);
  }
  return {origin, processor, stop: () => endChild(child)};
}
