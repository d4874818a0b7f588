import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createTextMatcher} from '../../src/text/match.js';
import {normalizeText} from '../../src/text/normalize.js';

const score = (query: string, text: string) => createTextMatcher(query)(normalizeText(text));

describe('createTextMatcher', () => {
  it('ranks start of text, start of word, inside and slip in this order', () => {
    const scores = ['Boulangerie Paul', 'Paul, boulangerie', 'la miniboulangerie', 'boulnagerie'];
    assert.deepEqual(
      scores.map(text => score('boulangerie', text)),
      [4, 3, 2, 1],
    );
  });

  it('wants every word, in any order', () => {
    assert.equal(score('vannes fromage', 'Fromagerie du Port, Vannes') > 0, true);
    assert.equal(score('vannes pain', 'Fromagerie du Port, Vannes'), 0);
  });

  it('ignores case, accents and punctuation of the query', () => {
    assert.equal(score('  ÉPICERIE-d’Œuf ', "L'épicerie d'œufs") > 0, true);
  });

  it('matches while the word is still being typed', () => {
    for (const typed of ['f', 'fr', 'fromag']) assert.ok(score(typed, 'La Fromagerie') > 0, typed);
  });

  it('does not look inside words for a single letter', () => {
    assert.equal(score('x', 'Boulangerie Pax'), 0);
  });

  for (const [slip, query] of [
    ['a missing letter', 'fromgerie'],
    ['an extra letter', 'frommagerie'],
    ['a wrong letter', 'fromatherie'],
    ['two letters exchanged', 'formagerie'],
    ['two slips in a long word', 'formageire'],
    ['a slip in the first letter', 'vromagerie'],
    ['a slip in a word not yet complete', 'formag'],
    ['a missing space', 'lafromagerie'],
  ] as const) {
    it(`forgives ${slip}`, () => assert.equal(score(query, 'Chez Ann, la fromagerie'), 1));
  }

  it('forgives nothing in short words, and one slip only up to eight letters', () => {
    assert.equal(score('pian', 'pain'), 0);
    assert.equal(score('ferme', 'forme'), 1);
    assert.equal(score('fermes', 'formas'), 0);
  });

  it('matches everything for a query without letters or digits', () => {
    assert.equal(score(' …! ', 'anything'), 1);
    assert.equal(score('', ''), 1);
  });

  it('finds any word of the text by itself, and with one letter left out', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, {minLength: 1, maxLength: 6}),
        fc.nat(),
        fc.nat(),
        (words, n, m) => {
          const picked = words[n % words.length]!;
          const left = m % picked.length;
          const text = words.join(' ');
          assert.ok(score(picked, text) >= 2);
          const slipped = picked.slice(0, left) + picked.slice(left + 1);
          if (slipped.length >= 5) assert.ok(score(slipped, text) > 0, `${slipped} in ${text}`);
        },
      ),
      {seed: 9},
    );
  });

  it('finds within the distance and not beyond it, as a plain Damerau-Levenshtein does', () => {
    const word = fc.stringMatching(/^[abc]{5,10}$/);
    fc.assert(
      fc.property(word, word, (query, text) => {
        const slips = query.length < 9 ? 1 : 2;
        const near = prefixesOf(text).some(prefix => distance(query, prefix) <= slips);
        assert.equal(score(query, text) > 0, near || text.includes(query), `${query} in ${text}`);
      }),
      {seed: 10, numRuns: 2000},
    );
  });
});

function prefixesOf(text: string): string[] {
  return Array.from({length: text.length + 1}, (_, length) => text.slice(0, length));
}

/** Optimal string alignment, straight from its recursive definition. */
function distance(a: string, b: string): number {
  const d = Array.from({length: a.length + 1}, (_, i) =>
    Array.from({length: b.length + 1}, (_, j) => (i ? (j ? 0 : i) : j)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1);
      best = Math.min(best, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, d[i - 2]![j - 2]! + 1);
      }
      d[i]![j] = best;
    }
  }
  return d[a.length]![b.length]!;
}
