import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {unzip} from '../../src/cms/unzip.js';
import {zip} from '../../src/cms/zip.js';

describe('the archives of plugins', () => {
  const files = new Map([
    ['a/été.txt', Buffer.from('bonjour '.repeat(100))],
    ['a/b/nothing', Buffer.alloc(0)],
  ]);

  it('hold what was put in', () => {
    assert.deepEqual([...unzip(zip(files))], [...files]);
  });

  it('are the same for the same files', () => {
    assert.deepEqual(zip(files), zip(files));
  });

  it('are told from what is none', () => {
    assert.throws(() => unzip(Buffer.from('<html>')), /no zip archive/);
  });
});
