import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, Occurrence} from '../../src/event/event.js';
import type {EventCriteria, EventFacet} from '../../src/event/index/criteria.js';
import {EventIndex} from '../../src/event/index/event-index.js';
import {eventSearch} from '../../src/event/index/search-text.js';
import {DAY, dateOf, eventOf, MAY_12, START} from './writers/made.js';

const HOUR = 3_600_000;
const MIDNIGHT = MAY_12 * DAY;
/** A date so many days after 12 May. */
const on = (eventId: string, day: number, more: Partial<Occurrence> = {}): Occurrence =>
  dateOf({
    eventId,
    recurrenceId: String(day),
    start: MIDNIGHT + day * DAY,
    end: MIDNIGHT + day * DAY,
    firstDay: MAY_12 + day,
    lastDay: MAY_12 + day,
    ...more,
  });
const indexOf = (...occurrences: Occurrence[]): EventIndex => {
  const ids = new Set(occurrences.map(({eventId}) => eventId));
  return new EventIndex(
    [...ids].map(id => eventOf({id})),
    occurrences,
  );
};
const idsOf = (occurrences: readonly Occurrence[]): string[] =>
  occurrences.map(({eventId, recurrenceId}) => `${eventId} ${recurrenceId}`);

describe('what is on', () => {
  it('touches the days that are asked for, on either side', () => {
    const index = indexOf(on('a', 2, {lastDay: MAY_12 + 4}));
    const found = (first: number, last: number): number =>
      index.select({days: {firstDay: MAY_12 + first, lastDay: MAY_12 + last}}).length;
    assert.deepEqual(
      [found(0, 1), found(0, 2), found(3, 3), found(4, 9), found(5, 9)],
      [0, 1, 1, 1, 0],
    );
  });

  it('is over at its end, or three hours after a start without one', () => {
    const isOn = (end: number, at: number): boolean =>
      indexOf(on('a', 0, {end: MIDNIGHT + end})).select({notBefore: new Date(MIDNIGHT + at)})
        .length > 0;
    assert.deepEqual([isOn(HOUR, HOUR - 1), isOn(HOUR, HOUR)], [true, false]);
    assert.deepEqual([isOn(5 * HOUR, 5 * HOUR - 1), isOn(5 * HOUR, 5 * HOUR)], [true, false]);
    assert.deepEqual([isOn(0, 3 * HOUR - 1), isOn(0, 3 * HOUR)], [true, false]);
  });

  it('is of events that are known', () => {
    const index = new EventIndex([eventOf({id: 'a'})], [on('a', 0), on('b', 0)]);
    assert.deepEqual(idsOf(index.occurrences), ['a 0']);
    assert.equal(index.event('a')?.id, 'a');
    assert.equal(index.event('b'), undefined);
  });
});

describe('what goes on all the time', () => {
  const apart = (occurrences: Occurrence[], criteria: EventCriteria = {}): unknown => {
    const {dated, ongoing} = indexOf(...occurrences).agenda(criteria);
    return [idsOf(dated), idsOf(ongoing)];
  };
  const long = (days: number): Occurrence => on('a', 0, {lastDay: MAY_12 + days - 1});
  const from = (day: number): EventCriteria => ({
    days: {firstDay: MAY_12 + day, lastDay: MAY_12 + 30},
  });

  it('lasts eight days and has begun: before the days that are asked for, or by now', () => {
    assert.deepEqual(apart([long(8)], from(1)), [[], ['a 0']]);
    assert.deepEqual(apart([long(7)], from(1)), [['a 0'], []]);
    assert.deepEqual(apart([long(8)], from(0)), [['a 0'], []]);
    assert.deepEqual(apart([long(8)]), [['a 0'], []]);
    const ending = {...long(8), end: START + 9 * DAY};
    const by = (instant: number): EventCriteria => ({notBefore: new Date(instant)});
    assert.deepEqual(apart([ending], by(MIDNIGHT)), [[], ['a 0']]);
    assert.deepEqual(apart([ending], by(MIDNIGHT - 1)), [['a 0'], []]);
  });

  it('has eight dates, two and a half days apart at most', () => {
    const dates = (...days: number[]): Occurrence[] => days.map(day => on('a', day));
    assert.deepEqual(apart(dates(0, 1, 2, 3, 4, 5, 6, 7)), [[], ['a 0']]);
    assert.deepEqual(apart(dates(0, 1, 2, 3, 4, 5, 6, 20)), [[], ['a 0']]);
    const seven = [0, 1, 2, 3, 4, 5, 6];
    assert.deepEqual(apart(dates(...seven)), [seven.map(day => `a ${day}`), []]);
    assert.deepEqual(apart(dates(...seven, 21)), [[...seven, 21].map(day => `a ${day}`), []]);
  });

  it('is in order of its end, what repeats last', () => {
    const daily = Array.from({length: 8}, (_, day) => on('daily', day));
    const lasting = (id: string, start: number, end: number): Occurrence =>
      on(id, start, {lastDay: MAY_12 + end, end: MIDNIGHT + end * DAY});
    const all = [lasting('c', -9, 20), lasting('b', -8, 20), lasting('a', -7, 10), ...daily];
    assert.deepEqual(apart(all, from(0)), [[], ['a -7', 'c -9', 'b -8', 'daily 0']]);
  });
});

