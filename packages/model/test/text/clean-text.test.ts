import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {cleanList, cleanText} from '../../src/text/clean-text.js';

describe('cleanText', () => {
  for (const [what, value, expected] of [
    ['collapses white space and line ends', ' a \t b\r\nc\u00a0d ', 'a b c d'],
    ['removes controls and zero-width spaces', 'a\u0000b\u200bc\u0007', 'abc'],
    ['removes bidirectional overrides', 'evil\u202egnp.exe\u2066x\u2069', 'evilgnp.exex'],
    ['removes lone surrogates and keeps pairs', 'a\ud800b😀', 'ab😀'],
    ['composes accents', 'cafe\u0301', 'café'],
    ['keeps markup as text', '<b onclick=x>&amp;</b>', '<b onclick=x>&amp;</b>'],
    ['writes numbers out', 56000, '56000'],
    ['joins the texts of an array', ['Pain', 2, {a: 1}, null, ['x']], 'Pain, 2'],
    ['gives undefined for an empty text', ' \u200b ', undefined],
    ['gives undefined for an object, never "[object Object]"', {name: 'x'}, undefined],
    ['gives undefined for a boolean', true, undefined],
    ['gives undefined for a number that is none', NaN, undefined],
  ] as const) {
    it(what, () => assert.equal(cleanText(value, 100), expected));
  }

  it('cuts with an ellipsis and never inside a pair of surrogates', () => {
    assert.equal(cleanText('abcdef', 4), 'abc…');
    assert.equal(cleanText('ab😀def', 4), 'ab…');
    assert.equal(cleanText('😀bcdef', 4), '😀b…');
    assert.equal(cleanText('abcd', 4), 'abcd');
  });

  it('leaves no space before the ellipsis', () => {
    assert.equal(cleanText('abc def', 5), 'abc…');
  });

  it('finds the text behind any amount of white space', () => {
    assert.equal(cleanText(`${' '.repeat(500)}Pain`, 100), 'Pain');
  });

  it('is well formed, short enough and stable for any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
        const clean = cleanText(text, 20);
        if (clean === undefined) return;
        assert.ok(clean.length > 0 && clean.length <= 20);
        assert.doesNotMatch(clean, /\p{Cs}|\p{Cc}|[\u202a-\u202e]|\s\s|^\s|\s$/u);
        assert.equal(cleanText(clean, 20), clean);
      }),
      {seed: 8, numRuns: 500},
    );
  });
});

describe('cleanList', () => {
  it('splits one text at semicolons, bars or line ends, else at commas', () => {
    assert.deepEqual(cleanList('Pain, lait', 9, 20), ['Pain', 'lait']);
    assert.deepEqual(cleanList('Pain, lait; œufs', 9, 20), ['Pain, lait', 'œufs']);
    assert.deepEqual(cleanList('a|b\nc', 9, 20), ['a', 'b', 'c']);
  });

  it('drops doubles, empty items and what is no text', () => {
    assert.deepEqual(cleanList(['a', 'a', '', null, {}, ['b'], 3], 9, 20), ['a', '3']);
    assert.equal(cleanList([{}, ''], 9, 20), undefined);
    assert.equal(cleanList(undefined, 9, 20), undefined);
    assert.deepEqual(cleanList(3, 9, 20), ['3']);
  });

  it('keeps as many items as allowed', () => {
    assert.deepEqual(cleanList(['a', 'b', 'c'], 2, 20), ['a', 'b']);
  });
});
