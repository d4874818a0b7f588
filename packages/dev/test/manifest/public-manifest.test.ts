import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {definitionsIn} from '../../src/manifest/definitions.js';
import {publicManifest} from '../../src/manifest/public-manifest.js';
import {declarationsOf} from '../../src/manifest/schema.js';
import {rawManifest, sample} from './sample-package.js';

const raw = rawManifest(sample);
const manifest = publicManifest(raw, {
  entries: ['src/index.ts', 'src/define.ts'],
  definitions: definitionsIn(new Map(Object.entries(sample))),
  basePackage: '@local-widgets/core',
});
const lamp = declarationsOf(manifest).find(({declaration}) => declaration.tagName)?.declaration;
assert.ok(lamp);

describe('the published manifest', () => {
  it('has schema 1.0.0, and modules of entries, elements and events by their built paths', () => {
    assert.equal(manifest.schemaVersion, '1.0.0');
    assert.deepEqual(
      manifest.modules.map(({path}) => path),
      ['dist/define.js', 'dist/events.js', 'dist/index.js', 'dist/local-lamp.js'],
    );
    assert.doesNotMatch(JSON.stringify(manifest), /src\//);
  });

  it('has public members only, those of the base element with where they come from', () => {
    assert.deepEqual(
      lamp.members?.map(({name, inheritedFrom}) => [name, inheritedFrom]),
      [
        ['lumens', undefined],
        ['owner', undefined],
        ['toggle', undefined],
        ['clock', {name: 'LocalElement', package: '@local-widgets/core'}],
      ],
    );
    assert.deepEqual(lamp.superclass, {name: 'LocalElement', package: '@local-widgets/core'});
  });

  it('drops the events without a name that the analyzer makes of each dispatch', () => {
    const {events} = declarationsOf(raw).find(d => d.declaration.tagName)?.declaration ?? {};
    assert.equal(events?.length, 2, 'the analyzer no longer does this; drop our rule');
    assert.deepEqual(
      lamp.events?.map(({name, type}) => [name, type?.text]),
      [['local-lamp', 'LocalLampEvent']],
    );
  });

  it('says which module registers the tag, and leads every export to a module it has', () => {
    const exportsOf = (path: string): unknown[] | undefined =>
      manifest.modules
        .find(one => one.path === path)
        ?.exports.map(({kind, name, declaration}) => [kind, name, declaration.module]);
    assert.deepEqual(exportsOf('dist/define.js'), [
      ['custom-element-definition', 'local-lamp', 'dist/local-lamp.js'],
    ]);
    assert.deepEqual(exportsOf('dist/index.js'), [
      ['js', '*', 'dist/events.js'],
      ['js', 'LocalLamp', 'dist/local-lamp.js'],
    ]);
  });
});
