import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RoomLog} from '@local-widgets/model';
import fc from 'fast-check';
import {randomUuid} from '../src/api/random-uuid.js';
import {readAddress, writeAddress} from '../src/desk/place-address.js';
import {isSameLanguage, languageName} from '../src/format/language-names.js';
import {base64Of} from '../src/inbox/images/base64.js';
import {sizeWithin} from '../src/inbox/images/shrink-image.js';
import {rowAfter} from '../src/inbox/list/roving.js';
import {cannedFor, insert, slashBefore} from '../src/inbox/room/canned.js';
import {logItems, toldStates} from '../src/inbox/room/log-items.js';
import {chatSettings, logOf, said} from './chat-town.js';

describe('the address of a place', () => {
  it('leads back to it', () => {
    const place = {tab: 'messages', shop: 'fournil', place: '019bb111-0000-4000-8000-000000000001'};
    assert.equal(writeAddress(place), `#messages/fournil/${place.place}`);
    assert.deepEqual(readAddress(writeAddress(place)), place);
    const other = {...place, shop: 'L’Épi & fils'};
    assert.deepEqual(readAddress(writeAddress(other)), other);
  });

  it('is none of other fragments', () => {
    for (const fragment of [
      '',
      '#',
      '#content',
      '#messages/fournil',
      '#a/b/C',
      '#messages/%E0%/x',
    ]) {
      assert.equal(readAddress(fragment), undefined, fragment);
    }
  });
});

describe('a UUID', () => {
  it('is of version 4, from the bytes that it is given', () => {
    assert.equal(
      randomUuid(count => new Uint8Array(count).fill(0xff)),
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    );
    assert.match(
      randomUuid(count => new Uint8Array(count)),
      /^0{8}-0{4}-40{3}-80{3}-0{12}$/,
    );
  });
});

describe('a list with one tab stop', () => {
  it('is walked by arrows, Home and End, and stops at its ends', () => {
    assert.deepEqual(
      ['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'].map(key => rowAfter(key, 0, 3)),
      [1, 0, 0, 2, undefined],
    );
    assert.equal(rowAfter('ArrowDown', 2, 3), 2);
    assert.equal(rowAfter('End', 0, 0), undefined);
  });
});

describe('a slash in a reply', () => {
  it('asks for canned answers at the beginning of a word, up to the caret', () => {
    assert.deepEqual(slashBefore('/', 1), {at: 0, query: ''});
    assert.deepEqual(slashBefore('Bonjour /hor', 12), {at: 8, query: 'hor'});
    assert.deepEqual(slashBefore('Bonjour\n/hor et', 12), {at: 8, query: 'hor'});
  });

  it('is just a slash inside a word, and after a space', () => {
    for (const text of ['et/ou', 'https://', '/hor aires', '12/24', '']) {
      assert.equal(slashBefore(text, text.length), undefined, text);
    }
  });
});

describe('canned answers', () => {
  const names = (query: string): string[] =>
    cannedFor(chatSettings.cannedAnswers, query).map(({name}) => name);

  it('are found by the beginning of their name first, without accents; by their text from three letters on', () => {
    assert.deepEqual(names(''), ['Horaires', 'Allergènes', 'Merci']);
    assert.deepEqual(names('ALLERGÈ'), ['Allergènes']);
    assert.deepEqual(names('er'), ['Allergènes', 'Merci']);
    assert.deepEqual(names('mar'), ['Horaires']);
    assert.deepEqual(names('xyz'), []);
  });

  it('are put in the place of what was typed, with a space before them', () => {
    assert.deepEqual(insert('Bonjour /m !', 8, 10, 'Merci'), {text: 'Bonjour Merci !', caret: 13});
    assert.deepEqual(insert('Bonjour', 7, 7, 'Merci'), {text: 'Bonjour Merci', caret: 13});
    assert.deepEqual(insert('', 0, 0, 'Merci'), {text: 'Merci', caret: 5});
  });
});

