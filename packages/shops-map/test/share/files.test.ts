import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileWords} from '../../src/share/download.js';
import {shareEn} from '../../src/locales/english/share.js';
import {shareFr} from '../../src/locales/share.js';

describe('the name of a file', () => {
  it('has words without signs or accents', () => {
    assert.equal(
      fileWords('Commerces & producteurs | Val-Orbelle !'),
      'commerces-producteurs-val-orbelle',
    );
    assert.equal(fileWords('À l’Œuvre'), 'a-l-œuvre');
    assert.equal(fileWords('../../etc/passwd\u202etxt'), 'etc-passwd-txt');
  });

  it('stays short, and is absent when there is no word', () => {
    assert.equal(fileWords('abcde '.repeat(50))?.length, 59);
    assert.equal(fileWords(' – '), undefined);
  });
});

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
