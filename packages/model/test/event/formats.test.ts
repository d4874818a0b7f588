import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../src/event/read-events.js';
import {PARIS, startsIn} from './calendar.js';

const read = (input: object | string, more: object = {}) => readEvents(input, {...PARIS, ...more});
const days = (input: object): string[] => startsIn(read(input), 'Europe/Paris');
const first = (input: object) => read(input).events[0]!;

describe('OpenAgenda', () => {
  const event = {
    uid: 123,
    slug: 'concert',
    title: {en: 'Concert (en)', fr: 'Concert'},
    description: {fr: 'court'},
    longDescription: {fr: 'long'},
    keywords: {fr: ['jazz', 'plein air']},
    conditions: {fr: 'Entrée libre'},
    timezone: 'Europe/Paris',
    timings: [
      {begin: '2026-05-12T20:30:00+02:00', end: '2026-05-12T22:30:00+02:00'},
      {begin: '2026-11-12T20:30:00+0100', end: '2026-11-12T22:00:00+0100'},
    ],
    location: {
      name: 'Salle des fêtes',
      address: '3 rue du Port, 56000 Vannes',
      city: 'Vannes',
      postalCode: '56000',
      countryCode: 'FR',
      latitude: 47.66,
      longitude: -2.76,
    },
    image: {base: 'https://cdn.openagenda.com/main/', filename: 'a.jpg'},
    imageCredits: 'Anne',
    status: 6,
    attendanceMode: 3,
    accessibility: {hi: true, ii: false, vi: true, mi: true, pi: false},
    age: {min: 6, max: 12},
    registration: [
      {type: 'phone', value: '02 97 00 00 00'},
      {type: 'email', value: 'a@b.example'},
      {type: 'link', value: 'https://b.example/r'},
    ],
    member: {name: 'Somebody Private', email: 'private@b.example'},
    updatedAt: '2026-01-02T03:04:05.000Z',
  };

  it('reads an event with its timings, each with its own end', () => {
    const reading = read({total: 1, events: [event], after: null});
    assert.equal(reading.format, 'openagenda');
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), ['2026-05-12T20:30', '2026-11-12T20:30']);
    assert.deepEqual(
      reading.occurrences.map(({start, end}) => (end - start) / 60_000),
      [120, 90],
    );
    assert.deepEqual(reading.events[0], {
      id: '123',
      uid: '123',
      name: 'Concert',
      description: 'long',
      image: {url: 'https://cdn.openagenda.com/main/a.jpg', creditText: 'Anne'},
      location: {
        name: 'Salle des fêtes',
        address: {
          streetAddress: '3 rue du Port',
          postalCode: '56000',
          addressLocality: 'Vannes',
          addressCountry: 'FR',
        },
        geo: {longitude: -2.76, latitude: 47.66},
      },
      keywords: ['jazz', 'plein air'],
      typicalAgeRange: {min: 6, max: 12},
      isAccessibleForFree: true,
      conditions: 'Entrée libre',
      eventStatus: 'cancelled',
      eventAttendanceMode: 'mixed',
      accessibility: ['hearing', 'visual', 'mobility'],
      registration: [
        {type: 'telephone', value: '02 97 00 00 00'},
        {type: 'email', value: 'a@b.example'},
        {type: 'url', value: 'https://b.example/r'},
      ],
      timeZone: 'Europe/Paris',
      isAllDay: false,
      startDate: '2026-05-12T20:30:00+02:00',
      endDate: '2026-05-12T22:30:00+02:00',
      recurrence: {dates: ['2026-11-12T20:30:00']},
      source: {dateModified: '2026-01-02T03:04:05.000Z'},
    });
    assert.ok(!JSON.stringify(reading).includes('private'));
  });

  it('reads every status, and one language', () => {
    const status = (number: number) => first({events: [{...event, status: number}]}).eventStatus;
    assert.deepEqual([1, 2, 3, 4, 5, 6, 9].map(status), [
      'scheduled',
      'rescheduled',
      'moved-online',
      'postponed',
      'full',
      'cancelled',
      undefined,
    ]);
    assert.equal(first({events: [{...event, title: 'Seul'}]}).name, 'Seul');
  });
});

