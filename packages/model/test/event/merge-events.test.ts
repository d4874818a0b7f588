import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {mergeEvents} from '../../src/event/merge-events.js';
import {readEvents} from '../../src/event/read-events.js';
import {PARIS} from './calendar.js';

const here = {name: 'Salle des fêtes', geo: {longitude: -2.76, latitude: 47.66}};
const base = {name: 'Concert de jazz', startDate: '2026-05-12T20:30', timeZone: 'Europe/Paris'};
const source = (label: string, ...events: object[]) =>
  readEvents({events}, {...PARIS, sourceLabel: label});
const merged = (...readings: ReturnType<typeof source>[]) => mergeEvents(readings);
const count = (one: object, other: object): number =>
  merged(source('a', one), source('b', other)).events.length;

describe('mergeEvents', () => {
  it('finds the same UID with a start in common', () => {
    const one = {...base, uid: 'x', name: 'Concert'};
    assert.equal(count(one, {...one, name: 'Tout autre nom'}), 1);
    assert.equal(count(one, {...one, startDate: '2026-06-12T20:30'}), 2);
  });

  it('finds alike names at one time, a quarter of an hour apart, and one place', () => {
    const one = {...base, location: here};
    assert.equal(count(one, {...one, name: 'concert de JAZZ'}), 1);
    assert.equal(count(one, {...one, startDate: '2026-05-12T20:45'}), 1);
    assert.equal(count(one, {...one, startDate: '2026-05-12T21:00'}), 2);
    assert.equal(count(one, {...one, name: 'Concert de rock'}), 2);
    assert.equal(count(one, {...one, name: 'Concert de jazz manouche'}), 1);
    assert.equal(count(base, {...base, name: 'Concert de jazz manouche'}), 2);
  });

  it('keeps apart what is elsewhere', () => {
    const one = {...base, location: here};
    const far = {name: 'Salle des fêtes', geo: {longitude: -2.7, latitude: 47.66}};
    assert.equal(count(one, {...base, location: far}), 2);
    assert.equal(count(one, {...base, location: {name: 'Bibliothèque'}}), 2);
    assert.equal(count(one, base), 1);
    const town = (addressLocality: string) => ({...base, location: {address: {addressLocality}}});
    assert.equal(count(town('Vannes'), town('Auray')), 2);
  });

  it('keeps apart whole days and times, and two of one source', () => {
    assert.equal(
      count({...base, startDate: '2026-05-12T00:00'}, {...base, startDate: '2026-05-12'}),
      2,
    );
    assert.equal(merged(source('a', base, {...base, uid: 'b'})).events.length, 2);
  });

  it('takes series for one when half of their dates are the same', () => {
    const series = {...base, recurrence: 'FREQ=WEEKLY;COUNT=6'};
    const {events, occurrences, duplicates} = merged(
      source('a', series),
      source('b', {...series, recurrence: 'FREQ=WEEKLY;COUNT=8'}),
    );
    assert.deepEqual([events.length, occurrences.length, duplicates], [1, 8, 1]);
    assert.equal(count(series, {...base, startDate: '2026-05-19T20:30'}), 1);
    assert.equal(count(series, {...series, recurrence: 'FREQ=WEEKLY;INTERVAL=5;COUNT=5'}), 2);
  });

  it('keeps what the first says, adds what only the second does, and knows both sources', () => {
    const {events} = merged(
      source('Ville', {...base, description: 'de la ville', source: {url: 'https://a.example/1'}}),
      source('Asso', {
        ...base,
        description: 'de l’asso',
        image: {url: 'https://b.example/i.jpg'},
        eventStatus: 'cancelled',
        source: {url: 'https://b.example/1'},
      }),
    );
    const [event] = events;
    assert.equal(event?.description, 'de la ville');
    assert.equal(event.image?.url, 'https://b.example/i.jpg');
    assert.equal(event.eventStatus, 'cancelled');
    assert.deepEqual(event.source, {url: 'https://a.example/1', label: 'Ville'});
    assert.deepEqual(event.otherSources, [{url: 'https://b.example/1', label: 'Asso'}]);
  });

  it('makes ids unique, and keeps occurrences and series on their events', () => {
    const one = {id: 'x', name: 'Un', startDate: '2026-05-12T20:30', timeZone: 'Europe/Paris'};
    const other = {id: 'x', name: 'Autre', startDate: '2026-05-13T20:30', timeZone: 'Europe/Paris'};
    const {events, occurrences} = merged(source('a', one), source('b', other));
    assert.deepEqual(
      events.map(({id}) => id),
      ['x', 'x-2'],
    );
    assert.deepEqual(
      occurrences.map(({eventId}) => eventId),
      ['x', 'x-2'],
    );
  });

  it('keeps every occurrence on an event that is there, in order, whatever is merged', () => {
    const event = fc.record({
      name: fc.constantFrom('Concert', 'Marché', 'Marché de Noël', 'Yoga'),
      day: fc.integer({min: 10, max: 13}),
      uid: fc.constantFrom('a', 'b', undefined),
      weeks: fc.integer({min: 1, max: 3}),
    });
    const list = fc.array(event, {maxLength: 5}).map(events =>
      source(
        'x',
        ...events.map(({name, day, uid, weeks}) => ({
          name,
          uid,
          startDate: `2026-05-${day}T20:30`,
          timeZone: 'Europe/Paris',
          recurrence: `FREQ=WEEKLY;COUNT=${weeks}`,
        })),
      ),
    );
    fc.assert(
      fc.property(fc.array(list, {maxLength: 4}), readings => {
        const {events, occurrences, duplicates} = mergeEvents(readings);
        const all = readings.reduce((sum, reading) => sum + reading.events.length, 0);
        assert.equal(events.length + duplicates, all);
        const ids = new Set(events.map(({id}) => id));
        assert.equal(ids.size, events.length);
        const used = new Set(occurrences.map(({eventId}) => eventId));
        assert.deepEqual(used, ids);
        for (const [at, one] of occurrences.entries()) {
          assert.ok(!at || one.start >= occurrences[at - 1]!.start);
        }
      }),
      {numRuns: 100},
    );
  });
});
