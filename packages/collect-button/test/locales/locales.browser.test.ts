import {assert} from '@open-wc/testing';
import {confirmationFr} from '../../src/locales/confirmation.js';
import {dialogFr} from '../../src/locales/dialog.js';
import {directFr} from '../../src/locales/direct.js';
import {en} from '../../src/locales/en.js';
import {confirmationEn} from '../../src/locales/english/confirmation.js';
import {dialogEn} from '../../src/locales/english/dialog.js';
import {directEn} from '../../src/locales/english/direct.js';
import {faceEn} from '../../src/locales/english/face.js';
import {fr} from '../../src/locales/fr.js';

/** What the functions that look something up are asked for. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  allergen: ['gluten', 'soybeans', 'molluscs'],
  mode: ['collect', 'drive', 'delivery'],
  nextSlot: ['collect', 'drive', 'delivery'],
  paymentMeans: ['cash', 'card', 'contactless', 'meal-voucher', 'cheque', 'online'],
  noSlot: ['paused', 'closed', 'full', 'not-together', 'window-closed'],
  state: [
    'received',
    'accepted',
    'ready',
    'collected',
    'refused',
    'cancelled',
    'expired',
    'no-show',
  ],
};

/** Every sentence by its path, functions called with plausible values. */
function sentencesOf(messages: object, path = ''): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    const name = path + key;
    if (typeof value === 'string') sentences.set(name, value);
    else if (typeof value === 'function') {
      for (const first of ASKED[key] ?? [0, 1, 2, 1234]) {
        const sentence: unknown = (value as (...words: unknown[]) => unknown)(first, 'x', 'x');
        assert.isString(sentence, name);
        sentences.set(`${name}(${first})`, sentence as string);
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
  face: [fr, faceEn],
  dialog: [dialogFr, dialogEn],
  direct: [directFr, directEn],
  confirmation: [confirmationFr, confirmationEn],
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
