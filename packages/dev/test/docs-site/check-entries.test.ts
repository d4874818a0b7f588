import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {entryProblems} from '../../src/docs-site/check-entries.js';
import type {Manifest} from '../../src/manifest/schema.js';

const manifest = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path: 'src/local-thing.ts',
      exports: [],
      declarations: [
        {
          kind: 'class',
          name: 'LocalThing',
          tagName: 'local-thing',
          attributes: [{name: 'src'}],
          events: [{name: 'local-thing-open'}],
          slots: [{name: ''}],
          cssParts: [{name: 'card'}],
          cssProperties: [{name: '--local-radius'}],
        },
      ],
    },
  ],
} as unknown as Manifest;

const entries = [
  'attribute:src',
  'event:local-thing-open',
  'slot:',
  'part:card',
  'property:--local-radius',
];
const pageWith = (names: readonly string[], tag = 'local-thing') => ({
  path: 'widgets/thing.html',
  tag,
  html: names.map(name => `<p data-entry="${name}"></p>`).join(''),
});

describe('the check of what a widget’s page has', () => {
  it('is content with a page that has it all', () => {
    assert.deepEqual(entryProblems([manifest], [pageWith(entries)]), []);
  });

  for (const entry of entries) {
    it(`misses ${entry} on the page`, () => {
      const page = pageWith(entries.filter(one => one !== entry));
      const [kind, name] = entry.split(/:(.*)/);
      assert.deepEqual(entryProblems([manifest], [page]), [
        `docs/dist/widgets/thing.html: lacks the ${kind} "${name}" of the manifest.`,
      ]);
    });
  }

  it('finds what only the page has', () => {
    assert.deepEqual(entryProblems([manifest], [pageWith([...entries, 'part:old'])]), [
      'docs/dist/widgets/thing.html: has the part "old", the manifest has not.',
    ]);
  });

  it('finds an element without a page, and a page without an element', () => {
    assert.deepEqual(entryProblems([manifest], [pageWith([], 'local-other')]), [
      'The site has no page of <local-thing>.',
      'docs/dist/widgets/thing.html: no manifest has <local-other>.',
    ]);
  });
});