describe('schema.org', () => {
  const concert = {'@type': 'MusicEvent', name: 'Concert', startDate: '2026-05-12T20:30:00+02:00'};

  it('reads one, arrays, graphs, lists, parts of others, and microdata', () => {
    for (const input of [
      {'@context': 'https://schema.org', ...concert},
      [concert],
      {'@graph': [{'@type': 'WebSite', name: 'x'}, concert]},
      {'@type': 'ItemList', itemListElement: [{'@type': 'ListItem', item: concert}]},
      {'@type': 'Festival', name: 'F', subEvent: [concert]},
      {'@type': 'Organization', name: 'O', event: concert},
      [
        {
          '@type': ['https://schema.org/MusicEvent'],
          name: 'Concert',
          startDate: '2026-05-12T18:30:00Z',
        },
      ],
    ]) {
      const reading = read(input);
      assert.deepEqual(
        [reading.format, startsIn(reading, 'Europe/Paris'), reading.rejected],
        ['json-ld', ['2026-05-12T20:30'], []],
        JSON.stringify(input),
      );
    }
  });

  it('reads the blocks of a page when it is named', () => {
    const page = `<!doctype html><script type="application/ld+json">${JSON.stringify(concert)}</script>`;
    assert.equal(read(page, {format: 'json-ld'}).events.length, 1);
    assert.throws(() => read(page), UnreadableFeedError);
  });

  it('reads whole days with the last day itself', () => {
    const {occurrences} = read({
      '@type': 'ExhibitionEvent',
      name: 'Expo',
      startDate: '2026-03-01',
      endDate: '2026-03-31',
    });
    const [{firstDay, lastDay, isAllDay}] = occurrences as [(typeof occurrences)[0]];
    assert.deepEqual([isAllDay, lastDay - firstDay + 1], [true, 31]);
  });

  it('reads all that it tells', () => {
    const event = first({
      ...concert,
      '@id': 'https://a.example/1',
      endDate: '2026-05-12T22:00:00+02:00',
      location: [
        {
          '@type': 'Place',
          '@id': 'https://a.example/place',
          name: 'Salle',
          address: {streetAddress: '1 rue', postalCode: 56000, addressLocality: 'Vannes'},
          geo: {latitude: '47,66', longitude: '-2.76'},
        },
        {'@type': 'VirtualLocation', url: 'https://a.example/live'},
      ],
      image: [{'@type': 'ImageObject', url: '/a.jpg', caption: 'Scène'}],
      organizer: {
        '@type': 'Organization',
        name: 'Asso',
        telephone: '02 97 00 00 00',
        url: 'https://o.example',
      },
      eventStatus: 'https://schema.org/EventRescheduled',
      previousStartDate: '2026-05-01T20:30:00+02:00',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      offers: [
        {'@type': 'Offer', name: 'Plein tarif', price: '12.50', priceCurrency: 'EUR'},
        {'@type': 'AggregateOffer', lowPrice: 5, highPrice: 8, url: 'https://a.example/t'},
      ],
      typicalAgeRange: '7-9',
      audience: {'@type': 'Audience', audienceType: 'Enfants'},
      inLanguage: 'fr',
      maximumAttendeeCapacity: 100,
    });
    assert.equal(event.id, 'https://a.example/1');
    assert.deepEqual(event.categories, ['Concert']);
    assert.equal(event.location?.placeId, 'https://a.example/place');
    assert.deepEqual(event.location.geo, {longitude: -2.76, latitude: 47.66});
    assert.equal(event.onlineUrl, 'https://a.example/live');
    assert.deepEqual(event.offers, [
      {name: 'Plein tarif', price: 1250, priceCurrency: 'EUR'},
      {price: 500, maxPrice: 800, url: 'https://a.example/t'},
    ]);
    assert.equal(event.isAccessibleForFree, false);
    assert.equal(event.eventStatus, 'rescheduled');
    assert.equal(event.previousStartDate, '2026-05-01T20:30:00+02:00');
    assert.equal(event.eventAttendanceMode, 'mixed');
    assert.deepEqual(event.typicalAgeRange, {min: 7, max: 9});
    assert.deepEqual(event.audience, ['Enfants']);
    assert.equal(event.organizer?.telephone, '02 97 00 00 00');
    // a relative address without a base leads nowhere
    assert.equal(event.image, undefined);
  });

  it('knows that a wheelchair gets in where it is said, and not where it is denied', () => {
    assert.deepEqual(first({...concert, isAccessibleForWheelchair: true}).accessibility, [
      'mobility',
    ]);
    assert.equal(first({...concert, isAccessibleForWheelchair: false}).accessibility, undefined);
    assert.equal(first(concert).accessibility, undefined);
  });

  it('reads ages as they are written', () => {
    const age = (typicalAgeRange: string) => first({...concert, typicalAgeRange}).typicalAgeRange;
    assert.deepEqual(['12+', '-6', '7', '3–5 ans', 'dès 8 ans', 'tous'].map(age), [
      {min: 12},
      {max: 6},
      {min: 7, max: 7},
      {min: 3, max: 5},
      {min: 8},
      undefined,
    ]);
  });

  it('is full when everything is sold out', () => {
    const offers = {'@type': 'Offer', price: 0, availability: 'https://schema.org/SoldOut'};
    assert.equal(first({...concert, offers}).eventStatus, 'full');
    assert.equal(first({...concert, offers}).isAccessibleForFree, true);
  });

  const schedule = (more: object) => ({
    '@type': 'Event',
    name: 'Yoga',
    eventSchedule: {
      '@type': 'Schedule',
      startDate: '2026-01-01',
      endDate: '2026-02-03',
      startTime: '18:30',
      endTime: '20:00',
      scheduleTimezone: 'Europe/Paris',
      ...more,
    },
  });

  it('reads eventSchedule', () => {
    assert.deepEqual(
      days(
        schedule({
          repeatFrequency: 'P1W',
          byDay: 'https://schema.org/Tuesday',
          exceptDate: '2026-01-20',
        }),
      ),
      ['2026-01-06', '2026-01-13', '2026-01-27', '2026-02-03'].map(day => `${day}T18:30`),
    );
    assert.deepEqual(
      days(
        schedule({
          repeatFrequency: 'P1M',
          byDay: 'Saturday',
          byMonthWeek: 2,
          endDate: '2026-03-31',
        }),
      ),
      ['2026-01-10', '2026-02-14', '2026-03-14'].map(day => `${day}T18:30`),
    );
    assert.equal(
      days(schedule({repeatFrequency: 'daily', endDate: undefined, repeatCount: 4})).length,
      4,
    );
    const night = read(schedule({startTime: '22:00', endTime: '01:00', repeatFrequency: 'P1D'}));
    assert.equal(night.occurrences[0]!.end - night.occurrences[0]!.start, 3 * 3_600_000);
  });

  it('tells what a list names that is no event, and what has no start', () => {
    const reading = read({
      '@type': 'ItemList',
      itemListElement: [{'@type': 'Person', name: 'x'}, {'@type': 'Event', name: 'y'}, concert],
    });
    assert.deepEqual(
      reading.rejected.map(({reason}) => reason),
      ['not-an-event', 'no-start'],
    );
    assert.equal(reading.events.length, 1);
  });
});