describe('what is shown of a log', () => {
  const dayOf = (instant: string): string => instant.slice(0, 10);
  const log = (...parts: Parameters<typeof logOf>): RoomLog => {
    const taken = new RoomLog();
    taken.take(logOf(...parts));
    return taken;
  };
  const kinds = (messages: RoomLog['messages'], readUpTo: number, unsent = []): string[] =>
    logItems(messages, unsent, {dayOf, readUpTo}).map(item =>
      item.kind === 'message' ? (item.isFirst ? 'first' : 'next') : item.kind,
    );

  it('has a line for each day, and puts together what one author writes in a row', () => {
    const {messages} = log([said('a'), said('b'), said('c', {by: 'shop'}), said('d')]);
    assert.deepEqual(kinds(messages, Infinity), ['day', 'first', 'next', 'first', 'first']);
    const [one, other] = messages;
    const later = {...other!, at: '2026-11-24T09:00:00.000Z'};
    assert.deepEqual(kinds([one!, later], Infinity), ['day', 'first', 'day', 'first']);
    const soon = {...other!, at: new Date(Date.parse(one!.at) + 6 * 60_000).toISOString()};
    assert.deepEqual(kinds([one!, soon], Infinity), ['day', 'first', 'first']);
  });

  it('has a line above what was new, once, and none where all or nothing is', () => {
    const {messages} = log([said('a'), said('b', {by: 'shop'}), said('c'), said('d')]);
    assert.deepEqual(kinds(messages, 1), ['day', 'first', 'first', 'new', 'first', 'next']);
    assert.equal(kinds(messages, Infinity).includes('new'), false);
    assert.equal(kinds(messages, 0).includes('new'), false);
  });

  it('ends with what was not sent, unless it is there', () => {
    const {messages} = log([said('a', {by: 'shop', id: 'known'})]);
    const unsent = ['known', 'unknown'].map(id => ({id, shop: 's', room: 'r', at: ''}));
    const keys = logItems(messages, unsent, {dayOf, readUpTo: 0}).map(({key}) => key);
    assert.deepEqual(keys, ['day 2026-11-22', 'known', 'unknown']);
  });

  it('tells how far messages came where that changes', () => {
    const {messages} = log([1, 2, 3, 4].map(each => said(`n° ${each}`, {by: 'shop'})));
    const told = toldStates(messages, {delivered: 3, read: 2});
    assert.deepEqual(
      messages.map(({message}) => told.get(message.id)),
      [undefined, 'read', 'delivered', 'sent'],
    );
  });
});

describe('a picture', () => {
  it('keeps its shape when it is made smaller, and is never made larger', () => {
    assert.deepEqual(sizeWithin(3000, 1500, 1600), {width: 1600, height: 800});
    assert.deepEqual(sizeWithin(10, 4000, 1600), {width: 4, height: 1600});
    assert.deepEqual(sizeWithin(1, 9000, 1600), {width: 1, height: 1600});
    assert.deepEqual(sizeWithin(320, 200, 1600), {width: 320, height: 200});
  });

  it('comes back from base64 as it was, however large', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 0, max: 100_000}), async length => {
        const bytes = Uint8Array.from({length}, (_, at) => (at * 7) % 256);
        const text = await base64Of(new Blob([bytes]));
        assert.deepEqual(Buffer.from(text, 'base64'), Buffer.from(bytes));
      }),
      {seed: 3, numRuns: 12},
    );
  });
});

describe('languages', () => {
  it('have a name in the language of the desk, and their tag where they have none', () => {
    assert.equal(languageName('en', 'fr'), 'anglais');
    assert.equal(languageName('fr', 'en'), 'French');
    assert.equal(languageName('not a tag', 'fr'), 'not a tag');
    assert.ok(isSameLanguage('fr-FR', 'fr'));
    assert.equal(isSameLanguage('en', 'fr'), false);
  });
});
