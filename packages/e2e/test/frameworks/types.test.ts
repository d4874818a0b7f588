import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {program} from '../../../dev/src/npm.js';
import {root} from '../../../dev/src/root.js';
import {runCommand} from '../../../dev/src/run-command.js';

interface Framework {
  readonly file: string;
  readonly check: (folder: string) => [string, ...string[]];
}

const tsc = (name: string, bin: string) => (folder: string) =>
  program(name, ['--noEmit', '-p', folder], bin);

const FRAMEWORKS: Record<string, Framework> = {
  react: {file: 'src/TownWithoutWrappers.tsx', check: tsc('typescript', 'tsc')},
  vue: {file: 'src/Town.vue', check: tsc('vue-tsc', 'vue-tsc')},
  svelte: {
    file: 'src/Town.svelte',
    check: folder => program('svelte-check', ['--workspace', folder, '--fail-on-warnings']),
  },
};

for (const [name, {file, check}] of Object.entries(FRAMEWORKS)) {
  const example = join(root, 'examples/frameworks', name);

  test(`the example for ${name} has no type errors`, async () => {
    const {code, output} = await runCommand(check(example));
    assert.equal(code, 0, output);
  });

  test(`a wrong value in a tag of ${name} is a type error`, async () => {
    // beside the example, so that packages are found in the same way
    const copy = await mkdtemp(join(root, 'examples/frameworks/.types-'));
    try {
      await cp(example, copy, {recursive: true, filter: path => !path.endsWith('dist')});
      const source = await readFile(join(copy, file), 'utf8');
      const wrong = source.replace('tiles="none"', 'tiles="none" layout="grid"');
      assert.notEqual(wrong, source);
      await writeFile(join(copy, file), wrong);
      const {code, output} = await runCommand(check(copy));
      assert.notEqual(code, 0);
      assert.match(output, /"grid"/);
    } finally {
      await rm(copy, {recursive: true, force: true});
    }
  });
}
