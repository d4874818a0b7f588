import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../../src/event/event.js';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';
import {eventIn, spansIn, toldOf} from './read-one.js';

const TIMING = {begin: '2026-05-12T20:30:00+02:00', end: '2026-05-12T22:30:00+02:00'};
const read = (event: object): Event =>
  eventIn({events: [{uid: 1, title: 'Bal', timings: [TIMING], ...event}]});
const BARE: Event = {
  id: '1',
  uid: '1',
  name: 'Bal',
  isAllDay: false,
  startDate: '2026-05-12T20:30:00+02:00',
  endDate: '2026-05-12T22:30:00+02:00',
  timeZone: 'Europe/Paris',
};

describe('OpenAgenda, field by field', () => {
  it('reads the fields that a feed may leave out', () => {
    assert.deepEqual(read({}), BARE);
    assert.deepEqual(
      read({
        canonicalUrl: 'https://openagenda.com/a/events/bal',
        onlineAccessLink: 'https://visio.example/bal',
        originAgenda: {title: 'Ville de Vannes', uid: 7},
        location: {
          name: 'Salle',
          postalCode: '56000',
          city: 'Vannes',
          countryCode: 'FR',
          latitude: 47.66,
          longitude: -2.76,
          website: 'https://salle.example',
          timezone: 'Europe/Paris',
        },
        keywords: {fr: ['danse']},
        age: {min: 6, max: 12},
        status: 2,
        registration: [{type: 'email', value: 'a@b.example'}],
        updatedAt: '2026-01-02T03:04:05.000Z',
        image: {base: 'https://cdn.example/', filename: 'b.jpg', alt: 'Danse', credits: 'Paul'},
      }),
      {
        ...BARE,
        url: 'https://openagenda.com/a/events/bal',
        image: {url: 'https://cdn.example/b.jpg', caption: 'Danse', creditText: 'Paul'},
        location: {
          name: 'Salle',
          address: {postalCode: '56000', addressLocality: 'Vannes', addressCountry: 'FR'},
          geo: {longitude: -2.76, latitude: 47.66},
          url: 'https://salle.example/',
        },
        keywords: ['danse'],
        typicalAgeRange: {min: 6, max: 12},
        eventStatus: 'rescheduled',
        registration: [{type: 'email', value: 'a@b.example'}],
        source: {dateModified: '2026-01-02T03:04:05.000Z'},
        onlineUrl: 'https://visio.example/bal',
        organizer: {name: 'Ville de Vannes'},
      },
    );
  });

  it('takes what the event says of its image before what the image says', () => {
    const image = {base: 'https://cdn.example/', filename: 'b.jpg', alt: 'no', credits: 'no'};
    const more = {imageAlt: {fr: 'Danse'}, imageCredits: {fr: 'Paul'}};
    assert.deepEqual(read({image, ...more}).image, {
      url: 'https://cdn.example/b.jpg',
      caption: 'Danse',
      creditText: 'Paul',
    });
    assert.deepEqual(read({image: 'https://cdn.example/c.jpg', ...more}).image, {
      url: 'https://cdn.example/c.jpg',
    });
    assert.equal(read({image: {filename: 'b.jpg'}}).image, undefined);
    assert.equal(read({image: {base: 'https://cdn.example/'}}).image, undefined);
  });

  it('takes French, or else the first language that has words', () => {
    const name = (title: object | string): string => read({title}).name;
    assert.equal(name({de: 'Ball', fr: 'Bal'}), 'Bal');
    assert.equal(name({fr: null, en: '', de: 'Ball', it: 'Ballo'}), 'Ball');
    assert.equal(name({fr: '', de: 'Ball'}), 'Ball');
    assert.equal(name({fr: null, en: null}), '');
  });

  it('takes the long description, or else the short one', () => {
    const said = (more: object): string | undefined => read(more).description;
    assert.equal(said({description: 'court', longDescription: 'long'}), 'long');
    assert.equal(said({description: 'court', longDescription: {fr: 'long'}}), 'long');
    for (const longDescription of [undefined, null, '', {}, {fr: ''}]) {
      assert.equal(said({description: 'court', longDescription}), 'court');
    }
  });

  it('reads status and attendance as numbers, and as labels', () => {
    const of = (status: unknown, attendanceMode: unknown): unknown[] => {
      const {eventStatus, eventAttendanceMode} = read({status, attendanceMode});
      return [eventStatus, eventAttendanceMode];
    };
    assert.deepEqual(of(1, 1), ['scheduled', 'offline']);
    assert.deepEqual(of(3, 2), ['moved-online', 'online']);
    assert.deepEqual(of({id: 6, label: 'Annulé'}, {id: 3}), ['cancelled', 'mixed']);
    assert.deepEqual(of('6', '3'), [undefined, undefined]);
    assert.deepEqual(of(0, 4), [undefined, undefined]);
  });

  it('reads each kind of access', () => {
    const access = (accessibility: object): unknown => read({accessibility}).accessibility;
    for (const [key, kind] of [
      ['hi', 'hearing'],
      ['vi', 'visual'],
      ['mi', 'mobility'],
      ['ii', 'intellectual'],
      ['pi', 'psychic'],
    ] as const) {
      assert.deepEqual(access({[key]: true}), [kind]);
      assert.equal(access({[key]: false}), undefined);
    }
  });

  it('says that it is free where the conditions begin so and name no price', () => {
    for (const [conditions, isFree] of [
      ['Gratuit', true],
      [' entrée libre', true],
      ['Accès gratuit, sur inscription', true],
      ['participation libre', true],
      ['Free', true],
      ['Non gratuit', undefined],
      ['Gratuit pour les moins de 12 ans', undefined],
      ['Gratuit, puis des €', undefined],
      ['Sur inscription', undefined],
    ] as const) {
      const event = read({conditions});
      assert.deepEqual(
        [event.isAccessibleForFree, event.conditions],
        [isFree, conditions.trim()],
        conditions,
      );
    }
    assert.equal(read({conditions: {fr: 'Gratuit'}}).isAccessibleForFree, true);
  });

  it('takes code and town out of the address, where they stand in fields of their own', () => {
    const street = (location: object): unknown => read({location}).location?.address?.streetAddress;
    const [postalCode, city] = ['56000', 'Vannes'];
    for (const [address, expected] of [
      ['3 rue du Port, 56000 Vannes', '3 rue du Port'],
      ['3 rue du Port , , 56000 Vannes, France', '3 rue du Port'],
      ['3 rue du Port', '3 rue du Port'],
      ['56000 Vannes', '56000 Vannes'],
      [', 56000 Vannes', ', 56000 Vannes'],
    ] as const) {
      assert.equal(street({address, postalCode, city}), expected, address);
    }
    assert.equal(street({address: '3 rue du Port, Vannes', city}), '3 rue du Port');
    assert.equal(
      street({address: '3 rue du Port, Vannes', postalCode: 56000, city}),
      '3 rue du Port',
    );
    assert.equal(street({address: '3 rue, 56000 Vannes', postalCode}), '3 rue, 56000 Vannes');
    // only so much of a text is looked at that may be megabytes long
    const long = `${'a'.repeat(1000)}, 56000 Vannes`;
    assert.equal(String(street({address: long, postalCode, city})).includes('Vannes'), false);
  });
});

