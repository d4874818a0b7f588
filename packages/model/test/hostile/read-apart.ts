import {fork} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {Ended, Report} from './report.js';

export interface ApartOptions {
  readonly reader: string;
  readonly runs: number;
  readonly seed: number;
  readonly pumped: number;
  /** Module with the readers' child process. */
  readonly child: URL;
  /** Milliseconds after which an input hangs; far more than any takes on a busy machine. */
  readonly patience?: number;
  /** Megabytes that the reader may keep, inputs included. */
  readonly memory?: number;
}

export interface Outcome {
  /** How many inputs were gone through. */
  readonly inputs: number;
  readonly ended: readonly Ended[];
  /** Sentences, one for each fault. */
  readonly faults: readonly string[];
}

/** Inputs that hang or kill before the rest is left out. */
const MOST_DEATHS = 5;

/**
 * A reader with its hostile inputs in a process of its own, with little memory. An input that does not come back
 * is a fault like another: the process is ended, and a new one goes on with the next input.
 */
export async function readApart(options: ApartOptions): Promise<Outcome> {
  const ended: Ended[] = [];
  const faults: string[] = [];
  let after = -1;
  for (let deaths = 0; deaths <= MOST_DEATHS; deaths++) {
    const {last, isWhole, death} = await runChild(options, after, one => {
      ended.push(one);
      faults.push(...one.faults.map(fault => `${one.name}: ${fault}`));
    });
    if (isWhole) return {inputs: ended.length, ended, faults};
    faults.push(`${last?.name ?? 'the beginning'}: ${death}`);
    after = last?.number ?? after + 1;
  }
  faults.push('too many inputs hang: the rest was not tried');
  return {inputs: ended.length, ended, faults};
}

interface Run {
  readonly last: Report | undefined;
  readonly isWhole: boolean;
  readonly death: string;
}

function runChild(
  {reader, runs, seed, pumped, child, patience = 30_000, memory = 384}: ApartOptions,
  after: number,
  onEnded: (ended: Ended) => void,
): Promise<Run> {
  const path = fileURLToPath(child);
  const told = {reader, runs, seed, pumped, after};
  const args = Object.entries(told).map(([name, value]) => `--${name}=${value}`);
  const execArgv = ['--import=tsx', `--max-old-space-size=${memory}`];
  const running = fork(path, args, {execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc']});
  let last: Report | undefined;
  let isWhole = false;
  let isHanging = false;
  let errors = '';
  const end = (): void => {
    isHanging = true;
    running.kill('SIGKILL');
  };
  let timer = setTimeout(end, patience * 2);
  running.stderr?.on(
    'data',
    (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)),
  );
  running.on('message', (report: Report) => {
    clearTimeout(timer);
    timer = setTimeout(end, patience);
    last = report;
    if (report.event === 'all') isWhole = true;
    else if (report.event === 'ended') onEnded(report);
  });
  // what was told last may come after the end
  const isTold = new Promise(resolve => running.once('disconnect', resolve));
  return new Promise(resolve => {
    running.once('close', (code, signal) => {
      clearTimeout(timer);
      const isFull = /heap out of memory/.test(errors);
      const death = isHanging
        ? `did not come back within ${patience / 1000} s`
        : isFull
          ? `takes more than ${memory} MB`
          : `the process ended with ${code ?? signal}: ${errors.slice(-600)}`;
      void isTold.then(() => resolve({last, isWhole, death}));
    });
  });
}
