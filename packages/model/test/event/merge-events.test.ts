import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {mergeEvents} from '../../src/event/merge-events.js';
import {readEvents} from '../../src/event/read-events.js';
import type {Event} from '../../src/event/event.js';
import {calendar, PARIS, vevent} from './calendar.js';

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

describe('mergeEvents, at the limits', () => {
  const at = (minutes: number): object => ({
    ...base,
    startDate: new Date(Date.UTC(2026, 4, 12, 18, minutes)).toISOString(),
  });
  const twice = (one: object, other: object): boolean => count(one, other) === 1;

  it('takes a quarter of an hour for the same start, on either side', () => {
    assert.deepEqual(
      [14, 15, 16].map(minutes => twice(at(0), at(minutes))),
      [true, true, false],
    );
    assert.deepEqual(
      [14, 15, 16].map(minutes => twice(at(minutes), at(0))),
      [true, true, false],
    );
  });

  it('finds the same UID however late in a series the start in common is', () => {
    const late = {...base, uid: 'x', name: 'Autre', startDate: '2026-07-21T20:30'};
    const weekly = {...base, uid: 'x', recurrence: 'FREQ=WEEKLY;COUNT=12'};
    assert.equal(twice(late, weekly), true);
    assert.equal(twice({...late, uid: 'y'}, weekly), false);
  });

  it('keeps one of two dates that are a quarter of an hour apart', () => {
    const dates = (minutes: number): number =>
      merged(source('a', {...at(0), uid: 'x'}), source('b', {...at(minutes), uid: 'x'})).occurrences
        .length;
    assert.deepEqual([dates(15), dates(16)], [1, 2]);
  });

  it('takes two hundred and fifty metres for one place', () => {
    const place = (north: number): object => ({
      ...base,
      location: {name: 'Salle', geo: {longitude: -2.76, latitude: 47.66 + north / 111_195}},
    });
    assert.deepEqual(
      [0, 249, 251].map(metres => twice(place(0), place(metres))),
      [true, true, false],
    );
  });

  it('takes the same place on the map for one, wherever it is said to be', () => {
    const place = (placeId: string, name: string): object => ({...base, location: {placeId, name}});
    assert.equal(twice(place('a', 'Salle'), place('a', 'Bibliothèque')), true);
    assert.equal(twice(place('a', 'Salle'), place('b', 'Bibliothèque')), false);
    const street = (streetAddress: string): object => ({
      ...base,
      location: {address: {streetAddress}},
    });
    assert.equal(twice(street('3 rue du Port'), street('3 rue du Port')), true);
    assert.equal(twice(street('3 rue du Port'), street('Place Gambetta')), false);
    const town = (addressLocality: string): object => ({
      ...base,
      location: {address: {addressLocality}},
    });
    assert.equal(twice(town('Vannes'), town('VANNES')), true);
  });

  it('joins an event only once with those of a later source', () => {
    const {events, duplicates} = merged(
      source('a', base),
      source('b', {...base, uid: '1'}, {...base, uid: '2'}),
    );
    assert.deepEqual([events.length, duplicates], [2, 1]);
  });

  it('chooses the surest: the id, then the name, then the place', () => {
    const known = [
      {...base, uid: 'same'},
      {...base, uid: 'here', location: here},
      {...base, uid: 'more', name: 'Concert de jazz manouche', location: here},
      {...base, uid: 'id', name: 'Autre'},
    ];
    const chosen = (event: object): string | undefined =>
      merged(source('a', ...known), source('b', {...event, url: 'https://b.example/'})).events.find(
        ({url}) => url !== undefined,
      )?.uid;
    assert.equal(chosen({...base, uid: 'id'}), 'id');
    assert.equal(chosen({...base, uid: 'other'}), 'same');
    assert.equal(chosen({...base, uid: 'other', location: here}), 'here');
    const more = {...base, name: 'Concert de jazz manouche', location: here};
    assert.equal(chosen({...more, uid: 'other'}), 'more');
  });
});

describe('mergeEvents, what is joined', () => {
  const joined = (first: object, second: object): Event =>
    merged(source('a', {...base, ...first}), source('b', {...base, ...second})).events[0]!;

  it('keeps the state of the first, but for one that goes further', () => {
    const state = (first: unknown, second: unknown): unknown =>
      joined({eventStatus: first}, {eventStatus: second}).eventStatus;
    assert.equal(state(undefined, 'cancelled'), 'cancelled');
    assert.equal(state('scheduled', 'full'), 'full');
    assert.equal(state('cancelled', 'scheduled'), 'cancelled');
    assert.equal(state('full', undefined), 'full');
    assert.equal(state('scheduled', undefined), 'scheduled');
    assert.equal(state(undefined, undefined), undefined);
  });

  it('knows all sources, in their order', () => {
    const {events} = merged(source('a', base), source('b', base), source('c', base));
    const [event] = events;
    assert.deepEqual(event?.source, {label: 'a'});
    assert.deepEqual(event.otherSources, [{label: 'b'}, {label: 'c'}]);
    const second = mergeEvents([source('b', base), source('c', base)]);
    const both = mergeEvents([source('a', base), second]);
    assert.deepEqual(both.events[0]?.otherSources, [{label: 'b'}, {label: 'c'}]);
    assert.equal(merged(source('a', base)).events[0]?.otherSources, undefined);
  });

  it('takes nothing of the second for when it is', () => {
    const floating = {...base, timeZone: undefined};
    const event = joined(floating, {recurrence: 'FREQ=DAILY;COUNT=2'});
    assert.deepEqual(
      [event.isFloating, event.timeZone, event.recurrence],
      [true, undefined, undefined],
    );
  });

  it('renames the series that a date is of with the series', () => {
    const series = (label: string, day: string) =>
      readEvents(
        calendar(
          ...vevent(`DTSTART:202605${day}T183000Z`, 'RRULE:FREQ=DAILY;COUNT=2', 'SUMMARY:Un'),
          ...vevent(
            `RECURRENCE-ID:202605${day}T183000Z`,
            `DTSTART:202605${day}T183000Z`,
            'SUMMARY:Deux',
          ),
        ),
        {...PARIS, sourceLabel: label},
      );
    const {events} = mergeEvents([series('a', '12'), series('b', '20')]);
    assert.deepEqual(
      events.map(({id, superEvent}) => [id, superEvent]),
      [
        ['one@test', undefined],
        ['one@test#20260512T183000Z', 'one@test'],
        ['one@test-2', undefined],
        ['one@test#20260520T183000Z', 'one@test-2'],
      ],
    );
  });

  it('keeps dates that only one of them has', () => {
    const {occurrences} = merged(
      source('a', {...base, recurrence: 'FREQ=DAILY;COUNT=2'}),
      source('b', {...base, recurrence: 'FREQ=DAILY;INTERVAL=2;COUNT=2'}),
    );
    assert.deepEqual(
      occurrences.map(({recurrenceId}) => recurrenceId),
      ['20260512T203000', '20260513T203000', '20260514T203000'],
    );
    assert.equal(new Set(occurrences.map(({eventId}) => eventId)).size, 1);
  });
});
