import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runChecks} from '../../src/checks/check.js';
import {entryChecks, exportedFiles} from '../../src/checks/entries.js';
import {sizeChecks} from '../../src/checks/sizes.js';
import {folderWith} from '../helpers.js';

/** Runs checks and returns their printed lines. */
async function lines(checks: Parameters<typeof runChecks>[0]): Promise<string[]> {
  const printed: string[] = [];
  await runChecks(checks, line => printed.push(line));
  return printed;
}

describe('the check of sizes', () => {
  it('passes below the budget and fails above it or without the file', async test => {
    const folder = folderWith(test, {'a.js': 'a'.repeat(1000), 'b.js': 'b'.repeat(1000)});
    const printed = await lines(
      sizeChecks(folder, [
        {name: 'small', files: ['a.js', 'b.js'], budget: 100},
        {name: 'large', files: ['a.js'], budget: 3},
        {name: 'missing', files: ['c.js'], budget: 100},
      ]),
    );
    assert.match(
      printed[0] ?? '',
      /^✓ small \(a\.js, b\.js\): min 2000, gzip \d+, brotli \d+ of 100/,
    );
    assert.match(printed[1] ?? '', /^✗ large .* too many$/);
    assert.match(printed[2] ?? '', /^✗ missing .*ENOENT/);
  });
});

describe('the check of entries', () => {
  const entries = {
    '.': {types: './index.d.ts', default: './index.js'},
    './broken.js': './broken.js',
    './loud.js': './loud.js',
    './gone.js': './gone.js',
    './files/*': './files/*',
    './package.json': './package.json',
  };
  const manifest = JSON.stringify({name: 'some-package', type: 'module', exports: entries});

  it('finds missing files, and modules that need a document or speak up', async test => {
    const folder = folderWith(test, {
      'package.json': manifest,
      'index.js': 'export {}',
      'index.d.ts': 'export {}',
      'broken.js': 'document.body',
      'loud.js': 'console.log("hello")',
      'files/a.txt': '',
    });
    const one = {folderName: 'x', folder, name: 'some-package', isPublic: true, exports: entries};
    const printed = await lines(entryChecks(one));
    const marks = printed.map(line => line.split(':')[0]?.replace(' is there', ''));
    assert.deepEqual(marks, [
      '✓ some-package and imports in Node',
      '✗ some-package/broken.js and imports in Node',
      '✗ some-package/loud.js and imports in Node',
      '✗ some-package/gone.js and imports in Node',
      '✓ some-package/files/*',
      '✓ some-package/package.json',
    ]);
  });

  it('reads nested conditions', () => {
    const target = {import: {types: './a.d.ts', default: './a.js'}, require: null};
    assert.deepEqual(exportedFiles(target), ['./a.d.ts', './a.js']);
  });
});
