import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../../src/event/event.js';
import {eventsToAtom, type AtomOptions} from '../../../src/event/writers/atom.js';
import {dateOf, eventOf, WHOLE} from './made.js';

const OPTIONS: AtomOptions = {
  title: 'Agenda & fêtes',
  url: 'https://p.example/a.atom?a=1&b=2',
  now: new Date('2026-01-01T00:00:00Z'),
  whenOf: (event, {recurrenceId}) => `${event.id} ${recurrenceId}`,
};
const lines = (events: readonly Event[], more: Partial<AtomOptions> = {}): string[] =>
  eventsToAtom(
    events.map(event => ({event, occurrence: dateOf()})),
    {...OPTIONS, ...more},
  ).split('\n');

describe('an Atom feed', () => {
  it('is whole', () => {
    assert.deepEqual(lines([], {pageUrl: 'https://p.example/?"'}), [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<id>https://p.example/a.atom?a=1&amp;b=2</id>',
      '<title>Agenda &amp; fêtes</title>',
      '<updated>2026-01-01T00:00:00.000Z</updated>',
      '<author><name>Agenda &amp; fêtes</name></author>',
      '<link rel="self" type="application/atom+xml" href="https://p.example/a.atom?a=1&amp;b=2"/>',
      '<link rel="alternate" href="https://p.example/?&quot;"/>',
      '</feed>',
      '',
    ]);
    assert.equal(lines([])[7], '');
  });

  const entry = (more: Partial<Event>): string =>
    eventsToAtom([{event: eventOf(more), occurrence: dateOf()}], OPTIONS)
      .split('<entry>')[1]!
      .split('</entry>')[0]!;

  it('has an entry for each date', () => {
    assert.equal(
      entry({}),
      '<id>https://p.example/a.atom?a=1&amp;b=2#bal/20260512T203000</id>' +
        '<title>Bal – bal 20260512T203000</title>' +
        '<updated>2026-01-01T00:00:00.000Z</updated>' +
        '<summary>bal 20260512T203000</summary>',
    );
    assert.equal(
      entry({...WHOLE, id: 'é/1'}),
      '<id>https://p.example/a.atom?a=1&amp;b=2#%C3%A9%2F1/20260512T203000</id>' +
        '<title>Bal – é/1 20260512T203000</title>' +
        '<updated>2026-04-01T08:00:00.000Z</updated>' +
        '<link rel="alternate" href="https://a.example/bal"/>' +
        '<category term="Fête"/><category term="Danse, musique"/>' +
        '<summary>é/1 20260512T203000\nSalle\nVenez;\nnombreux</summary>' +
        '<author><name>Asso &quot;A&quot;</name></author>',
    );
  });

  it('was changed when the source says, or now', () => {
    const updated = (dateModified: string): string =>
      /<updated>(.*)<\/updated>/.exec(entry({source: {dateModified}}))![1]!;
    assert.equal(updated('2026-04-01'), '2026-04-01T00:00:00.000Z');
    assert.equal(updated('2026-04-01T10:00+02:00'), '2026-04-01T08:00:00.000Z');
    assert.equal(updated('lately'), '2026-01-01T00:00:00.000Z');
  });

  it('has no author where nobody is named, and no markup of its own', () => {
    assert.doesNotMatch(entry({organizer: {email: 'a@b.example'}}), /author/);
    const name = '<b>&"\'\u0000\u0007\ufffe\uffff\ud800\n\t😀';
    assert.match(entry({name}), /<title>&lt;b&gt;&amp;&quot;'\n\t😀 – bal/);
  });
});
