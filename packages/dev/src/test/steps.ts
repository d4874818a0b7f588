import {globSync} from 'node:fs';
import {findEngine, engineNames, parseEngines, type EngineName} from '../browsers/engines.js';
import type {Failure} from '../counts.js';
import {npm, program} from '../npm.js';
import {root} from '../root.js';

/** One part of `npm test`. */
export interface Step {
  name: string;
  command: () => [string, ...string[]];
  /** Steps that must have passed before, when they are run at all. */
  needs?: readonly string[];
  /** Runs while nothing else does, because timing matters to it. */
  alone?: boolean;
  /**
   * Whether the command leaves counts (see counts.ts); then none, or no test at all, is a failure.
   * Any other command counts as one test.
   */
  counts?: boolean;
  env?: Record<string, string>;
  /** How to run what failed once more, by itself; nothing when that makes no sense. */
  again?: (failures: readonly Failure[]) => Pick<Step, 'command' | 'env'> | undefined;
  /** Its output is worth reading also when it passed. */
  shown?: boolean;
  /** What it leaves out and why; each counts as one skipped test. */
  leftOut?: readonly string[];
}

const check = (group: string): [string, ...string[]] => [
  process.execPath,
  'packages/dev/bin/check.mjs',
  group,
];
const wireit = {WIREIT_LOGGER: 'quiet-ci'};

/** All steps in the order of their lines; heavy ones first where order is free. */
export async function allSteps(env: NodeJS.ProcessEnv = process.env): Promise<Step[]> {
  const {engines, leftOut} = await chooseEngines(env['BROWSERS']);
  return [
    {name: 'build', command: () => npm('run', 'build'), env: wireit},
    {name: 'manifest', command: () => npm('run', 'manifest'), env: wireit, needs: ['build']},
    {
      name: 'widgets',
      command: () => npm('run', 'widgets'),
      env: wireit,
      needs: ['build', 'manifest'],
    },
    {
      name: 'docs',
      command: () => npm('run', 'docs'),
      env: wireit,
      needs: ['build', 'manifest', 'widgets'],
    },
    {name: 'types', command: () => check('types'), counts: true},
    // plugins for content systems are made of widgets.json, and tried
    {name: 'unit', command: unitTests, counts: true, needs: ['build', 'manifest', 'widgets']},
    {name: 'eslint', command: eslint},
    {name: 'prettier', command: () => program('prettier', ['--check', '--cache', '.'])},
    {name: 'knip', command: () => program('knip', [])},
    {
      name: 'packages',
      command: () => check('packages'),
      counts: true,
      needs: ['build', 'manifest', 'widgets'],
    },
    {name: 'sizes', command: () => check('sizes'), counts: true, shown: true, needs: ['build']},
    {
      name: 'browser',
      command: () => program('@web/test-runner', [], 'wtr'),
      env: {BROWSERS: engines.join(',')},
      counts: true,
      again: browserTestsAgain,
      alone: true,
      needs: ['build', 'widgets', 'docs'],
      leftOut,
    },
  ];
}

/** The tests that need no browser; the name says which ones do. */
function unitTests(): [string, ...string[]] {
  const files = globSync('packages/*/test/**/*.test.ts', {cwd: root}).filter(
    file => !file.endsWith('.browser.test.ts'),
  );
  if (files.length === 0) throw new Error('There is no unit test.');
  return [
    process.execPath,
    '--import=tsx',
    '--import=./packages/dev/src/test/watchdog.ts',
    '--test',
    // hubs and databases in processes of their own are waited for most of the time
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./packages/dev/src/test/unit-reporter.ts',
    '--test-reporter-destination=stdout',
    ...files,
  ];
}

/** Files that failed in an engine; more of them are no accident. */
const accidents = 6;

/**
 * Browsers of three makers, driven from outside on a busy machine, drop a key or a frame now and then.
 * The files that failed are run once more in the engines where they did, with nothing beside them.
 */
export function browserTestsAgain(
  failures: readonly Failure[],
): Pick<Step, 'command' | 'env'> | undefined {
  const files = [...new Set(failures.map(({file}) => file))];
  const engines = [...new Set(failures.map(({engine}) => engine))];
  const isKnown = [...files, ...engines].every(name => name !== undefined);
  if (!isKnown || files.length > accidents) return undefined;
  const args = files.flatMap(file => ['--files', file!]);
  return {
    command: () => program('@web/test-runner', args, 'wtr'),
    env: {BROWSERS: engines.join(',')},
  };
}

function eslint(): [string, ...string[]] {
  const cache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];
  const [node, ...command] = program('eslint', [...cache, '--max-warnings', '0', '.']);
  // it keeps the types of all packages at once, which is more than Node allows itself
  return [node, '--max-old-space-size=8192', ...command];
}

/**
 * The engines of BROWSERS, whether installed or not: the browser step then fails with a sentence.
 * Without the variable every installed one, and a sentence for each that is not.
 */
export async function chooseEngines(
  requested: string | undefined,
  find = findEngine,
): Promise<{engines: EngineName[]; leftOut: string[]}> {
  if (requested !== undefined && requested.trim() !== '') {
    return {engines: parseEngines(requested), leftOut: []};
  }
  const engines: EngineName[] = [];
  const leftOut: string[] = [];
  for (const name of engineNames) {
    const {missing} = await find(name);
    if (missing === undefined) engines.push(name);
    else leftOut.push(`no tests in ${name}: ${missing}`);
  }
  return {engines, leftOut};
}
