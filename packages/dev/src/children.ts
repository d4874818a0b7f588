import {spawn, type ChildProcess, type SpawnOptions} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';

/** The running children; true for those that lead a process group of their own. */
const running = new Map<ChildProcess, boolean>();
const endings: (() => Promise<void>)[] = [];
let watching = false;

/**
 * Starts a child process that never outlives this one: it is ended by its handle when this process
 * exits or is told to stop. With `detached` it leads a group and is ended with all its children.
 */
export function startChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  endWithThisProcess();
  const child = spawn(command, args, options);
  running.set(child, options.detached === true && process.platform !== 'win32');
  child.once('exit', () => running.delete(child));
  child.once('error', () => child.pid === undefined && running.delete(child));
  return child;
}

/** Asks a child to end, waits for it, and insists after `patience` milliseconds. */
export async function endChild(child: ChildProcess | undefined, patience = 5000): Promise<void> {
  if (child === undefined || !running.has(child)) return;
  const exited = once(child, 'exit');
  signal(child, 'SIGTERM');
  const insist = setTimeout(() => {
    signal(child, 'SIGKILL');
  }, patience);
  await exited;
  clearTimeout(insist);
}

/** Ends every running child and waits for them. */
async function endChildren(): Promise<void> {
  await Promise.all([...running.keys()].map(child => endChild(child)));
}

/** What else is to end, and is waited for, when this process is told to stop. */
export function whenStopped(end: () => Promise<void>): void {
  endWithThisProcess();
  endings.push(end);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (running.get(child) === true && child.pid !== undefined) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // The group was gone already.
  }
}

function endWithThisProcess(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const child of running.keys()) signal(child, 'SIGKILL');
  });
  // The children get time to end their own: a test runner's browsers lead groups of their own.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      void Promise.allSettled([endChildren(), ...endings.map(end => end())]).finally(() =>
        process.exit(128 + constants.signals[name]),
      );
    });
  }
}
