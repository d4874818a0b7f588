import {assert} from '@open-wc/testing';
import {contactFr} from '../src/locales/contact.js';
import {en} from '../src/locales/en.js';
import {contactEn} from '../src/locales/english/contact.js';
import {faceEn} from '../src/locales/english/face.js';
import {frameEn} from '../src/locales/english/frame.js';
import {imagesEn} from '../src/locales/english/images.js';
import {moreEn} from '../src/locales/english/more.js';
import {panelEn} from '../src/locales/english/panel.js';
import {roomEn} from '../src/locales/english/room.js';
import {talkEn} from '../src/locales/english/talk.js';
import {frameFr} from '../src/locales/frame.js';
import {fr} from '../src/locales/fr.js';
import {imagesFr} from '../src/locales/images.js';
import {moreFr} from '../src/locales/more.js';
import {panelFr} from '../src/locales/panel.js';
import {roomFr} from '../src/locales/room.js';
import {talkFr} from '../src/locales/talk.js';

/** What the functions that look something up are asked for. */
const ASKED: Readonly<Record<string, readonly (string | number)[]>> = {
  reason: ['illegal', 'hate', 'harassment', 'personal-data', 'spam', 'rules'],
  problem: ['blocked', 'blocked-word', 'ended', 'internal', 'image-lost'],
  withWhom: ['x'],
  answersIn: [0, 5, 60, 90, 240],
};

/** Said on purpose: while a message waits there is nothing to say. */
const EMPTY = new Set(['said.pending']);

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
  frame: [frameFr, frameEn],
  panel: [panelFr, panelEn],
  talk: [talkFr, talkEn],
  contact: [contactFr, contactEn],
  images: [imagesFr, imagesEn],
  more: [moreFr, moreEn],
  room: [roomFr, roomEn],
} as const;

for (const [name, [french, english]] of Object.entries(parts)) {
  describe(`the sentences of the chat’s ${name}`, () => {
    it('have the same keys in French and English', () => {
      assert.deepEqual(
        [...sentencesOf(french).keys()].sort(),
        [...sentencesOf(english).keys()].sort(),
      );
    });

    it('are never empty, and hold no markup and no missing value', () => {
      for (const language of [french, english]) {
        for (const [key, sentence] of sentencesOf(language)) {
          if (!EMPTY.has(key)) assert.ok(sentence.trim(), key);
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
