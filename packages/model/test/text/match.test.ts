import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createTextMatcher} from '../../src/text/match.js';
import {normalizeText} from '../../src/text/normalize.js';
import {WordTable} from '../../src/text/word-table.js';

const score = (query: string, text: string) => createTextMatcher(query)(normalizeText(text));

/** What one word found with a slip in a name scores. */
const SLIP = score('fromgerie', 'fromagerie');

/** Name, kind and the rest of places, the best match for the query first; the last are not found. */
const RANKINGS: readonly (readonly [why: string, query: string, ...texts: string[]])[] = [
  [
    'the whole word before its start, inside, and a slip',
    'ferme',
    'La Ferme|Fromager',
    'Fermette|Fromager',
    'Lafermelle|Fromager',
    'La Forme|Fromager',
    '!La Fromagerie|Fromager',
  ],
  [
    'the name before products, town and description',
    'miel',
    'Le Miel|Épicerie',
    'Mielerie|Épicerie',
    'Chez Ann|Épicerie|miel',
    'Chez Ann|Épicerie|mielat',
    'Caramiel|Épicerie',
    'Chez Ann|Épicerie|caramiel',
    '!Chez Ann|Épicerie|confiture',
  ],
  [
    'the name that is the query before all that hold its words',
    'boulangerie paul',
    'Boulangerie Paul|Boulangerie',
    'Paul, boulangerie|Boulangerie',
    'Boulangerie Pauline|Boulangerie',
    '!Boulangerie Martin|Boulangerie',
  ],
  [
    'a place before the town of its name',
    'vannes',
    'Vannes|Librairie',
    'Halles de Vannes|Librairie',
    'Chez Ann|Librairie|vannes',
    '!Chez Ann|Librairie|rennes',
  ],
  [
    'more of the words found well before less',
    'fromage chèvre',
    'Chèvre et fromage|Ferme',
    'Le fromage|Ferme|chèvre',
    'Chez Ann|Ferme|fromage de chèvre',
    'Chez Ann|Ferme|fromagerie, chèvrerie',
    '!Le fromage|Ferme|brebis',
  ],
];

/** Queries and what they must find as well as they find themselves. */
const ALIKE: readonly (readonly [query: string, text: string])[] = [
  ['boeuf', 'Bœuf'],
  ['bœuf', 'BOEUF'],
  ['oeufs', 'Œuf'],
  ['fromages', 'Fromage'],
  ['gateau', 'Gâteaux'],
  ['lepicerie', 'L’Épicerie'],
  ["l'epicerie", 'L’Épicerie'],
  ['epicerie', 'L’Épicerie'],
  ['boulangeriepaul', 'Boulangerie Paul'],
  ['belle-ile', 'Belle Île'],
  ['belleile', 'Belle-Île'],
  ['saint malo', 'St-Malo'],
  ['st malo', 'Saint-Malo'],
  ['ste anne', 'Sainte-Anne'],
  ['sainte-anne', 'STE ANNE'],
  ['fromage de chevre', 'Fromage chèvre'],
  ['la ferme du bois', 'Ferme au Bois'],
];

describe('createTextMatcher', () => {
  for (const [why, query, ...texts] of RANKINGS) {
    it(`ranks ${why}`, () => {
      const fields = texts.map(text => text.replace('!', '').split('|').map(normalizeText));
      const scores = fields.map(field => createTextMatcher(query)(field.join('\n')));
      texts.forEach((text, i) => {
        assert.equal(scores[i] === 0, text.startsWith('!'), text);
        if (i)
          assert.ok(
            scores[i]! < scores[i - 1]!,
            `${texts[i - 1]} before ${text}: ${scores.join()}`,
          );
      });
    });
  }

  it('takes kind and name alike, so that the nearest of them comes first', () => {
    const matcher = createTextMatcher('boulangerie');
    assert.equal(matcher('boulangerie paul\nboulangerie'), matcher('au bon pain\nboulangerie'));
  });

  it('does not take the start of a name for the name, or the end', () => {
    assert.ok(score('paul', 'Paul') > score('paul', 'Paul et fils'));
    assert.ok(createTextMatcher('paul')('paul\nbar') > createTextMatcher('paul')('bar\npaul'));
    assert.equal(score('paul', 'Paul et fils'), score('paul', 'Chez Paul'));
  });

  for (const [query, text] of ALIKE) {
    it(`finds ${text} by ${query}`, () => assert.ok(score(query, text) > 0));
  }

  it('does not look for articles beside other words, but does when they are alone', () => {
    assert.ok(score('pain de mie', 'Pain, mie') > 0);
    assert.equal(score('les', 'Boulangerie Paul'), 0);
    assert.ok(score('la', 'La Fromagerie') > 0);
  });

  it('takes for an article only what is one', () => {
    for (const article of ['un', 'une', 'au', 'aux', 'l', 'des']) {
      assert.ok(score(`${article} pain`, 'Pain') > 0, article);
    }
    for (const word of ['lait', 'b', 'endives'])
      assert.equal(score(`${word} pain`, 'Pain'), 0, word);
  });

  it('takes singular and plural alike, but for words of three letters', () => {
    assert.equal(score('pommes', 'La pomme du bois'), score('pomme', 'La pomme du bois'));
    assert.equal(score('gateau', 'Aux gâteaux'), score('gateaux', 'Aux gâteaux'));
    assert.ok(score('pomme', 'Aux pommes') > score('pomme', 'La pommeraie'));
    assert.equal(score('bus', 'Le bu'), 0);
  });

  it('finds words without their space only where they stand one after the other', () => {
    assert.ok(score('boulangeriepa', 'Boulangerie Paul') > 0);
    assert.equal(score('boulangeriepaul', 'Paul Boulangerie'), 0);
    assert.equal(score('boulangeriepaul', 'Boulangerie Martin'), 0);
    assert.equal(score('boulangeriepaul', 'Boulangerie Saint-Paul'), 0);
    const table = new WordTable();
    for (const text of ['boulangerie', 'paul']) table.add(text);
    assert.deepEqual([...createTextMatcher('boulangeriepaul').scores(table)], [0, 0]);
  });

  it('compares forty letters of a word', () => {
    assert.ok(score('a'.repeat(60), 'a'.repeat(40)) > 0);
  });

  it('scores many texts as it scores each', () => {
    const texts = ['ferme du bois\nferme', '', 'la\nfromagerie\nbois', 'terme du boia', 'x'];
    const table = new WordTable();
    texts.forEach(text => table.add(text));
    for (const query of ['ferme du bois', 'bois', 'dubois', '…', 'fermes']) {
      const matcher = createTextMatcher(query);
      assert.deepEqual([...matcher.scores(table)], texts.map(matcher), query);
    }
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
    it(`forgives ${slip}`, () => assert.equal(score(query, 'Chez Ann, la fromagerie'), SLIP));
  }

  it('forgives nothing in short words, and one slip only up to eight letters', () => {
    assert.equal(score('pian', 'pain'), 0);
    assert.equal(score('ferme', 'forme'), SLIP);
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
          assert.ok(score(picked, text) > SLIP);
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
