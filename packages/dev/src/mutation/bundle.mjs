import {basename, dirname, join} from 'node:path';
import {build} from 'esbuild';

/**
 * Run by Stryker in its copy of the repository: each test with all that it imports becomes one file beside it. Of
 * these only those stay that have something in them which is mutated.
 */
const tests = JSON.parse(process.env.MUTATION_TESTS ?? '[]');
const mutated = new Set(
  JSON.parse(process.env.MUTATION_MUTATE ?? '[]').map(file => file.replace(/:\d+-\d+$/, '')),
);

/** Properties are tried with the same values at every run, and with a few: a change is noticed by many tests. */
const FEW = `
import real from 'real-fast-check';
export * from 'real-fast-check';
const few = ({numRuns = 100, ...more} = {}) => ({seed: 20260105, ...more, numRuns: Math.min(numRuns, 60)});
const assert = (property, more) => real.assert(property, few(more));
export {assert};
export default {...real, assert};
`;
const fewRuns = {
  name: 'few-runs',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^fast-check$/}, () => ({path: 'fast-check', namespace: 'few'}));
    onResolve({filter: /^real-fast-check$/}, () => ({path: 'fast-check', external: true}));
    onLoad({filter: /.*/, namespace: 'few'}, () => ({
      contents: FEW,
      resolveDir: dirname(import.meta.filename),
    }));
  },
};

/** `node:test` is our harness, so that many runs share a process; and there is no PostgreSQL, which is slower. */
const ownHarness = {
  name: 'own-harness',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^node:test$/}, () => ({path: HARNESS}));
    onLoad({filter: /\/hub\/test\/support\/postgres\.ts$/}, () => ({contents: NO_POSTGRES}));
  },
};
const HARNESS = join(import.meta.dirname, 'harness.mjs');
const NO_POSTGRES = `
export const postgresServer = async () => 'left out';
export const durableServer = postgresServer;
export const stopPostgres = async () => {};
`;

const options = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'error',
  plugins: [fewRuns, ownHarness],
};

for (const test of tests) {
  const contents = `
    import {collect, run} from ${JSON.stringify(HARNESS)};
    const load = () => import('./${basename(test)}');
    export const runTests = async options => run(await collect(load), options);
  `;
  const stdin = {contents, resolveDir: dirname(test), sourcefile: `${test}.mjs`};
  const outfile = test.replace(/\.ts$/, '.mutation.mjs');
  const entry = {...options, stdin, outfile};
  const {metafile} = await build({...entry, metafile: true, write: false});
  if (Object.keys(metafile.inputs).some(file => mutated.has(file))) await build(entry);
}
