import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Place} from '../../src/place/place.js';
import {placesToVCard} from '../../src/place/writers/vcard.js';
import {anyPlaces, bakery, readablePlaces} from './writer-places.js';

interface Property {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

/** RFC 6350 §3.2 and §3.3: unfolds, and splits lines into name, parameters and value. */
function parse(text: string): Property[][] {
  const bytes = new TextEncoder();
  assert.ok(text === '' || text.endsWith('\r\n'));
  for (const line of text.split('\r\n')) {
    assert.ok(bytes.encode(line).length <= 75, line);
    assert.ok(!/[\r\n]/.test(line), 'a line end of another kind');
    assert.ok(!/\p{Cs}/u.test(line), 'half a character');
  }
  const cards: Property[][] = [];
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const match = /^([A-Z]+)((?:;[A-Z]+=[^:;,"]+)*):(.*)$/s.exec(line);
    assert.ok(match, `not a property: ${line}`);
    const [, name = '', parameters = '', value = ''] = match;
    if (name === 'BEGIN') cards.push([]);
    cards.at(-1)!.push({name, parameters: parameters.split(';').slice(1), value});
  }
  for (const card of cards) {
    assert.deepEqual(
      [card[0], card[1], card.at(-1)].map(line => `${line!.name}:${line!.value}`),
      ['BEGIN:VCARD', 'VERSION:4.0', 'END:VCARD'],
    );
    assert.equal(card.filter(({name}) => name === 'BEGIN' || name === 'END').length, 2);
  }
  return cards;
}

/** §3.4: parts at separators that no backslash stands before, then without backslashes. */
function parts(value: string, separator: string): string[] {
  const found: string[] = [];
  let part = '';
  for (let i = 0; i < value.length; i++) {
    const character = value.charAt(i);
    if (character === '\\') {
      const escaped = value.charAt(++i);
      part += escaped === 'n' ? '\n' : escaped;
    } else if (character === separator) {
      found.push(part);
      part = '';
    } else part += character;
  }
  return [...found, part];
}

const valuesOf = (place: Place, name: string): string[] =>
  parse(placesToVCard([place]))[0]!
    .filter(line => line.name === name)
    .map(({parameters, value}) => [...parameters, value].join(':'));

describe('placesToVCard', () => {
  it('writes every property of a place', () => {
    const lines = placesToVCard([bakery]).replace(/\r\n /g, '').split('\r\n');
    assert.deepEqual(lines, [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      'UID;VALUE=text:lecourbe',
      'FN:Boulangerie Lecourbe',
      'ORG:Boulangerie Lecourbe',
      'TEL;VALUE=uri:tel:+33261911407',
      'EMAIL:bonjour@lecourbe.example',
      'URL:https://lecourbe.example/',
      'ADR:;;3 Grande Rue;Sainte-Aubrette;;61199;FR',
      'GEO:geo:48.40843,0.52484',
      'CATEGORIES:Boulangerie-pâtisserie,Boulangerie,Pâtisserie',
      'NOTE:Pain\\, levain\\; brioche.\\nTu-Sa 07:00-13:00\\,15:30-19:30\\; Su 07:00-13:00',
      'PHOTO:https://lecourbe.example/pains.jpg',
      'REV:20261116T000000Z',
      'SOURCE:https://mairie.example/1',
      'SOURCE:https://osm.example/1',
      'END:VCARD',
      '',
    ]);
  });

  it('says categories and hours in the words it is given', () => {
    const text = placesToVCard([{...bakery, openingHours: '24/7'}], {
      labelOf: id => `<${id}>`,
      hoursOf: () => 'always',
    });
    assert.match(text, /CATEGORIES:Boulangerie-pâtisserie,<bakery>,<pastry>/);
    assert.match(text, /\\nalways\r\n/);
  });

  it('keeps national and doubtful numbers as text', () => {
    const telephone = '02 61 91 14 07';
    assert.deepEqual(valuesOf({...bakery, telephone}, 'TEL'), [`VALUE=text:${telephone}`]);
    const two = '+33 2 61; +33 6 12';
    assert.deepEqual(valuesOf({...bakery, telephone: two}, 'TEL'), [
      'VALUE=text:+33 2 61\\; +33 6 12',
    ]);
  });

  it('turns dates into timestamps, and leaves out what is none', () => {
    const rev = (dateModified: string): string[] =>
      valuesOf({...bakery, source: {dateModified}}, 'REV');
    assert.deepEqual(rev('2026-11-16T10:30:00+01:00'), ['20261116T093000Z']);
    assert.deepEqual(rev('2026-11-16T10:30'), ['20261116T000000Z']);
    assert.deepEqual(rev('2026-99-99'), []);
  });

  it('writes positions without exponents', () => {
    const geo = {latitude: 1e-7, longitude: -1e-9};
    assert.deepEqual(valuesOf({...bakery, geo}, 'GEO'), ['geo:0.0000001,-0']);
    assert.deepEqual(valuesOf({...bakery, geo: {latitude: 10, longitude: 20}}, 'GEO'), [
      'geo:10,20',
    ]);
  });

  it('can be taken apart again', () => {
    fc.assert(
      fc.property(readablePlaces, places => {
        const cards = parse(placesToVCard(places));
        assert.equal(cards.length, places.length);
        places.forEach((place, i) => {
          const valueOf = (name: string) => cards[i]!.find(line => line.name === name)?.value;
          assert.deepEqual(parts(valueOf('FN')!, ';'), [place.name]);
          assert.deepEqual(parts(valueOf('UID')!, ';'), [place.id]);
          assert.equal(valueOf('URL'), place.url);
          const {address: at} = place;
          const adr = [
            '',
            '',
            at?.streetAddress,
            at?.addressLocality,
            '',
            at?.postalCode,
            at?.addressCountry,
          ];
          assert.deepEqual(
            valueOf('ADR') && parts(valueOf('ADR')!, ';'),
            at && adr.map(part => part ?? ''),
          );
        });
      }),
      {seed: 45, numRuns: 200},
    );
  });

  it('writes any place without breaking a card', () => {
    fc.assert(
      fc.property(anyPlaces, places => {
        assert.equal(parse(placesToVCard(places)).length, places.length);
      }),
      {seed: 46, numRuns: 300},
    );
  });
});
