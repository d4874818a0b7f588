import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {writeReleaseZip} from '../../src/release/release-zip.js';
import {zip} from '../../src/release/zip.js';
import {folderWith} from '../helpers.js';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

/** A built package of the script tag, small. */
const built = (test: TestContext): string =>
  folderWith(test, {
    'package.json': JSON.stringify({version: '1.4.2'}),
    'dist/cdn/local-widgets.js': 'export {};\n',
    'dist/cdn/core.js': 'x'.repeat(100_000),
    'dist/cdn/licenses.txt': 'Lit: BSD-3-Clause\n',
    'dist/cdn/widgets.json': '{}\n',
  });

const LIST = [
  ...['LICENSE', 'LISEZ-MOI.txt', 'README.txt', 'core.js', 'licenses.txt', 'local-widgets.js'],
  ...['release.json', 'widgets.json'],
].map(name => `1.4.2/${name}`);

describe('the archive of a release', () => {
  it('has the same bytes for the same files, in whatever order they come', () => {
    const files = ['b', 'a/c', 'é'].map(name => ({name, bytes: Buffer.from(name.repeat(1000))}));
    assert.deepEqual(zip(files), zip(files.toReversed()));
  });

  it('has no name twice, and none that leads out of it', () => {
    const bytes = Buffer.from('x');
    for (const name of ['../x', '/x', 'a//b', 'a\\b', '.', '']) {
      assert.throws(() => zip([{name, bytes}]), RangeError, name);
    }
    assert.throws(
      () =>
        zip([
          {name: 'x', bytes},
          {name: 'x', bytes},
        ]),
      RangeError,
    );
  });

  it('is read by Python, file by file', {skip: !hasPython && 'python3 is not here'}, test => {
    const folder = built(test);
    const {path, files} = writeReleaseZip(folder, Buffer.from('EUPL'));
    const program =
      'import json,sys,zipfile,hashlib;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;' +
      'print(json.dumps([[i.filename,hashlib.sha256(z.read(i)).hexdigest(),list(i.date_time),' +
      'i.external_attr>>16] for i in z.infolist()]))';
    const {stdout, stderr} = spawnSync('python3', ['-c', program, path], {encoding: 'utf8'});
    assert.equal(stderr, '');
    const read = JSON.parse(stdout) as [string, string, number[], number][];
    assert.equal(read.length, files);
    assert.deepEqual(
      read.map(([name]) => name),
      LIST,
    );
    for (const [name, hash, date, mode] of read) {
      assert.deepEqual(date, [1980, 1, 1, 0, 0, 0], name);
      assert.equal(mode, 0o100644, name);
      if (!/core|local-widgets|licenses|widgets/.test(name)) continue;
      const bytes = readFileSync(join(folder, 'dist/cdn', name.slice('1.4.2/'.length)));
      assert.equal(hash, createHash('sha256').update(bytes).digest('hex'), name);
    }
  });

  it('is sound to unzip', {skip: !hasUnzip && 'unzip is not here'}, test => {
    const {path} = writeReleaseZip(built(test), Buffer.from('EUPL'));
    const {status, stdout} = spawnSync('unzip', ['-t', path], {encoding: 'utf8'});
    assert.equal(status, 0, stdout);
    assert.match(stdout, /No errors detected/);
  });

  it('notes the hash of every file beside it', test => {
    const folder = built(test);
    writeReleaseZip(folder, Buffer.from('EUPL'));
    const note = JSON.parse(readFileSync(join(folder, 'dist/release.json'), 'utf8')) as {
      version: string;
      files: Record<string, string>;
    };
    assert.equal(note.version, '1.4.2');
    assert.deepEqual(Object.keys(note.files), [
      'core.js',
      'licenses.txt',
      'local-widgets.js',
      'widgets.json',
    ]);
    const hash = createHash('sha384').update('export {};\n').digest('base64');
    assert.equal(note.files['local-widgets.js'], `sha384-${hash}`);
  });

  it('is not made of nothing', test => {
    const folder = folderWith(test, {'package.json': '{"version":"1.4.2"}'});
    assert.throws(() => writeReleaseZip(folder, Buffer.from('EUPL')), /npm run build/);
  });
});
