import {assert} from '@open-wc/testing';
import {categories} from '@local-widgets/model';
import {cardFr} from '../../src/locales/card.js';
import {detailsFr} from '../../src/locales/details.js';
import {en} from '../../src/locales/en.js';
import {cardEn} from '../../src/locales/english/card.js';
import {detailsEn} from '../../src/locales/english/details.js';
import {failuresEn} from '../../src/locales/english/failures.js';
import {finderEn} from '../../src/locales/english/finder.js';
import {linkEn} from '../../src/locales/english/link.js';
import {listEn} from '../../src/locales/english/list.js';
import {mapEn} from '../../src/locales/english/map.js';
import {searchEn} from '../../src/locales/english/search.js';
import {shareEn} from '../../src/locales/english/share.js';
import {failuresFr} from '../../src/locales/failures.js';
import {finderFr} from '../../src/locales/finder.js';
import {fr} from '../../src/locales/fr.js';
import {linkFr} from '../../src/locales/link.js';
import {mapFr} from '../../src/locales/map.js';
import {searchFr} from '../../src/locales/search.js';
import {shareFr} from '../../src/locales/share.js';

const ids = categories.map(({id}) => id);

/** Every sentence by its path, functions called with plausible values. */
function sentencesOf(messages: object, path = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    const name = path + key;
    if (typeof value === 'string') sentences.set(name, value);
    else if (typeof value === 'function') {
      for (const count of key === 'category' ? ids : [0, 1, 2, 1234]) {
        const words = [count, String(count), String(count)];
        const sentence: unknown = (value as (...words: unknown[]) => unknown)(...words);
        assert.equal(typeof sentence, 'string', name);
        sentences.set(`${name}(${count})`, sentence as string);
      }
    } else {
      for (const [below, sentence] of sentencesOf(value as object, `${name}.`)) {
        sentences.set(below, sentence);
      }
    }
  }
  return sentences;
}

const parts = {
  list: [fr, listEn],
  details: [detailsFr, detailsEn],
  failures: [failuresFr, failuresEn],
  card: [cardFr, cardEn],
  finder: [finderFr, finderEn],
  search: [searchFr, searchEn],
  share: [shareFr, shareEn],
  map: [mapFr, mapEn],
  link: [linkFr, linkEn],
} as const;

for (const [name, [french, english]] of Object.entries(parts)) {
  describe(`the sentences of the ${name}`, () => {
    it('have the same keys in French and English', () => {
      assert.deepEqual(
        [...sentencesOf(french).keys()].sort(),
        [...sentencesOf(english).keys()].sort(),
      );
    });

    it('are never empty, and hold no markup and no missing value', () => {
      for (const language of [french, english]) {
        for (const [key, sentence] of sentencesOf(language)) {
          assert.ok(sentence.trim(), key);
          assert.notMatch(sentence, /[<>]|undefined|NaN|null|\[object/, key);
        }
      }
    });

    it('use the typographic apostrophe in French', () => {
      for (const [key, sentence] of sentencesOf(french)) assert.notMatch(sentence, /'/, key);
    });
  });
}

describe('the parts of the dictionary', () => {
  it('share no key, so that none overwrites another', () => {
    const keys = Object.values(parts).flatMap(([french]) => Object.keys(french));
    assert.equal(new Set(keys).size, keys.length);
  });

  it('are all in the English file', () => {
    const keys = Object.values(parts).flatMap(([, english]) => Object.keys(english));
    assert.deepEqual(Object.keys(en).sort(), keys.sort());
  });
});

describe('numbers in sentences', () => {
  it('agree in French, where zero and one are singular', () => {
    assert.equal(fr.found(0, '0'), 'Aucune adresse');
    assert.equal(fr.found(1, '1'), 'Une adresse');
    assert.equal(fr.found(2, '2'), '2 adresses');
    assert.equal(fr.partial(1), 'Une fiche illisible n’est pas affichée.');
    assert.equal(fr.partial(3), '3 fiches illisibles ne sont pas affichées.');
  });

  it('agree in English, where zero is plural', () => {
    assert.equal(en.found(0, '0'), 'No addresses');
    assert.equal(en.found(1, '1'), 'One address');
    assert.equal(en.found(2, '2'), '2 addresses');
  });
});