describe('counts of a facet', () => {
  const events: Partial<Event>[] = [
    {
      categories: ['Fête', 'FETE', 'Danse'],
      audience: ['Familles'],
      isAccessibleForFree: true,
      location: {name: 'Salle', address: {addressLocality: 'Vannes'}},
      accessibility: ['mobility', 'hearing'],
      setting: 'both',
      inLanguage: ['fr-FR', 'fr', 'BR'],
      source: {name: 'Ville', label: 'ville'},
      otherSources: [{name: 'Asso'}, {url: 'https://a.example/'}],
    },
    {
      categories: ['fête'],
      typicalAgeRange: {min: 18},
      isAccessibleForFree: false,
      location: {address: {streetAddress: '1 rue', addressLocality: 'Vannes'}},
      setting: 'indoor',
      source: {name: 'Asso'},
    },
    {location: {address: {addressLocality: 'Vannes'}}, setting: 'outdoor'},
    {},
  ];
  const made = events.map((more, at) => eventOf({...more, id: String(at)}));
  const index = (): EventIndex =>
    new EventIndex(
      made,
      made.map(({id}) => on(id, 0)),
    );
  const counts = (facet: EventFacet, criteria: EventCriteria = {}): string[] =>
    index()
      .counts(facet, criteria)
      .map(({value, label, count}) => `${value} ${label} ${count}`);

  it('are of each value, as it was spelt first', () => {
    assert.deepEqual(counts('category'), ['fete Fête 2', 'danse Danse 1']);
    assert.deepEqual(counts('audience'), ['familles Familles 1']);
    assert.deepEqual(counts('age'), ['adults adults 1', 'children children 1']);
    assert.deepEqual(counts('free'), ['false false 1', 'true true 1']);
    assert.deepEqual(counts('place'), [
      '1 rue vannes 1 rue, Vannes 1',
      'salle vannes Salle, Vannes 1',
      'vannes Vannes 1',
    ]);
    assert.deepEqual(counts('accessibility'), ['hearing hearing 1', 'mobility mobility 1']);
    assert.deepEqual(counts('setting'), ['indoor indoor 2', 'outdoor outdoor 2']);
    assert.deepEqual(counts('language'), ['br br 1', 'fr fr 1']);
    assert.deepEqual(counts('source'), ['asso Asso 2', 'ville ville 1']);
  });

  it('leave the choice in the facet aside, and keep what is chosen', () => {
    const chosen: readonly (readonly [EventFacet, EventCriteria, string])[] = [
      ['category', {categories: ['Opéra']}, 'opera Opéra 0'],
      ['audience', {audiences: ['Tous']}, 'tous Tous 0'],
      ['age', {ages: ['toddlers']}, 'toddlers toddlers 0'],
      ['place', {places: ['Parc']}, 'parc Parc 0'],
      ['accessibility', {accessibility: ['visual']}, 'visual visual 0'],
      ['language', {languages: ['de-AT']}, 'de de-AT 0'],
      ['source', {sources: ['Autre']}, 'autre Autre 0'],
    ];
    for (const [facet, criteria, last] of chosen) {
      assert.deepEqual(counts(facet, criteria), [...counts(facet), last], facet);
    }
    assert.deepEqual(counts('free', {isFree: true}), counts('free'));
    assert.deepEqual(counts('setting', {setting: 'indoor'}), counts('setting'));
    assert.deepEqual(counts('setting', {isFree: true}), ['indoor indoor 1', 'outdoor outdoor 1']);
  });

  it('are of events, not of their dates, in the days that are asked for', () => {
    const twice = new EventIndex([made[0]!], [on('0', 0), on('0', 1)]);
    const count = (day: number): unknown =>
      twice.counts('free', {days: {firstDay: MAY_12 + day, lastDay: MAY_12 + 9}})[0]?.count;
    assert.deepEqual([count(0), count(1), count(2)], [1, 1, undefined]);
  });

  it('are what choosing selects', () => {
    const selected = (criteria: EventCriteria): string[] =>
      index()
        .select(criteria)
        .map(({eventId}) => eventId);
    assert.deepEqual(selected({categories: ['danse', 'opéra']}), ['0']);
    assert.deepEqual(selected({categories: []}), ['0', '1', '2', '3']);
    assert.deepEqual(selected({accessibility: ['mobility', 'visual']}), []);
    assert.deepEqual(selected({languages: ['fr-CA']}), ['0']);
    assert.deepEqual(selected({sources: ['Asso']}), ['0', '1']);
    assert.deepEqual(selected({text: {query: ' ', search: eventSearch}}), ['0', '1', '2', '3']);
    assert.deepEqual(selected({text: {query: 'danse', search: eventSearch}}), ['0']);
  });
});
