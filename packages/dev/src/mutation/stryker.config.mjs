import {join} from 'node:path';

/** Of main.ts, which says what is mutated. */
const {env} = process;

/** Packages that the tests of model and hub do not need. */
const others =
  'bench,chat,collect-button,console,core,e2e,embed,event-calendar,react,shops-map,types'
    .split(',')
    .map(name => `/packages/${name}`);

export default {
  mutate: JSON.parse(env.MUTATION_MUTATE ?? '[]'),
  testRunner: 'in-process',
  plugins: [join(import.meta.dirname, 'runner.mjs')],
  // each run leaves a copy of the modules behind
  maxTestRunnerReuse: 30,
  coverageAnalysis: 'perTest',
  // once, after all changes were written beside each other: a test then starts in a tenth of a second
  buildCommand: 'node packages/dev/src/mutation/bundle.mjs',
  checkers: [],
  disableTypeChecks: false,
  ignorePatterns: ['/docs', '/examples', ...others, 'dist'],
  concurrency: Number(env.MUTATION_CONCURRENCY ?? 2),
  timeoutMS: 6_000,
  incremental: true,
  incrementalFile: env.MUTATION_INCREMENTAL,
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: {reportTests: false, allowColor: false, logTests: false},
  jsonReporter: {fileName: env.MUTATION_REPORT},
  tempDirName: 'node_modules/.cache/stryker',
  allowConsoleColors: false,
};