describe('OpenAgenda, the dates', () => {
  it('are the timings, else the next one, else the first one', () => {
    const at = (day: string): object => ({begin: `2026-05-${day}T20:30:00+02:00`});
    const span = (day: string): string => {
      const time = `2026-05-${day}T20:30:00+02:00`;
      return `${time} – ${time}`;
    };
    const of = (more: object): string[] => spansIn({events: [{dateRange: 'mai', ...more}]});
    const all = {timings: [at('01')], nextTiming: at('02'), firstTiming: at('03')};
    assert.deepEqual(of(all), [span('01')]);
    assert.deepEqual(of({...all, timings: undefined}), [span('02')]);
    assert.deepEqual(of({firstTiming: at('03')}), [span('03')]);
    assert.deepEqual(of({timings: [null, 'x', at('04')]}), [span('04')]);
    assert.deepEqual(of({timings: [{start: '2026-05-05T20:30:00+02:00'}]}), [span('05')]);
    assert.deepEqual(toldOf({events: [{dateRange: 'mai'}]}), ['0 no-start: no start']);
  });

  it('are in the zone of the event, else of its place', () => {
    const timings = [{begin: '2026-05-12T20:30', end: '2026-05-12T21:30'}];
    const zone = (more: object): unknown => read({timings, ...more}).timeZone;
    const location = {timezone: 'America/Cayenne'};
    assert.equal(zone({location}), 'America/Cayenne');
    assert.equal(zone({location, timezone: 'Indian/Reunion'}), 'Indian/Reunion');
    assert.equal(zone({}), undefined);
    assert.deepEqual(spansIn({events: [{timings, location}]}), [
      '2026-05-12T20:30:00-03:00 – 2026-05-12T21:30:00-03:00',
    ]);
  });

  it('tell which feed is one', () => {
    const format = (input: object): string => readEvents(input, PARIS).format;
    const event = {firstTiming: TIMING};
    assert.equal(format({events: [event]}), 'openagenda');
    assert.equal(format({event}), 'openagenda');
    assert.equal(format({events: [{timings: []}]}), 'openagenda');
    assert.equal(format({events: [{dateRange: ''}]}), 'openagenda');
    for (const input of [
      [event],
      {events: [{title: 'x'}]},
      {events: ['timings']},
      {events: null},
    ]) {
      assert.throws(() => readEvents(input, PARIS), UnreadableFeedError);
    }
  });
});
