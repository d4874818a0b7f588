import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {cpus, loadavg, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {inTurn} from '../measuring/in-turn.js';
import {median} from '../measuring/statistics.js';
import type {ContenderName} from './contenders.js';
import {HELP, parseOptions, type Options} from './options.js';

const run = promisify(execFile);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What one reading in a process of its own took; CPU is user and system time of all its threads. */
interface Figures {
  readonly dates: number;
  /** Milliseconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Resident set, bytes. */
  readonly memory: number;
}

/** Above this many events ical.js as documented takes minutes. */
const MOST_QUADRATIC = 1000;
/** Milliseconds of CPU that are promised for 10,000 events. */
const PROMISE = {size: 10_000, cpu: 1000} as const;

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-events-'));
  try {
    await compare(await bundled(folder), options);
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** As it is shipped, without what a loader of TypeScript adds to every function. */
async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, 'run-one.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('run-one.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  });
  return outfile;
}

async function compare(script: string, options: Options): Promise<void> {
  const results: {size: number; name: ContenderName; rounds: Figures[]}[] = [];
  for (const size of options.sizes) {
    const names = options.only.filter(name => name !== 'ical.js' || size <= MOST_QUADRATIC);
    const rounds = await inTurn(names, {rounds: options.rounds, title: `${size} events`}, name =>
      measure(script, name, size),
    );
    for (const [name, all] of rounds) results.push({size, name, rounds: all});
    say(`\n${table(size, rounds)}`);
  }
  await save({node: process.version, processors: cpus().length, load: loadavg(), options, results});
}

async function measure(script: string, name: ContenderName, size: number): Promise<Figures> {
  const {stdout} = await run(process.execPath, [script, name, String(size)]);
  return JSON.parse(stdout) as Figures;
}

function table(size: number, rounds: ReadonlyMap<ContenderName, readonly Figures[]>): string {
  const of = (all: readonly Figures[], key: keyof Figures): number =>
    median(all.map(one => one[key]));
  const ours = rounds.get('ours');
  const base = ours && of(ours, 'cpu');
  const rows = [...rounds].map(([name, all]) => {
    const cpu = of(all, 'cpu');
    return [
      name,
      String(of(all, 'dates')),
      cpu.toFixed(0),
      of(all, 'wall').toFixed(0),
      base === undefined ? '' : (cpu / base).toFixed(1),
      (of(all, 'memory') / 1e6).toFixed(0),
    ];
  });
  const header = [`${size} events`, 'dates', 'CPU ms', 'wall ms', '÷ ours', 'memory MB'];
  const widths = header.map((title, at) =>
    Math.max(title.length, ...rows.map(row => row[at]!.length)),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ');
  const promise =
    size === PROMISE.size && base !== undefined
      ? [`${base <= PROMISE.cpu ? 'PASS' : 'MISS'} ${base.toFixed(0)} of ${PROMISE.cpu} ms CPU`]
      : [];
  return [line(header), ...rows.map(line), ...promise].join('\n');
}

async function save(report: object): Promise<void> {
  const folder = fileURLToPath(new URL('../../results', import.meta.url));
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}/events.json`, `${JSON.stringify(report, null, 2)}\n`);
  say('\nAll rounds: packages/bench/results/events.json');
}

await main();
