import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Dictionary} from '../../src/localize/dictionary.js';

const fr = {
  hello: 'Bonjour',
  found: (count: number) => (count < 2 ? 'une adresse' : `${count} adresses`),
};
type Messages = typeof fr;
const en: Messages = {
  hello: 'Hello',
  found: count => (count === 1 ? 'one address' : `${count} addresses`),
};
const dictionary = (): Dictionary<Messages> => new Dictionary(fr, en);

describe('Dictionary', () => {
  it('gives the sentences and the language that they are in', () => {
    assert.deepEqual(dictionary().for('fr'), {messages: fr, language: 'fr'});
    assert.deepEqual(dictionary().for('en-GB'), {messages: en, language: 'en'});
  });

  it('falls back to English for a language that it does not have', () => {
    assert.deepEqual(dictionary().for('pt-BR'), {messages: en, language: 'en'});
  });

  it('falls back to French for the languages of France', () => {
    assert.equal(dictionary().for('br').language, 'fr');
  });

  it('takes a new language, and borrows from English what it lacks', () => {
    const words = dictionary();
    words.add('de', {hello: 'Guten Tag'});
    const {messages, language} = words.for('de-AT');
    assert.equal(language, 'de');
    assert.equal(messages.hello, 'Guten Tag');
    assert.equal(messages.found(2), '2 addresses');
  });

  it('borrows from French for a language of France and for a French region', () => {
    const words = dictionary();
    words.add('br', {hello: 'Demat'});
    words.add('fr_CA', {hello: 'Allô'});
    assert.equal(words.for('br').messages.found(2), '2 adresses');
    assert.equal(words.for('fr-ca').messages.hello, 'Allô');
    assert.equal(words.for('fr-CA').messages.found(2), '2 adresses');
    assert.equal(words.for('fr').messages.hello, 'Bonjour');
  });

  it('rewords a language that it has, key by key', () => {
    const words = dictionary();
    words.add('fr', {hello: 'Bienvenue'});
    words.add('fr', {found: count => `${count} lieux`});
    const {messages} = words.for('fr');
    assert.equal(messages.hello, 'Bienvenue');
    assert.equal(messages.found(3), '3 lieux');
  });

  it('leaves the objects that it was made of untouched', () => {
    const words = dictionary();
    words.add('fr', {hello: 'Bienvenue'});
    assert.equal(fr.hello, 'Bonjour');
  });

  describe('with a part that is loaded later', () => {
    type All = Messages & {close: string};
    const late = (): Dictionary<All> => new Dictionary<All>(fr, {...en, close: 'Close'});

    it('has its sentences from then on, also in languages that borrow', () => {
      const words = late();
      words.add('br', {hello: 'Demat'});
      assert.equal(words.for('fr').messages.close, undefined);
      assert.equal(words.for('br').messages.close, undefined);
      words.extend({close: 'Fermer'});
      assert.equal(words.for('fr').messages.close, 'Fermer');
      assert.equal(words.for('fr').messages.hello, 'Bonjour');
      assert.equal(words.for('br').messages.close, 'Fermer');
      assert.equal(words.for('br').messages.hello, 'Demat');
    });

    it('has them in English, and in what borrows from it, from the beginning', () => {
      const words = late();
      words.add('de', {hello: 'Guten Tag'});
      assert.equal(words.for('en').messages.close, 'Close');
      assert.equal(words.for('de').messages.close, 'Close');
      words.extend({close: 'Fermer'});
      assert.equal(words.for('en').messages.close, 'Close');
      assert.equal(words.for('de').messages.close, 'Close');
      assert.equal(words.for('de').messages.hello, 'Guten Tag');
    });

    it('keeps what the page said about them before', () => {
      const words = late();
      words.add('fr', {close: 'Retour'});
      words.extend({close: 'Fermer'});
      assert.equal(words.for('fr').messages.close, 'Retour');
      assert.equal(words.for('en').messages.close, 'Close');
    });
  });

  describe('with English that is loaded later', () => {
    const lazy = (load: () => Promise<Messages>): Dictionary<Messages> => new Dictionary(fr, load);

    it('speaks French until it has come', async () => {
      const words = lazy(() => Promise.resolve(en));
      assert.equal(words.for('en').messages.hello, 'Bonjour');
      assert.equal(words.for('en').language, 'fr');
      await words.load('en-GB');
      assert.deepEqual(words.for('en'), {messages: en, language: 'en'});
      assert.equal(words.load('en'), undefined);
    });

    it('asks for it once, and never for French', async () => {
      let asked = 0;
      const words = lazy(() => {
        asked++;
        return Promise.resolve(en);
      });
      assert.equal(words.load('fr'), undefined);
      await Promise.all([words.load('en'), words.load('pt')]);
      assert.equal(asked, 1);
    });

    it('goes on in French when it cannot be had', async () => {
      const words = lazy(() => Promise.reject(new Error('offline')));
      await words.load('en');
      assert.equal(words.for('en').messages.hello, 'Bonjour');
      assert.equal(words.load('en'), undefined);
    });
  });

  it('lets a region borrow from its language, whichever was added first', () => {
    const words = dictionary();
    words.add('de-at', {});
    words.add('de', {hello: 'Guten Tag'});
    assert.equal(words.for('de-at').messages.hello, 'Guten Tag');
    assert.equal(words.for('de-at').language, 'de-at');
  });

  it('gives the same object until something is added', () => {
    const words = dictionary();
    const {messages} = words.for('fr');
    assert.equal(words.for('fr-be').messages, messages);
    words.add('fr', {hello: 'Bienvenue'});
    assert.notEqual(words.for('fr').messages, messages);
  });
});
