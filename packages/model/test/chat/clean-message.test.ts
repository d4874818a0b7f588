import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cleanMessage} from '../../src/chat/clean-message.js';

describe('cleanMessage', () => {
  it('leaves a message as it was written', () => {
    const text = 'Bonjour,\nun pain de 2 kg ?\n\nMerci 👩‍👩‍👧';
    assert.equal(cleanMessage(text), text);
  });

  it('keeps one empty line of several, and none at the ends', () => {
    assert.equal(cleanMessage('\n\n Bonjour \n\n\n\nMarie \n'), 'Bonjour\n\nMarie');
  });

  it('knows every way to end a line', () => {
    assert.equal(
      cleanMessage('un\r\ndeux\rtrois\u2028quatre\u2029cinq\u0085six'),
      'un\ndeux\ntrois\nquatre\ncinq\nsix',
    );
  });

  it('makes one space of a tab, and cuts the white space that ends a line', () => {
    assert.equal(cleanMessage('1\tpain  \n2 tartes'), '1 pain\n2 tartes');
  });

  it('composes letters and their accents (NFC)', () => {
    assert.equal(cleanMessage('cafe\u0301'), 'caf\u00e9');
  });

  for (const [what, text] of [
    ['controls', 'pa\u0000i\u001bn\u0007'],
    ['lone surrogates', 'pa\ud83din\udc00'],
    ['zero-width spaces', 'pa\u200bi\u2060n\ufeff'],
    ['what turns the reading direction', 'pa\u202e\u202ai\u2066n\u2069'],
    ['non-characters', 'pa\ufdd0i\ufdefn\ufffe\uffff'],
  ] as const) {
    it(`takes out ${what}`, () => {
      assert.equal(cleanMessage(text), 'pain');
    });
  }

  it('leaves nothing of a message without anything to read', () => {
    assert.equal(cleanMessage(' \u200b\n\t '), '');
  });
});
