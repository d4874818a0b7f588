import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, EventStatus, Occurrence} from '../../../src/event/event.js';
import {eventsToJsonLd} from '../../../src/event/writers/json-ld.js';
import {dateOf, daysOf, eventOf, START, WHOLE, zonelessOf} from './made.js';

const PAGE = {timeZone: 'Europe/Paris', pageUrl: 'https://p.example/'};
const thing = (event: Event, occurrence: Occurrence = dateOf()): Record<string, unknown> =>
  (eventsToJsonLd([{event, occurrence}], PAGE)['@graph'] as Record<string, unknown>[])[0]!;
const member = (name: string, more: Partial<Event>): unknown => thing(eventOf(more))[name];

const BARE = {
  '@type': 'Event',
  '@id': 'https://p.example/#bal/20260512T203000',
  name: 'Bal',
  startDate: '2026-05-12T20:30:00+02:00',
  endDate: '2026-05-12T22:00:00+02:00',
  eventStatus: 'https://schema.org/EventScheduled',
};

describe('an event for search engines', () => {
  it('is whole', () => {
    assert.deepEqual(eventsToJsonLd([], PAGE), {'@context': 'https://schema.org', '@graph': []});
    assert.deepEqual(thing(eventOf()), BARE);
    assert.deepEqual(thing(eventOf(WHOLE)), {
      ...BARE,
      description: 'Venez;\nnombreux',
      previousStartDate: '2026-05-01',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        {
          '@type': 'Place',
          name: 'Salle',
          address: {
            '@type': 'PostalAddress',
            streetAddress: '1 rue',
            postalCode: '56000',
            addressLocality: 'Vannes',
            addressCountry: 'FR',
          },
          geo: {'@type': 'GeoCoordinates', longitude: -2.76, latitude: 47.66},
          url: 'https://salle.example/',
        },
        {'@type': 'VirtualLocation', url: 'https://visio.example/bal'},
      ],
      url: 'https://a.example/bal',
      image: {
        '@type': 'ImageObject',
        url: 'https://a.example/a.jpg',
        caption: 'Danse',
        creditText: 'Paul',
      },
      organizer: {
        '@type': 'Organization',
        name: 'Asso "A"',
        telephone: '02 97 00 00 00',
        email: 'a@b.example',
        url: 'https://asso.example/',
      },
      isAccessibleForFree: false,
      offers: [
        {
          '@type': 'AggregateOffer',
          name: 'Plein',
          lowPrice: '12.50',
          highPrice: '15.00',
          priceCurrency: 'EUR',
          availability: 'https://schema.org/InStock',
          url: 'https://billets.example/1',
        },
      ],
      typicalAgeRange: '6-12',
      inLanguage: ['fr'],
      keywords: 'Fête, Danse, musique, accordéon',
      audience: [{'@type': 'Audience', audienceType: 'Familles'}],
      maximumAttendeeCapacity: 100,
      remainingAttendeeCapacity: 3,
    });
  });

  it('has each state and way of taking part', () => {
    const states: Readonly<Record<EventStatus, string>> = {
      scheduled: 'EventScheduled',
      tentative: 'EventScheduled',
      cancelled: 'EventCancelled',
      postponed: 'EventPostponed',
      rescheduled: 'EventRescheduled',
      'moved-online': 'EventMovedOnline',
      full: 'EventScheduled',
    };
    for (const [state, name] of Object.entries(states)) {
      const eventStatus = state as EventStatus;
      assert.equal(member('eventStatus', {eventStatus}), `https://schema.org/${name}`);
    }
    for (const [mode, name] of [
      ['offline', 'Offline'],
      ['online', 'Online'],
      ['mixed', 'Mixed'],
    ] as const) {
      assert.equal(
        member('eventAttendanceMode', {eventAttendanceMode: mode}),
        `https://schema.org/${name}EventAttendanceMode`,
      );
    }
  });

  it('is somewhere, online, both, or nowhere that is told', () => {
    const onlineUrl = 'https://visio.example/bal';
    const online = {'@type': 'VirtualLocation', url: onlineUrl};
    assert.equal(member('location', {}), undefined);
    assert.deepEqual(member('location', {onlineUrl}), online);
    assert.deepEqual(member('location', {location: {name: 'Salle'}}), {
      '@type': 'Place',
      name: 'Salle',
    });
  });

  it('has prices as they are bought', () => {
    const offers = (more: Partial<Event>): unknown => member('offers', more);
    const common = {priceCurrency: 'EUR', availability: 'https://schema.org/InStock'};
    const registration = [
      {type: 'email', value: 'a@b.example'},
      {type: 'url', value: 'https://billets.example/'},
    ] as const;
    assert.deepEqual(offers({offers: [{price: 1250}]}), [
      {'@type': 'Offer', price: '12.50', ...common},
    ]);
    assert.deepEqual(
      offers({offers: [{price: 0, priceCurrency: 'CHF'}, {name: 'x'}], registration}),
      [
        {
          '@type': 'Offer',
          price: '0.00',
          ...common,
          priceCurrency: 'CHF',
          url: 'https://billets.example/',
        },
        {'@type': 'Offer', name: 'x', ...common, url: 'https://billets.example/'},
      ],
    );
    assert.deepEqual(offers({offers: [{maxPrice: 800}], eventStatus: 'full'}), [
      {
        '@type': 'AggregateOffer',
        highPrice: '8.00',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/SoldOut',
      },
    ]);
    assert.equal(offers({offers: []}), undefined);
    assert.equal(offers({registration}), undefined);
  });

  it('is for ages from and to', () => {
    const age = (typicalAgeRange: NonNullable<Event['typicalAgeRange']>): unknown =>
      member('typicalAgeRange', {typicalAgeRange});
    assert.equal(age({min: 6}), '6-');
    assert.equal(age({max: 12}), '0-12');
    assert.equal(member('typicalAgeRange', {}), undefined);
  });

  it('has its kinds and words together', () => {
    assert.equal(member('keywords', {categories: ['a']}), 'a');
    assert.equal(member('keywords', {keywords: ['b']}), 'b');
    assert.equal(member('keywords', {categories: [], keywords: []}), undefined);
  });
});

describe('when an event is for search engines', () => {
  it('is in its own zone, or in that of the page', () => {
    assert.equal(thing(zonelessOf())['startDate'], '2026-05-12T20:30:00+02:00');
    assert.equal(
      thing(eventOf({timeZone: 'America/Cayenne'}))['startDate'],
      '2026-05-12T15:30:00-03:00',
    );
    assert.equal(thing(eventOf({timeZone: 'UTC'}))['endDate'], '2026-05-12T20:00:00Z');
  });

  it('has no end where none is told, and the last day itself of whole days', () => {
    assert.equal(thing(eventOf(), dateOf({end: START}))['endDate'], undefined);
    const days = thing(...daysOf());
    assert.deepEqual([days['startDate'], days['endDate']], ['2026-05-12', '2026-05-13']);
  });

  it('has an id on its page, or none', () => {
    assert.equal(
      thing(eventOf({id: 'é/1'}))['@id'],
      'https://p.example/#%C3%A9%2F1/20260512T203000',
    );
    const [alone] = eventsToJsonLd([{event: eventOf(), occurrence: dateOf()}], {
      timeZone: 'Europe/Paris',
    })['@graph'] as object[];
    assert.equal('@id' in alone!, false);
  });

  it('throws for a zone that nobody knows', () => {
    assert.throws(
      () => eventsToJsonLd([], {timeZone: 'Mars/Olympus'}),
      new RangeError('no time zone is called Mars/Olympus'),
    );
  });
});
