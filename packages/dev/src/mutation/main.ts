import {rmSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {program} from '../npm.js';
import {root} from '../root.js';
import {measuresOf, tableOf} from './scores.js';
import {areaOf, mutatedFiles} from './areas.js';

/**
 * `npm run mutation -- packages/model/src/pickup …`: changes the code of each folder or file in every small way that
 * Stryker knows, and tells how many of these changes the tests notice. `--fresh` forgets what was measured before;
 * `--tests=GLOB` asks other tests than those of the folder.
 */
const args = process.argv.slice(2);
const paths = args.filter(arg => !arg.startsWith('--'));
if (paths.length === 0) {
  process.stderr.write('Which folder or file? For example: packages/model/src/pickup\n');
  process.exit(2);
}
const tests = args.find(arg => arg.startsWith('--tests='))?.slice('--tests='.length);
let isFailed = false;
for (const path of paths) {
  const area = areaOf(path, tests);
  if (args.includes('--fresh')) rmSync(area.incremental, {force: true});
  const env = {
    ...process.env,
    MUTATION_MUTATE: JSON.stringify(mutatedFiles(area.path)),
    MUTATION_TESTS: JSON.stringify(area.tests),
    MUTATION_INCREMENTAL: area.incremental,
    MUTATION_REPORT: area.report,
  };
  const [node, ...command] = program('@stryker-mutator/core', ['run', config()], 'stryker');
  const {status} = spawnSync(node, command, {cwd: root, env, stdio: 'inherit'});
  isFailed ||= status !== 0;
  if (status === 0) process.stdout.write(`${tableOf(measuresOf(area.report))}\n`);
}
process.exitCode = isFailed ? 1 : 0;

function config(): string {
  return join(root, 'packages/dev/src/mutation/stryker.config.mjs');
}
