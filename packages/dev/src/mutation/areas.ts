import {globSync, mkdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../root.js';

/** What is mutated at once, and where what was found is kept. */
export interface Area {
  /** Folder or file, from the root. */
  readonly path: string;
  /** Globs of the tests that are asked. */
  readonly tests: readonly string[];
  /** What was measured before: only what changed since is measured again. */
  readonly incremental: string;
  readonly report: string;
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
];

/** The tests of a folder are those in the folder of that name; where there are none, those of the package. */
export function areaOf(given: string, tests?: string): Area {
  const path = given.replace(/\/+$/, '');
  const [, name, folder] = /^packages\/([^/]+)\/src(?:\/([^/]+))?/.exec(path) ?? [];
  if (name === undefined) throw new Error(`${given} is not below packages/…/src`);
  mkdirSync(KEPT, {recursive: true});
  const file = path.replaceAll('/', '-');
  const own = testsIn(`packages/${name}/test/${folder}`);
  return {
    path,
    tests: tests
      ? globSync(tests, {cwd: root})
      : own.length
        ? own
        : testsIn(`packages/${name}/test`),
    incremental: join(KEPT, `${file}.incremental.json`),
    report: join(KEPT, `${file}.json`),
  };
}

function testsIn(folder: string): string[] {
  const all = globSync(`${folder}/**/*.test.ts`, {cwd: root, exclude: SLOW});
  return all.filter(test => !test.endsWith('.browser.test.ts'));
}

/** Globs of the sources of a folder, or the file itself. */
export function mutatedFiles(path: string): string[] {
  return statSync(join(root, path)).isDirectory() ? [`${path}/**/*.ts`] : [path];
}
