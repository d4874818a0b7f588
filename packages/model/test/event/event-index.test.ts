import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EventCriteria} from '../../src/event/index/criteria.js';
import {dayOfIso, isoOfDay} from '../../src/event/index/days.js';
import {EventIndex} from '../../src/event/index/event-index.js';
import {eventSearch} from '../../src/event/index/search-text.js';
import {
  dayAt,
  shortcutRange,
  startOfDay,
  type DateShortcut,
} from '../../src/event/index/shortcuts.js';
import {weekOfLocale} from '../../src/event/index/week-of-locale.js';
import {readEvents} from '../../src/event/read-events.js';
import {PARIS} from './calendar.js';

const timed = (name: string, startDate: string, more: object = {}) => ({
  name,
  startDate,
  timeZone: 'Europe/Paris',
  ...more,
});

const EVENTS = [
  timed('Concert de jazz', '2026-05-12T20:30', {
    endDate: '2026-05-12T22:00',
    categories: ['Concert'],
    location: {name: 'Théâtre', geo: {longitude: -2.76, latitude: 47.66}, placeId: 'theatre'},
    isAccessibleForFree: false,
    inLanguage: ['fr-FR'],
    accessibility: ['hearing', 'mobility'],
    setting: 'indoor',
  }),
  timed('Heure du conte', '2026-05-13T10:00', {
    categories: ['Lecture', 'concert'],
    audience: ['Jeune public'],
    typicalAgeRange: {min: 4, max: 7},
    isAccessibleForFree: true,
    location: {name: 'Médiathèque', address: {addressLocality: 'Vannes'}},
    accessibility: ['mobility'],
    setting: 'both',
  }),
  timed('Marché', '2026-05-02T08:00', {
    endDate: '2026-05-02T12:30',
    categories: ['Marché'],
    recurrence: 'FREQ=WEEKLY',
    setting: 'outdoor',
    isAccessibleForFree: true,
  }),
  {
    name: 'Grande exposition',
    startDate: '2026-03-01',
    endDate: '2026-09-30',
    categories: ['Exposition'],
  },
  timed('Petite exposition', '2026-05-01T10:00', {
    recurrence: 'FREQ=DAILY;COUNT=40',
    categories: ['Exposition'],
  }),
  {name: 'Festival', startDate: '2026-05-15', endDate: '2026-05-17', categories: ['Festival']},
];

const reading = readEvents({events: EVENTS}, {...PARIS, sourceLabel: 'Ville'});
const index = new EventIndex(reading.events, reading.occurrences);
const day = (text: string): number => dayOfIso(text)!;
const may = {firstDay: day('2026-05-11'), lastDay: day('2026-05-17')};
const names = (criteria: EventCriteria): string[] => [
  ...new Set(index.select(criteria).map(({eventId}) => index.event(eventId)!.name)),
];

describe('EventIndex', () => {
  it('selects by days, in order', () => {
    const found = index.select({days: {firstDay: day('2026-05-16'), lastDay: day('2026-05-16')}});
    assert.deepEqual(
      found.map(({eventId}) => index.event(eventId)!.name),
      ['Grande exposition', 'Festival', 'Marché', 'Petite exposition'],
    );
  });

  it('hides what is over, with three hours for what has no end', () => {
    const on = (at: string) =>
      names({
        days: {firstDay: day('2026-05-13'), lastDay: day('2026-05-13')},
        notBefore: new Date(at),
      });
    assert.ok(on('2026-05-13T12:59+02:00').includes('Heure du conte'));
    assert.ok(!on('2026-05-13T13:00+02:00').includes('Heure du conte'));
  });

  it('keeps what goes on all the time apart from single dates', () => {
    const {dated, ongoing} = index.agenda({days: may});
    const nameOf = ({eventId}: {eventId: string}) => index.event(eventId)!.name;
    assert.deepEqual(dated.map(nameOf), [
      'Concert de jazz',
      'Heure du conte',
      'Festival',
      'Marché',
    ]);
    assert.deepEqual(ongoing.map(nameOf), ['Grande exposition', 'Petite exposition']);
    // where it begins it is a date like another
    const march = index.agenda({days: {firstDay: day('2026-03-01'), lastDay: day('2026-03-07')}});
    assert.deepEqual(march.dated.map(nameOf), ['Grande exposition']);
  });

  it('filters by every facet', () => {
    assert.deepEqual(names({categories: ['CONCERT']}), ['Concert de jazz', 'Heure du conte']);
    assert.deepEqual(names({audiences: ['jeune public']}), ['Heure du conte']);
    assert.deepEqual(names({ages: ['children']}), ['Heure du conte']);
    assert.deepEqual(names({ages: ['adults']}), []);
    assert.deepEqual(names({isFree: true}), ['Marché', 'Heure du conte']);
    assert.deepEqual(names({isFree: false}), ['Concert de jazz']);
    assert.deepEqual(names({places: ['Médiathèque, Vannes']}), ['Heure du conte']);
    assert.deepEqual(names({accessibility: ['hearing', 'mobility']}), ['Concert de jazz']);
    assert.deepEqual(names({setting: 'outdoor'}), ['Marché', 'Heure du conte']);
    assert.deepEqual(names({languages: ['fr']}), ['Concert de jazz']);
    assert.equal(names({sources: ['ville']}).length, EVENTS.length);
    assert.deepEqual(names({placeId: 'theatre'}), ['Concert de jazz']);
  });

  it('finds words with accents forgotten and a slip of the finger', () => {
    const search = (query: string) => names({text: {query, search: eventSearch}});
    assert.deepEqual(search('mediatheque'), ['Heure du conte']);
    assert.deepEqual(search('consert jaz'), ['Concert de jazz']);
    assert.deepEqual(search('exposition grande'), ['Grande exposition']);
    assert.deepEqual(search('zzz'), []);
  });

  it('finds what is near', () => {
    const center = {longitude: -2.7601, latitude: 47.66};
    assert.deepEqual(names({near: {center, radius: 100}}), ['Concert de jazz']);
    assert.deepEqual(names({near: {center, radius: 1}}), []);
  });

  it('counts events by facet, the choice in it left aside', () => {
    const counts = (criteria: EventCriteria) =>
      index.counts('category', criteria).map(({label, count}) => `${label} ${count}`);
    const all = ['Concert 2', 'Exposition 2', 'Festival 1', 'Lecture 1', 'Marché 1'];
    assert.deepEqual(counts({days: may}), all);
    assert.deepEqual(counts({days: may, categories: ['Marché']}), all);
    assert.deepEqual(counts({days: may, isFree: true, categories: ['Opéra']}), [
      'Concert 1',
      'Lecture 1',
      'Marché 1',
      'Opéra 0',
    ]);
    assert.deepEqual(
      index.counts('free', {}).map(({value, count}) => [value, count]),
      [
        ['true', 2],
        ['false', 1],
      ],
    );
    assert.deepEqual(
      index.counts('place', {}).map(({label}) => label),
      ['Médiathèque, Vannes', 'Théâtre'],
    );
  });

  it('what a count promises is what choosing it leaves', () => {
    for (const facet of ['category', 'audience', 'place', 'source'] as const) {
      const key = {
        category: 'categories',
        audience: 'audiences',
        place: 'places',
        source: 'sources',
      }[facet];
      for (const {label, count} of index.counts(facet, {days: may})) {
        const chosen = index.select({days: may, [key]: [label]});
        assert.equal(new Set(chosen.map(({eventId}) => eventId)).size, count, `${facet} ${label}`);
      }
    }
  });

  it('is empty without events', () => {
    const none = new EventIndex([], []);
    assert.deepEqual(none.agenda({}), {dated: [], ongoing: []});
    assert.deepEqual(none.counts('category', {}), []);
  });
});

