import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../src/root.js';

interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  publishConfig?: {access?: string; provenance?: boolean};
}

const read = (folder: string, path: string): Manifest =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as Manifest;

/** The next release, made in a copy of what it needs: nothing is published, nothing here changes. */
describe('a dry run of the next release', () => {
  let copy = '';
  const manifests = globSync('packages/*/package.json', {cwd: root});
  const published = manifests.filter(path => read(root, path).private !== true);
  const changesets = readdirSync(join(root, '.changeset')).filter(name => name.endsWith('.md'));

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'local-widgets-release-'));
    for (const path of ['package.json', 'package-lock.json', '.changeset', ...manifests]) {
      cpSync(join(root, path), join(copy, path), {recursive: true});
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: copy,
      });
    git('init', '-q', '-b', 'main');
    git('add', '.changeset', 'package.json', 'package-lock.json', 'packages');
    git('commit', '-q', '-m', 'Before the release');
    if (changesets.length > 0) {
      const changeset = join(root, 'node_modules/@changesets/cli/bin.js');
      execFileSync(process.execPath, [changeset, 'version'], {cwd: copy, stdio: 'pipe'});
    }
  });
  after(() => rmSync(copy, {recursive: true}));

  it('gives all published packages one version, higher than before when something changed', () => {
    const versions = new Set(published.map(path => read(copy, path).version));
    assert.equal(versions.size, 1, [...versions].join(', '));
    const isNew = ![...versions].includes(read(root, published[0]!).version);
    assert.equal(isNew, changesets.length > 0);
  });

  it('lets packages ask for each other in that version', () => {
    for (const path of published) {
      const {name, version, dependencies = {}} = read(copy, path);
      for (const [other, range] of Object.entries(dependencies)) {
        if (other.startsWith('@local-widgets/'))
          assert.equal(range, `^${version}`, `${name} → ${other}`);
      }
    }
  });

  it('writes what changed where people look for it', () => {
    for (const name of changesets) {
      const text = readFileSync(join(root, '.changeset', name), 'utf8');
      const [, head = '', body = ''] = /^---\n(.*?)\n---\n+(.*)$/s.exec(text) ?? [];
      const [firstLine = ''] = body.split('\n');
      for (const [, changed] of head.matchAll(/'(@local-widgets\/[\w-]+)'/g)) {
        const folder = dirname(published.find(path => read(root, path).name === changed)!);
        const log = readFileSync(join(copy, folder, 'CHANGELOG.md'), 'utf8');
        assert.ok(log.includes(firstLine), `${changed}: ${firstLine}`);
      }
    }
  });

  it('uses up the descriptions of changes', () => {
    const rest = readdirSync(join(copy, '.changeset')).filter(name => name.endsWith('.md'));
    assert.deepEqual(rest, []);
  });

  it('would publish to everybody, with where each package was built', () => {
    for (const path of published) {
      const {name, publishConfig} = read(root, path);
      assert.deepEqual(publishConfig, {access: 'public', provenance: true}, name);
    }
  });
});
