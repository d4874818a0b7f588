import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {normalizeText} from '../../src/text/normalize.js';

describe('normalizeText', () => {
  for (const [text, expected] of [
    ["L'Épicerie d'Œufs", 'l epicerie d oeufs'],
    ['Crème  brûlée, ÇA VA ?', 'creme brulee ca va'],
    ['Straße Æro', 'strasse aero'],
    ['Smørrebrød, Łódź, Đorđe', 'smorrebrod lodz dorde'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['e\u0301te\u0301', 'ete'],
    ['…!', ''],
    ['24/7', '24 7'],
    ['Bio™ İzmir ﬁn', 'biotm izmir fin'],
  ] as const) {
    it(`folds "${text}"`, () => assert.equal(normalizeText(text), expected));
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => {
        const once = normalizeText(text);
        assert.equal(normalizeText(once), once);
      }),
      {seed: 6},
    );
  });

  it('gives words separated by one space', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        assert.match(normalizeText(text), /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
      {seed: 7},
    );
  });
});
