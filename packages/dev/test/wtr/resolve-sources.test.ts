import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {resolveSource} from '../../src/wtr/resolve-sources.js';
import {folderWith} from '../helpers.js';

describe('imports in browser tests', () => {
  const files = {
    'packages/model/src/index.ts': '',
    'packages/model/src/testing/index.ts': '',
    'packages/shops-map/src/define.ts': '',
    'packages/shops-map/src/real.js': '',
  };

  for (const [source, expected] of [
    ['@local-widgets/model', '/packages/model/src/index.ts'],
    ['@local-widgets/model/testing', '/packages/model/src/testing/index.ts'],
    ['@local-widgets/shops-map/define.js', '/packages/shops-map/src/define.ts'],
    ['../src/define.js', '/packages/shops-map/src/define.ts'],
    ['../src/real.js', undefined],
    ['../src/none.js', undefined],
    ['@local-widgets/none', undefined],
    ['lit', undefined],
  ] as const) {
    it(`take ${source} ${expected === undefined ? 'as it is' : `from ${expected}`}`, test => {
      const root = folderWith(test, files);
      const importer = '/packages/shops-map/test/a.browser.test.ts';
      assert.equal(resolveSource(root, source, importer), expected);
    });
  }
});
