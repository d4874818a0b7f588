import {globSync, mkdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../root.js';

/** What is mutated at once, and where what was found is kept. */
export interface Area {
  /** Folder or file, from the root. */
  readonly path: string;
  /** What is changed, in Stryker's words. */
  readonly files: readonly string[];
  /** The files of the tests that are asked. */
  readonly tests: readonly string[];
  /** What was measured before: only what changed since is measured again. */
  readonly incremental: string;
  readonly report: string;
}

export interface AreaOptions {
  /** Glob of the tests to ask, instead of those of the folder. */
  readonly tests?: string | undefined;
  /** One of how many lines is changed. */
  readonly every?: number;
}

const KEPT = join(root, 'node_modules/.cache/mutation');

/**
 * Tests that say little about one line and take long: others' libraries beside ours, real files, hostile
 * input, and processes that are killed.
 */
const SLOW = [
  'packages/model/test/hostile/**',
  'packages/model/test/**/{differential,oracle-every-day,real-files,select-places-naive}.test.ts',
  'packages/hub/test/{reliability,embed,bridges,webhooks}/**',
  'packages/hub/test/**/{kill,log,process,secrets,start-hub,ways-out}.test.ts',
];

/** The tests of a folder are those in the folder of that name; where there are none, those of the package. */
export function areaOf(given: string, {tests, every = 1}: AreaOptions): Area {
  const path = given.replace(/\/+$/, '');
  const [, name, folder] = /^packages\/([^/]+)\/src(?:\/([^/]+))?/.exec(path) ?? [];
  if (name === undefined) throw new Error(`${given} is not below packages/…/src`);
  mkdirSync(KEPT, {recursive: true});
  const file = `${path.replaceAll('/', '-')}${every > 1 ? `-${every}` : ''}`;
  const own = testsIn(`packages/${name}/test/${folder}/**`);
  return {
    path,
    files: mutatedFiles(path, every),
    tests: tests ? testsIn(tests) : own.length ? own : testsIn(`packages/${name}/test/**`),
    incremental: join(KEPT, `${file}.incremental.json`),
    report: join(KEPT, `${file}.json`),
  };
}

function testsIn(glob: string): string[] {
  const all = globSync(glob, {cwd: root, exclude: SLOW});
  return all.filter(test => test.endsWith('.test.ts') && !test.endsWith('.browser.test.ts'));
}

/**
 * What Stryker is to change: the sources of a folder, or the file itself.
 *
 * @param every of the lines of each file only the first, and then each after so many: a sample, where all would take hours
 */
function mutatedFiles(path: string, every = 1): string[] {
  const isFolder = statSync(join(root, path)).isDirectory();
  const files = isFolder ? globSync(`${path}/**/*.ts`, {cwd: root}) : [path];
  if (every === 1) return files;
  return files.flatMap(file => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    const asked = lines.flatMap((_, at) => (at % every === 0 ? [at + 1] : []));
    return asked.map(line => `${file}:${line}-${line}`);
  });
}