describe('Mobilizon', () => {
  const event = {
    uuid: 'u1',
    url: 'https://mobilizon.example/events/u1',
    title: 'Fête du port',
    description: '<p>Venez<br>nombreux</p>',
    beginsOn: '2026-07-14T18:00:00Z',
    endsOn: '2026-07-14T22:00:00Z',
    status: 'TENTATIVE',
    category: 'MUSIC',
    picture: {url: 'https://mobilizon.example/p.jpg', alt: 'Le port'},
    physicalAddress: {
      description: 'Le port',
      street: '1 quai',
      postalCode: '56000',
      locality: 'Vannes',
      geom: '-2.76;47.66',
    },
    tags: [{title: 'musique'}],
    options: {timezone: 'Europe/Paris', maximumAttendeeCapacity: 50, remainingAttendeeCapacity: 3},
    attributedTo: {name: 'Les Amis'},
    metadata: [{key: 'mz:accessibility:wheelchair:accessible', value: 'fully'}],
  };

  it('reads the answers, whatever was asked', () => {
    for (const data of [
      {searchEvents: {total: 1, elements: [event]}},
      {group: {organizedEvents: {total: 1, elements: [event]}}},
      {event},
    ]) {
      const reading = read({data});
      assert.equal(reading.format, 'mobilizon');
      assert.deepEqual(startsIn(reading, 'Europe/Paris'), ['2026-07-14T20:00']);
    }
    assert.deepEqual(read({data: {searchEvents: {total: 0, elements: []}}}).events, []);
  });

  it('reads what it tells', () => {
    const read = first({data: {event}});
    assert.equal(read.description, 'Venez\nnombreux');
    assert.equal(read.eventStatus, 'tentative');
    assert.deepEqual(read.categories, ['Musique']);
    assert.deepEqual(read.image, {url: 'https://mobilizon.example/p.jpg', caption: 'Le port'});
    assert.deepEqual(read.location?.geo, {longitude: -2.76, latitude: 47.66});
    assert.deepEqual(read.accessibility, ['mobility']);
    assert.equal(read.remainingAttendeeCapacity, 3);
    assert.equal(read.organizer?.name, 'Les Amis');
  });
});

