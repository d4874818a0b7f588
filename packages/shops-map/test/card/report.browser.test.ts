import {assert} from '@open-wc/testing';
import type {Place} from '@local-widgets/model';
import {reportLink} from '../../src/card/report.js';
import '../../src/card.js';
import {shopsMapMessages} from '../../src/locales/index.js';
import {bakery} from '../places.js';

const {messages} = shopsMapMessages.for('fr');
const link = (report: string, place: Place = bakery): string | undefined =>
  reportLink(place, report, messages)?.href;

const fromOsm: Place = {
  ...bakery,
  source: {name: 'OpenStreetMap', url: 'https://www.openstreetmap.org/node/1'},
};

describe('where a mistake about a place can be told', () => {
  it('is nowhere unless the page says so', () => {
    assert.equal(link(''), undefined);
  });

  for (const report of ['mairie@val.example', 'mailto:mairie@val.example']) {
    it(`is a letter to ${report} that says which place is meant`, () => {
      const url = new URL(link(report)!);
      assert.equal(url.protocol, 'mailto:');
      assert.equal(url.pathname, 'mairie@val.example');
      assert.equal(url.searchParams.get('subject'), 'Erreur sur la fiche « Boulangerie du Pont »');
      assert.include(url.searchParams.get('body'), '(bakery)');
    });
  }

  it('cannot be led astray by what a place is called', () => {
    const name = 'Fournil & cc=evil@x.example?#\r\nBcc: evil@x.example $& $1';
    const url = new URL(link('mairie@val.example', {...bakery, name})!);
    assert.deepEqual([...url.searchParams.keys()], ['subject', 'body']);
    assert.equal(url.hash, '');
    assert.include(url.searchParams.get('subject'), '$& $1');
  });

  it('is the page’s own address for the place', () => {
    const place = {...bakery, id: 'a/b?c&d=$&', name: 'Pain #1'};
    assert.equal(
      link('https://val.example/report?id={id}&name={name}', place),
      'https://val.example/report?id=a%2Fb%3Fc%26d%3D%24%26&name=Pain%20%231',
    );
  });

  it('may be an address on the same site', () => {
    assert.equal(link('/signaler/{id}'), new URL('/signaler/bakery', document.baseURI).href);
  });

  for (const report of [
    'javascript:alert(1)',
    ' JavaScript:alert({id})',
    'data:text/html,{id}',
    'vbscript:x',
    'https://town.example@evil.example/{id}',
    'mailto:a@b.example?bcc=c@d.example',
    'file:///etc/passwd',
  ]) {
    it(`is never ${report}`, () => {
      assert.equal(link(report), undefined);
    });
  }

  it('is a note to OpenStreetMap for what comes from there, by either source', () => {
    const note = 'https://www.openstreetmap.org/note/new#map=19/48.4086/';
    assert.isTrue(link('', fromOsm)?.startsWith(note));
    const merged = {...bakery, source: {name: 'Mairie'}, otherSources: [fromOsm.source!]};
    assert.isTrue(link('', merged)?.startsWith(note));
    assert.isTrue(link('javascript:alert(1)', fromOsm)?.startsWith(note));
  });

  it('is no note for who only pretends to come from there', () => {
    const url = 'https://www.openstreetmap.org.evil.example/node/1';
    assert.equal(link('', {...bakery, source: {name: 'OpenStreetMap', url}}), undefined);
  });
});
