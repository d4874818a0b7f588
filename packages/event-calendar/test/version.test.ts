import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {version} from '../src/version.js';

describe('the version of the element', () => {
  it('is that of its package', () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    assert.equal(version, (JSON.parse(manifest) as {version: string}).version);
  });
});
