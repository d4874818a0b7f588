import {once} from 'node:events';
import {endChild, startChild} from './children.js';
import {root} from './root.js';

export interface CommandResult {
  /** Exit code; undefined when a signal ended the command or it never started. */
  code: number | undefined;
  /** Standard output and errors, in the order they came. */
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** After this many milliseconds the command is ended, which counts as a failure. */
  timeout?: number;
}

/** Runs a command to its end and collects what it printed; never throws for what it did. */
export async function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  {cwd = root, env = {}, timeout = 600_000}: CommandOptions = {},
): Promise<CommandResult> {
  const child = startChild(command, args, {
    cwd,
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what the command started is ended with it.
    detached: process.platform !== 'win32',
  });
  const output: Buffer[] = [];
  child.stdout?.on('data', (data: Buffer) => output.push(data));
  child.stderr?.on('data', (data: Buffer) => output.push(data));
  const timer = setTimeout(() => {
    output.push(Buffer.from(`\nEnded after ${timeout / 1000} seconds.\n`));
    void endChild(child);
  }, timeout);
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal !== null) output.push(Buffer.from(`\nEnded by ${signal}.\n`));
    return {code: code ?? undefined, output: Buffer.concat(output).toString()};
  } catch (error) {
    return {code: undefined, output: `${command} did not start: ${String(error)}\n`};
  } finally {
    clearTimeout(timer);
  }
}
