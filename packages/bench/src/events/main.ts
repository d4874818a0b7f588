import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {inTurn} from '../measuring/in-turn.js';
import {report} from '../record/report.js';
import type {ContenderName} from './contenders.js';
import {HELP, parseOptions, type Options} from './options.js';
import {NOTES, promisesOf, tablesOf, type Figures, type Result} from './record.js';

const run = promisify(execFile);
const args = process.argv.slice(2);

/** Above this many events ical.js as documented takes minutes. */
const MOST_QUADRATIC = 1000;

async function main(): Promise<void> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
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
  const results: Result[] = [];
  for (const size of options.sizes) {
    const names = options.only.filter(name => name !== 'ical.js' || size <= MOST_QUADRATIC);
    const rounds = await inTurn(names, {rounds: options.rounds, title: `${size} events`}, name =>
      measure(script, name, size),
    );
    for (const [contender, figures] of rounds) results.push({size, contender, rounds: figures});
    checkDates(rounds);
  }
  await report({
    topic: 'events',
    title: 'Reading calendar files',
    args,
    rounds: options.rounds,
    packages: ['ical.js', 'rrule'],
    promises: promisesOf(results),
    tables: tablesOf(results),
    notes: NOTES,
    all: results,
  });
}

/** Who is fast because dates get lost is not measured but stopped. */
function checkDates(rounds: ReadonlyMap<ContenderName, readonly Figures[]>): void {
  const all = [...rounds].flatMap(([name, figures]) => figures.map(({dates}) => [name, dates]));
  const [first] = all;
  for (const [name, dates] of all) {
    assert.equal(dates, first?.[1], `dates of ${name}, beside those of ${first?.[0]}`);
  }
}

async function measure(script: string, name: ContenderName, size: number): Promise<Figures> {
  const {stdout} = await run(process.execPath, [script, name, String(size)]);
  return JSON.parse(stdout) as Figures;
}

await main();