describe('The Events Calendar of WordPress', () => {
  const event = {
    id: 4,
    title: 'Caf&#233; &amp; lecture',
    description: '<p>Bonjour</p>\n<p>à tous</p>',
    url: 'https://wp.example/event/4',
    start_date: '2026-04-01 10:00:00',
    end_date: '2026-04-01 12:00:00',
    utc_start_date: '2026-04-01 08:00:00',
    utc_end_date: '2026-04-01 10:00:00',
    all_day: false,
    timezone: 'UTC+2',
    cost: '5€ – 8€',
    cost_details: {currency_code: 'EUR', values: ['5', '8']},
    image: {url: 'https://wp.example/a.jpg', alt: 'Tasse'},
    venue: {
      venue: 'Café',
      address: '1 rue',
      city: 'Flers',
      zip: '61100',
      geo_lat: 48.7,
      geo_lng: -0.5,
    },
    organizer: [{organizer: 'Asso', phone: '02 33 00 00 00', email: 'a@wp.example'}],
    categories: [{name: 'Lecture'}],
    tags: [{name: 'café'}],
  };

  it('reads the list, and what it tells', () => {
    const reading = read({events: [event], rest_url: 'x', total: 1});
    assert.equal(reading.format, 'tribe-events');
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), ['2026-04-01T10:00']);
    const [read1] = reading.events;
    assert.equal(read1?.name, 'Café & lecture');
    assert.equal(read1.description, 'Bonjour\nà tous');
    assert.deepEqual(read1.offers, [{price: 500, maxPrice: 800, priceCurrency: 'EUR'}]);
    assert.deepEqual(read1.organizer, {
      name: 'Asso',
      telephone: '02 33 00 00 00',
      email: 'a@wp.example',
    });
    assert.deepEqual(read1.image, {url: 'https://wp.example/a.jpg', caption: 'Tasse'});
  });

  it('reads whole days', () => {
    const all = {
      ...event,
      all_day: true,
      start_date: '2026-04-01 00:00:00',
      end_date: '2026-04-02 23:59:59',
    };
    const {occurrences} = read({events: [all]});
    assert.equal(occurrences[0]?.isAllDay, true);
    assert.equal(occurrences[0].lastDay - occurrences[0].firstDay, 1);
  });
});

describe('DATAtourisme', () => {
  const object = {
    '@id': 'https://data.datatourisme.fr/1',
    '@type': ['schema:Event', 'Exhibition'],
    'rdfs:label': {fr: ['Exposition']},
    hasDescription: [{shortDescription: {fr: ['Des tableaux']}}],
    isLocatedAt: [
      {
        'schema:address': [{'schema:streetAddress': ['1 rue'], 'schema:addressLocality': 'Albi'}],
        'schema:geo': {'schema:latitude': '43.93', 'schema:longitude': '2.15'},
      },
    ],
    hasContact: [
      {'schema:telephone': ['06 00 00 00 00'], 'foaf:homepage': ['https://expo.example']},
    ],
  };

  it('reads periods: every named weekday, every day with times, whole days', () => {
    const on = (period: object) => days([{...object, takesPlaceAt: [period]}]);
    const period = {startDate: '2026-05-01', endDate: '2026-05-12'};
    const times = {startTime: '10:00:00', endTime: '18:00:00'};
    const appliesOnDay = [{'@id': 'schema:Monday'}, {'@id': 'schema:Wednesday'}];
    assert.deepEqual(
      on({...period, ...times, appliesOnDay}),
      ['04', '06', '11'].map(day => `2026-05-${day}T10:00`),
    );
    assert.equal(on({...period, ...times}).length, 12);
    assert.deepEqual(on(period), ['2026-05-01']);
  });

  it('leaves out contacts, which are those of people', () => {
    const reading = read({objects: [{...object, takesPlaceAt: [{startDate: '2026-05-01'}]}]});
    assert.equal(reading.format, 'datatourisme');
    assert.equal(reading.events[0]?.url, 'https://expo.example/');
    assert.equal(reading.events[0].organizer, undefined);
    assert.deepEqual(reading.events[0].location?.geo, {longitude: 2.15, latitude: 43.93});
  });
});

