import {rmSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {program} from '../npm.js';
import {root} from '../root.js';
import {areaOf} from './areas.js';
import {record} from './record.js';
import {LEAST, measuresOf, scoreOf, sumOf, tableOf} from './scores.js';

/**
 * `npm run mutation -- packages/model/src/pickup …`: changes the code of each folder or file in every small way that
 * Stryker knows, and tells how many of these changes the tests notice. `--fresh` forgets what was measured before;
 * `--tests=GLOB` asks other tests than those of the folder; `--every=3` changes one line of three; `--record` keeps
 * the result in `docs/evidence`. Ends red when they notice less than `LEAST` percent.
 */

const args = process.argv.slice(2);
const paths = args.filter(arg => !arg.startsWith('--'));
if (paths.length === 0) {
  process.stderr.write('Which folder or file? For example: packages/model/src/pickup\n');
  process.exit(2);
}
const tests = valueOf('tests');
const every = Number(valueOf('every') ?? 1);
let isFailed = false;
for (const path of paths) {
  const area = areaOf(path, {tests, every});
  // what other tests did not reach before would stay so
  const isFresh = tests !== undefined || args.includes('--fresh');
  if (isFresh) rmSync(area.incremental, {force: true});
  const env = {
    ...process.env,
    MUTATION_MUTATE: JSON.stringify(area.files),
    MUTATION_TESTS: JSON.stringify(area.tests),
    MUTATION_INCREMENTAL: area.incremental,
    MUTATION_REPORT: area.report,
  };
  const [node, ...command] = program('@stryker-mutator/core', ['run', config()], 'stryker');
  const {status} = spawnSync(node, command, {cwd: root, env, stdio: 'inherit'});
  if (status !== 0) {
    isFailed = true;
    continue;
  }
  const measures = measuresOf(area.report);
  const all = sumOf(area.path, measures);
  process.stdout.write(`${tableOf([...measures, all])}\n`);
  if (scoreOf(all) < LEAST) {
    isFailed = true;
    process.stderr.write(`${area.path}: less than ${LEAST} %\n`);
  }
  if (args.includes('--record')) {
    await record(root, {...all, every, measured: new Date().toISOString().slice(0, 10)});
  }
}
process.exitCode = isFailed ? 1 : 0;

function valueOf(name: string): string | undefined {
  return args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function config(): string {
  return join(root, 'packages/dev/src/mutation/stryker.config.mjs');
}
