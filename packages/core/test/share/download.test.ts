import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileWords} from '../../src/share/download.js';

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
