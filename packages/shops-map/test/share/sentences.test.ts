import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {shareEn} from '../../src/locales/english/share.js';
import {shareFr} from '../../src/locales/share.js';

describe('the sentences of sharing', () => {
  it('count in French and in English', () => {
    assert.equal(shareFr.listCopied(64, '64'), 'Liste copiée, 64 adresses.');
    assert.equal(shareFr.listCopied(1, '1'), 'Liste copiée, une adresse.');
    assert.equal(shareEn.print(1, '1'), 'Print (one address)');
    assert.equal(shareEn.download(1234, '1,234'), 'Download 1,234 addresses');
  });

  it('have the same keys in both', () => {
    assert.deepEqual(Object.keys(shareFr).sort(), Object.keys(shareEn).sort());
  });
});