describe('our own JSON', () => {
  const market = {
    name: 'Marché',
    startDate: '2026-01-03T08:00',
    endDate: '2026-01-03T12:30',
    timeZone: 'Europe/Paris',
    recurrence: {rule: 'FREQ=WEEKLY;COUNT=3', exceptDates: ['2026-01-10'], dates: ['2026-02-02']},
    location: 'Place du Marché',
  };

  it('reads rules, exceptions and further dates, with little writing', () => {
    assert.deepEqual(days({events: [market]}), [
      '2026-01-03T08:00',
      '2026-01-17T08:00',
      '2026-02-02T08:00',
    ]);
    assert.deepEqual(
      days([{name: 'x', startDate: '2026-01-03', recurrence: 'FREQ=DAILY;COUNT=2'}]),
      ['2026-01-03', '2026-01-04'],
    );
    const dates = [{startDate: '2026-01-03T08:00'}, {startDate: '2026-01-09T10:00'}];
    assert.deepEqual(days([{name: 'x', dates, timeZone: 'Europe/Paris'}]), [
      '2026-01-03T08:00',
      '2026-01-09T10:00',
    ]);
  });

  it('reads its own writing back: the reading of a reading is the same', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'X-WR-CALNAME:Agenda',
      'BEGIN:VEVENT',
      'UID:a',
      'DTSTART;TZID=Europe/Paris:20260105T120000',
      'DTEND;TZID=Europe/Paris:20260105T130000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'SUMMARY:Cours',
      'ORGANIZER;CN=Asso:mailto:a@b.example',
      'GEO:47.66;-2.76',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:a',
      'RECURRENCE-ID;TZID=Europe/Paris:20260112T120000',
      'DTSTART;TZID=Europe/Paris:20260112T120000',
      'SUMMARY:Cours',
      'STATUS:CANCELLED',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:b',
      'DTSTART;VALUE=DATE:20260301',
      'DTEND;VALUE=DATE:20260305',
      'SUMMARY:Fête',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\n');
    const {format, ...reading} = readEvents(ics, {...PARIS, sourceLabel: 'Ville'});
    assert.equal(format, 'icalendar');
    const again = read(JSON.parse(JSON.stringify(reading)) as object);
    assert.deepEqual({...again, format: undefined}, {...reading, format: undefined});
    // what is all day has the same days elsewhere, at other instants
    const tokyo = read(JSON.parse(JSON.stringify(reading)) as object, {timeZone: 'Asia/Tokyo'});
    const allDay = (occurrences: typeof reading.occurrences) =>
      occurrences.find(one => one.isAllDay)!;
    assert.equal(allDay(tokyo.occurrences).firstDay, allDay(reading.occurrences).firstDay);
    assert.equal(
      allDay(reading.occurrences).start - allDay(tokyo.occurrences).start,
      8 * 3_600_000,
    );
  });

  it('tells bad items, and takes nothing hostile', () => {
    const reading = read({
      events: [
        {name: 'x', startDate: 'soon'},
        null,
        {name: 'bad', startDate: '2026-01-03', recurrence: 'FREQ=NEVER'},
        {name: {toString: 1}, startDate: '2026-01-03', url: 'javascript:alert(1)', image: 'data:x'},
      ],
    });
    assert.deepEqual(
      reading.rejected.map(({at, reason}) => `${at} ${reason}`),
      ['0 bad-start', '1 not-an-event', '2 bad-rule'],
    );
    assert.equal(reading.events.length, 2);
    assert.deepEqual([reading.events[1]?.url, reading.events[1]?.image], [undefined, undefined]);
  });

  it('never throws anything but an unreadable feed, whatever JSON holds', () => {
    const key = fc.constantFrom(
      ...'events event @type @graph name startDate endDate timings takesPlaceAt data beginsOn occurrences'.split(
        ' ',
      ),
      ...'recurrence rule location offers image eventSchedule start_date all_day elements dates audience'.split(
        ' ',
      ),
    );
    const leaf = fc.oneof(
      fc.constantFrom('Event', '2026-01-03', 'FREQ=DAILY', null, 1, true),
      fc.string(),
    );
    const {value} = fc.letrec(tie => ({
      value: fc.oneof(
        {maxDepth: 5},
        leaf,
        fc.array(tie('value'), {maxLength: 3}),
        fc.dictionary(key, tie('value'), {maxKeys: 5}),
      ),
    }));
    fc.assert(
      fc.property(value, input => {
        try {
          read((input ?? {}) as object);
        } catch (error) {
          assert.ok(error instanceof UnreadableFeedError, String(error));
        }
      }),
      {numRuns: 500},
    );
  });
});
