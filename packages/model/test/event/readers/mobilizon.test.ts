import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../../src/event/event.js';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';
import {eventIn} from './read-one.js';

const BAL = {id: '7', title: 'Bal', beginsOn: '2026-07-14T18:00:00Z'};
const read = (more: object): Event => eventIn({data: {event: {...BAL, ...more}}});
const BARE: Event = {
  id: '7',
  uid: '7',
  name: 'Bal',
  isAllDay: false,
  startDate: '2026-07-14T20:00:00+02:00',
  endDate: '2026-07-14T20:00:00+02:00',
  timeZone: 'Europe/Paris',
};

describe('Mobilizon, field by field', () => {
  it('reads everything that is for visitors', () => {
    assert.deepEqual(read({}), BARE);
    assert.deepEqual(
      read({
        uuid: 'u1',
        url: 'https://m.example/events/u1',
        description: '<p>Venez</p>',
        endsOn: '2026-07-14T22:00:00Z',
        status: 'CONFIRMED',
        category: 'MUSIC',
        language: 'fr',
        onlineAddress: 'https://visio.example/bal',
        externalParticipationUrl: 'https://billets.example/bal',
        updatedAt: '2026-07-01T08:00:00Z',
        picture: {url: 'https://m.example/p.jpg', alt: 'Le port'},
        physicalAddress: {
          description: 'Salle',
          street: '1 quai',
          postalCode: '56000',
          locality: 'Vannes',
          country: 'France',
          geom: '-2.76;47.66',
          timezone: 'Europe/Paris',
        },
        tags: [{title: 'musique'}, 'danse', {slug: 'no words'}],
        options: {
          isOnline: true,
          offers: [{price: 5, priceCurrency: 'EUR', url: 'https://billets.example/bal'}],
          maximumAttendeeCapacity: 50,
          remainingAttendeeCapacity: 3,
        },
        attributedTo: {name: 'Les Amis', url: 'https://m.example/@amis'},
        organizerActor: {name: 'Somebody'},
      }),
      {
        ...BARE,
        id: 'u1',
        uid: 'u1',
        url: 'https://m.example/events/u1',
        description: 'Venez',
        endDate: '2026-07-15T00:00:00+02:00',
        eventStatus: 'scheduled',
        eventAttendanceMode: 'online',
        categories: ['Musique'],
        keywords: ['musique', 'danse'],
        inLanguage: ['fr'],
        onlineUrl: 'https://visio.example/bal',
        image: {url: 'https://m.example/p.jpg', caption: 'Le port'},
        location: {
          name: 'Salle',
          address: {
            streetAddress: '1 quai',
            postalCode: '56000',
            addressLocality: 'Vannes',
            addressCountry: 'FR',
          },
          geo: {longitude: -2.76, latitude: 47.66},
        },
        organizer: {name: 'Les Amis', url: 'https://m.example/@amis'},
        offers: [{price: 500, priceCurrency: 'EUR', url: 'https://billets.example/bal'}],
        isAccessibleForFree: false,
        registration: [{type: 'url', value: 'https://billets.example/bal'}],
        maximumAttendeeCapacity: 50,
        remainingAttendeeCapacity: 3,
        source: {
          url: 'https://m.example/events/u1',
          dateModified: '2026-07-01T08:00:00Z',
        },
      },
    );
  });

  it('knows who organises it, also by the name of the account', () => {
    assert.deepEqual(read({organizerActor: {name: 'Anne'}}).organizer, {name: 'Anne'});
    const account = {name: null, preferredUsername: 'anne'};
    assert.deepEqual(read({organizerActor: account}).organizer, {name: 'anne'});
    assert.deepEqual(read({attributedTo: null, organizerActor: account}).organizer, {name: 'anne'});
  });

  it('reads each status', () => {
    const status = (said: unknown): unknown => read({status: said}).eventStatus;
    assert.deepEqual(['CONFIRMED', 'TENTATIVE', 'CANCELLED', 'ODD', 1].map(status), [
      'scheduled',
      'tentative',
      'cancelled',
      undefined,
      undefined,
    ]);
  });

  it('has places only where there is a most of them: 0 is none', () => {
    const of = (options: object): unknown[] => {
      const {maximumAttendeeCapacity: most, remainingAttendeeCapacity: left} = read({options});
      return [most, left];
    };
    assert.deepEqual(of({maximumAttendeeCapacity: 10, remainingAttendeeCapacity: 0}), [10, 0]);
    assert.deepEqual(of({maximumAttendeeCapacity: 0, remainingAttendeeCapacity: 0}), [
      undefined,
      undefined,
    ]);
  });

  it('is online only where that is said', () => {
    const mode = (isOnline: unknown): unknown => read({options: {isOnline}}).eventAttendanceMode;
    assert.deepEqual([true, false, 'true', undefined].map(mode), [
      'online',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads a position with either sign between', () => {
    const geo = (geom: unknown): unknown => read({physicalAddress: {geom}}).location?.geo;
    const expected = {longitude: -2.76, latitude: 47.66};
    assert.deepEqual(geo('-2.76;47.66'), expected);
    assert.deepEqual(geo('-2.76,47.66'), expected);
    assert.equal(geo([-2.76, 47.66]), undefined);
    assert.equal(geo(null), undefined);
  });

  it('runs in the zone of its options, else of its address', () => {
    const zone = (timezone: unknown): unknown =>
      read({options: {timezone}, physicalAddress: {timezone: 'Indian/Reunion'}}).timeZone;
    assert.equal(zone('America/Cayenne'), 'America/Cayenne');
    assert.equal(zone(null), 'Indian/Reunion');
  });

  it('reads what organisers tick of access', () => {
    const access = (key: unknown, value: unknown): unknown =>
      read({metadata: [{key, value}]}).accessibility;
    const wheelchair = 'mz:accessibility:wheelchair:accessible';
    for (const [key, value, expected] of [
      [wheelchair, 'fully', ['mobility']],
      [wheelchair, 'partially', undefined],
      [wheelchair, 'no', undefined],
      ['mz:accessibility:live:subtitle', 'true', ['hearing']],
      ['mz:accessibility:live:subtitle', 'false', undefined],
      ['mz:accessibility:subtitle', 'true', ['hearing']],
      ['mz:accessibility:live:signlanguage', 'partially', ['hearing']],
      ['mz:accessibility:smokeFree', 'true', undefined],
      ['not:mz:accessibility:wheelchair', 'fully', undefined],
      ['not:mz:accessibility:sign', 'true', undefined],
      [1, 'fully', undefined],
    ] as const) {
      assert.deepEqual(access(key, value), expected, `${key} ${value}`);
    }
    assert.equal(read({metadata: [null]}).accessibility, undefined);
  });

  it('calls categories as its French pages do', () => {
    const category = (code: unknown): unknown => read({category: code}).categories;
    for (const [code, word] of [
      ['ARTS', 'Arts'],
      ['AUTO_BOAT_AIR', 'Auto, bateau, avion'],
      ['BOOK_CLUBS', 'Clubs de lecture'],
      ['BUSINESS', 'Entreprises'],
      ['CAUSES', 'Causes'],
      ['COMEDY', 'Comédie'],
      ['COMMUNITY', 'Communauté'],
      ['CRAFTS', 'Artisanat'],
      ['FAMILY_EDUCATION', 'Famille et éducation'],
      ['FASHION_BEAUTY', 'Mode et beauté'],
      ['FILM_MEDIA', 'Films et médias'],
      ['FOOD_DRINK', 'Nourriture et boissons'],
      ['GAMES', 'Jeux'],
      ['HEALTH', 'Santé'],
      ['LANGUAGE_CULTURE', 'Langue et culture'],
      ['LEARNING', 'Apprentissage'],
      ['LGBTQ', 'LGBTQ'],
      ['MOVEMENTS_POLITICS', 'Mouvements et politique'],
      ['MUSIC', 'Musique'],
      ['NETWORKING', 'Réseautage'],
      ['OUTDOORS_ADVENTURE', 'Plein air et aventure'],
      ['PARTY', 'Fête'],
      ['PERFORMING_VISUAL_ARTS', 'Arts du spectacle et arts visuels'],
      ['PETS', 'Animaux de compagnie'],
      ['PHOTOGRAPHY', 'Photographie'],
      ['SCIENCE_TECH', 'Sciences et technologies'],
      ['SPIRITUALITY_RELIGION_BELIEFS', 'Spiritualité, religion et croyances'],
      ['SPORTS', 'Sports'],
      ['THEATRE', 'Théâtre'],
    ]) {
      assert.deepEqual(category(code), [word], code);
    }
    assert.equal(category('MEETING'), undefined);
    assert.equal(category(['MUSIC']), undefined);
  });
});

describe('Mobilizon, where the events are', () => {
  const found = (data: unknown): number => readEvents({data}, PARIS).events.length;
  const isNone = (input: object): void =>
    assert.throws(() => readEvents(input, PARIS), UnreadableFeedError);
  const within = (depth: number): object => (depth ? {a: within(depth - 1)} : {...BAL});

  it('in lists of elements at any place, the first that holds events', () => {
    const other = {...BAL, id: '8'};
    assert.equal(found({config: null, searchEvents: {elements: [BAL, other]}}), 2);
    assert.equal(found({persons: {elements: [{name: 'x'}]}, events: {elements: [BAL]}}), 1);
    assert.equal(found({one: {elements: [BAL]}, two: {elements: [other, other]}}), 1);
    assert.equal(found({persons: {elements: []}}), 0);
  });

  it('down to seven levels', () => {
    assert.equal(found(within(6)), 1);
    isNone({data: within(7)});
  });

  it('and nowhere else', () => {
    for (const input of [
      {event: BAL},
      {data: null},
      {data: [BAL]},
      {data: {}},
      {data: {persons: {elements: [{name: 'x'}]}}},
      {data: {persons: {elements: ['beginsOn']}}},
    ]) {
      isNone(input);
    }
  });
});
