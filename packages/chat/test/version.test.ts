import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {version} from '../src/version.js';

describe('version', () => {
  it('is the one of package.json', () => {
    const file = new URL('../package.json', import.meta.url);
    const published = JSON.parse(readFileSync(file, 'utf8')) as {version: string};
    assert.equal(version, published.version);
  });
});
