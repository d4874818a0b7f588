import {dirname} from 'node:path';
import {build} from 'esbuild';

/**
 * Run by Stryker in its copy of the repository: each test with all that it imports becomes one file beside it. Of
 * these only those stay that have something in them which is mutated.
 */
const tests = JSON.parse(process.env.MUTATION_TESTS ?? '[]');
const mutated = JSON.parse(process.env.MUTATION_MUTATE ?? '[]').map(glob =>
  glob.replace(/\*\*\/\*\.ts$/, ''),
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

const options = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'error',
  plugins: [fewRuns],
};

for (const test of tests) {
  const outfile = test.replace(/\.ts$/, '.mutation.mjs');
  const {metafile} = await build({
    ...options,
    entryPoints: [test],
    metafile: true,
    write: false,
    outfile,
  });
  const isAsked = Object.keys(metafile.inputs).some(file =>
    mutated.some(path => file.startsWith(path)),
  );
  if (isAsked) await build({...options, entryPoints: [test], outfile});
}