describe('days and shortcuts', () => {
  const options = {timeZone: 'Europe/Paris', locale: 'fr'};
  const range = (shortcut: DateShortcut, now: string, more: object = {}) => {
    const {firstDay, lastDay} = shortcutRange(shortcut, new Date(now), {...options, ...more});
    return `${isoOfDay(firstDay)} ${isoOfDay(lastDay)}`;
  };

  it('writes and reads days', () => {
    assert.equal(dayOfIso('1970-01-01'), 0);
    for (const text of ['2026-02-29', '2026-13-01', '2026-5-1', 'x', '']) {
      assert.equal(dayOfIso(text), undefined, text);
    }
    assert.equal(isoOfDay(dayOfIso('2024-02-29')!), '2024-02-29');
  });

  it('knows the day of a zone', () => {
    const now = new Date('2026-05-12T22:30Z');
    assert.equal(isoOfDay(dayAt(now, 'Europe/Paris')), '2026-05-13');
    assert.equal(isoOfDay(dayAt(now, 'America/New_York')), '2026-05-12');
    assert.equal(
      startOfDay(day('2026-05-13'), 'Europe/Paris').toISOString(),
      '2026-05-12T22:00:00.000Z',
    );
    assert.throws(() => dayAt(now, 'Mars'), RangeError);
  });

  it('means today, this week and this weekend by zone and language', () => {
    const tuesday = '2026-05-12T10:00+02:00';
    assert.equal(range('today', tuesday), '2026-05-12 2026-05-12');
    assert.equal(range('tomorrow', tuesday), '2026-05-13 2026-05-13');
    assert.equal(range('this-week', tuesday), '2026-05-12 2026-05-17');
    assert.equal(range('next-week', tuesday), '2026-05-18 2026-05-24');
    assert.equal(range('this-weekend', tuesday), '2026-05-16 2026-05-17');
    assert.equal(range('this-month', tuesday), '2026-05-12 2026-05-31');
    assert.equal(range('this-weekend', '2026-05-16T10:00+02:00'), '2026-05-16 2026-05-17');
    assert.equal(range('this-weekend', '2026-05-17T10:00+02:00'), '2026-05-17 2026-05-17');
    assert.equal(range('this-week', '2026-05-17T10:00+02:00'), '2026-05-17 2026-05-17');
    // an American week begins with Sunday
    assert.equal(
      range('this-week', '2026-05-17T10:00+02:00', {locale: 'en-US'}),
      '2026-05-17 2026-05-23',
    );
    // after midnight in Paris
    assert.equal(range('today', '2026-05-12T22:30Z'), '2026-05-13 2026-05-13');
  });

  it('knows weeks of languages, and those of France for what is none', () => {
    assert.deepEqual(weekOfLocale('fr-FR'), {start: 0, weekend: [5, 6]});
    assert.equal(weekOfLocale('en-US').start, 6);
    assert.deepEqual(weekOfLocale('ar-EG').weekend, [4, 5]);
    assert.deepEqual(weekOfLocale('??'), {start: 0, weekend: [5, 6]});
  });
});
