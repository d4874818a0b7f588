import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, EventOffer} from '../../../src/event/event.js';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';
import {eventIn, spansIn, toldOf} from './read-one.js';

const BAL = {'@type': 'Event', name: 'Bal', startDate: '2026-05-12T20:30:00+02:00'};
const BASE = {baseUrl: 'https://a.example/agenda/'};
const read = (more: object): Event => eventIn({...BAL, ...more}, BASE);
const BARE: Event = {
  id: 'bal-20260512T203000',
  name: 'Bal',
  isAllDay: false,
  startDate: '2026-05-12T20:30:00+02:00',
  endDate: '2026-05-12T20:30:00+02:00',
  timeZone: 'Europe/Paris',
};

describe('schema.org, field by field', () => {
  it('reads an event with a name and a start, and all that is beside', () => {
    assert.deepEqual(read({}), BARE);
    assert.deepEqual(
      read({
        '@id': 'https://a.example/1',
        endDate: '2026-05-12T22:00:00+02:00',
        description: 'Venez',
        url: ['/bal', '/other'],
        eventCategory: ['Fête', {name: 'Musique'}],
        keywords: ['danse, accordéon', 'soir'],
        audience: [{audienceType: 'Familles'}, {name: 'Amis'}],
        inLanguage: ['fr', {name: 'br'}],
        maximumAttendeeCapacity: {'@value': 100},
        remainingAttendeeCapacity: 7,
        previousStartDate: ['2026-05-01T20:30:00+02:00'],
        dateModified: {'@value': '2026-04-01'},
        eventAttendanceMode: 'OnlineEventAttendanceMode',
        isAccessibleForFree: {'@value': 'true'},
      }),
      {
        ...BARE,
        id: 'https://a.example/1',
        uid: 'https://a.example/1',
        endDate: '2026-05-12T22:00:00+02:00',
        description: 'Venez',
        url: 'https://a.example/bal',
        categories: ['Fête', 'Musique'],
        keywords: ['danse', 'accordéon', 'soir'],
        audience: ['Familles', 'Amis'],
        inLanguage: ['fr', 'br'],
        maximumAttendeeCapacity: 100,
        remainingAttendeeCapacity: 7,
        previousStartDate: '2026-05-01T20:30:00+02:00',
        source: {dateModified: '2026-04-01'},
        eventAttendanceMode: 'online',
        isAccessibleForFree: true,
      },
    );
  });

  it('takes only texts for words', () => {
    const odd = ['danse', 7, null, {}, ['x'], {'@value': 'soir'}];
    const {keywords, categories, inLanguage} = read({
      keywords: odd,
      category: odd,
      inLanguage: ['fr', 7, {}],
    });
    assert.deepEqual(keywords, ['danse', 'x', 'soir']);
    assert.deepEqual(categories, ['danse', 'x', 'soir']);
    assert.deepEqual(inLanguage, ['fr']);
  });

  it('has an id of its own, else the identifier, plain or as a value', () => {
    const id = (more: object): unknown => read(more).uid;
    assert.equal(id({'@id': 'a', identifier: 'b'}), 'a');
    assert.equal(id({identifier: 'b'}), 'b');
    assert.equal(id({identifier: {'@type': 'PropertyValue', value: 'c'}}), 'c');
    assert.equal(id({identifier: ['d', 'e']}), 'd');
    assert.equal(id({identifier: {'@type': 'PropertyValue', value: ''}}), undefined);
  });

  it('takes the French text of several, else the first; words of a thing are its name', () => {
    const name = (said: unknown): string => read({name: said}).name;
    const [german, french] = [
      {'@language': 'de', '@value': 'Ball'},
      {'@language': 'fr-FR', '@value': 'Bal'},
    ];
    assert.equal(name([german, french]), 'Bal');
    assert.equal(name([german]), 'Ball');
    assert.equal(name([german, {'@language': 'fry', '@value': 'Bal'}]), 'Ball');
    assert.equal(name([german, {'@language': 'x-fr', '@value': 'Bal'}]), 'Ball');
    assert.equal(name({'@value': 'Bal'}), 'Bal');
    assert.equal(name({'@type': 'Thing', name: ['Bal']}), 'Bal');
    assert.equal(name(['Bal', 'Ball']), 'Bal');
    assert.equal(name({}), '');
  });

  it('leads to its address, else to the page that is about it', () => {
    const url = (more: object): unknown => read(more).url;
    assert.equal(url({url: '/a', mainEntityOfPage: '/b'}), 'https://a.example/a');
    assert.equal(url({mainEntityOfPage: '/b'}), 'https://a.example/b');
    assert.equal(url({mainEntityOfPage: {'@type': 'WebPage', '@id': '/b'}}), undefined);
  });

  it('has the first image that is somewhere, with its words and its author', () => {
    const image = (more: object): unknown => read(more).image;
    const one = {
      url: ['/a.jpg', '/b.jpg'],
      contentUrl: '/c.jpg',
      caption: 'Danse',
      name: 'no',
      creditText: 'Paul',
      author: 'no',
    };
    const [url, caption, creditText] = ['https://a.example/a.jpg', 'Danse', 'Paul'];
    assert.deepEqual(image({image: one}), {url, caption, creditText});
    assert.deepEqual(
      image({image: {contentUrl: '/a.jpg', name: 'Danse', author: {name: 'Paul'}}}),
      {
        url,
        caption,
        creditText,
      },
    );
    assert.deepEqual(image({image: {'@id': '/a.jpg'}}), {url});
    assert.deepEqual(image({image: ['data:x', '/a.jpg'], photo: '/b.jpg'}), {url});
    assert.deepEqual(image({photo: '/a.jpg', thumbnailUrl: '/b.jpg'}), {url});
    assert.deepEqual(image({thumbnailUrl: '/a.jpg'}), {url});
  });

  it('reads each status and each way of taking part, however they are named', () => {
    const status = (eventStatus: unknown): unknown => read({eventStatus}).eventStatus;
    const mode = (said: unknown): unknown => read({eventAttendanceMode: said}).eventAttendanceMode;
    for (const [name, expected] of [
      ['Scheduled', 'scheduled'],
      ['Cancelled', 'cancelled'],
      ['Postponed', 'postponed'],
      ['Rescheduled', 'rescheduled'],
      ['MovedOnline', 'moved-online'],
      ['Odd', undefined],
    ] as const) {
      assert.equal(status(`https://schema.org/Event${name}`), expected);
      assert.equal(status(`schema:Event${name}`), expected);
      assert.equal(status({'@id': `http://schema.org/Event${name}`}), expected);
      assert.equal(status([{'@value': `Event${name}`}]), expected);
    }
    for (const [name, expected] of [
      ['Offline', 'offline'],
      ['Online', 'online'],
      ['Mixed', 'mixed'],
    ] as const) {
      assert.equal(mode(`https://schema.org/${name}EventAttendanceMode`), expected);
    }
    assert.equal(status(7), undefined);
  });
});

describe('schema.org, where and with whom', () => {
  const location = (said: unknown): unknown => read({location: said}).location;

  it('reads a place with its address, its position and its page', () => {
    const address = {
      '@type': 'PostalAddress',
      streetAddress: '1 rue',
      postalCode: '56000',
      addressLocality: 'Vannes',
      addressCountry: {'@type': 'Country', name: 'FR'},
    };
    const expected = {
      streetAddress: '1 rue',
      postalCode: '56000',
      addressLocality: 'Vannes',
      addressCountry: 'FR',
    };
    assert.deepEqual(
      location({
        '@type': 'Place',
        '@id': 'salle',
        name: 'Salle',
        url: ['https://salle.example'],
        address: [address, {streetAddress: 'no'}],
        geo: [{latitude: {'@value': '47.66'}, longitude: -2.76}],
      }),
      {
        placeId: 'salle',
        name: 'Salle',
        url: 'https://salle.example/',
        address: expected,
        geo: {latitude: 47.66, longitude: -2.76},
      },
    );
    assert.deepEqual(location(address), {address: expected});
  });

  it('reads places that are texts, addresses that are texts, and positions of the place itself', () => {
    assert.deepEqual(location('Salle'), {name: 'Salle'});
    assert.deepEqual(location({name: 'Salle', address: '1 rue'}), {
      name: 'Salle',
      address: {streetAddress: '1 rue'},
    });
    assert.deepEqual(location({latitude: 47.66, longitude: -2.76}), {
      geo: {latitude: 47.66, longitude: -2.76},
    });
    assert.deepEqual(location({name: 'Salle', streetAddress: 'not of an address'}), {
      name: 'Salle',
    });
  });

  it('tells where one takes part from afar from where one goes', () => {
    const virtual = {'@type': 'VirtualLocation', name: 'no place', url: ['/live']};
    const both = read({location: [virtual, {'@type': 'Place', name: 'Salle'}, {name: 'no'}]});
    assert.deepEqual([both.location, both.onlineUrl], [{name: 'Salle'}, 'https://a.example/live']);
    const online = read({location: virtual});
    assert.deepEqual([online.location, online.onlineUrl], [undefined, 'https://a.example/live']);
    assert.equal(
      read({location: {'@type': 'Place', name: 'Salle', url: '/x'}}).onlineUrl,
      undefined,
    );
  });

  it('reads who organises it', () => {
    const organizer = (said: unknown): unknown => read({organizer: said}).organizer;
    const asso = {
      name: 'Asso',
      telephone: '02 97 00 00 00',
      email: 'mailto:a@b.example',
      url: ['https://asso.example', 'https://no.example'],
    };
    const expected = {
      name: 'Asso',
      telephone: '02 97 00 00 00',
      email: 'a@b.example',
      url: 'https://asso.example/',
    };
    assert.deepEqual(organizer(asso), expected);
    assert.deepEqual(organizer([asso, {name: 'Second'}]), expected);
    assert.deepEqual(organizer('Asso'), {name: 'Asso'});
  });
});

describe('schema.org, prices and ages', () => {
  const offers = (said: unknown): readonly EventOffer[] | undefined => read({offers: said}).offers;

  it('reads one price, a range, and a specification', () => {
    assert.deepEqual(
      offers([
        {price: 5, priceCurrency: 'CHF', name: {'@value': 'Plein'}, url: ['/a']},
        {lowPrice: 5, price: 9, highPrice: 8},
        {priceSpecification: {minPrice: 1, maxPrice: 2, price: 9, priceCurrency: 'EUR'}},
        {priceSpecification: [{price: {'@value': '3'}}]},
        {priceSpecification: {price: 4, priceCurrency: 'EUR'}, priceCurrency: 'CHF'},
      ]),
      [
        {name: 'Plein', price: 500, priceCurrency: 'CHF', url: 'https://a.example/a'},
        {price: 500, maxPrice: 800},
        {price: 100, maxPrice: 200, priceCurrency: 'EUR'},
        {price: 300},
        {price: 400, priceCurrency: 'CHF'},
      ],
    );
    assert.equal(offers('5 €'), undefined);
  });

  it('knows from its words, or those of others, that it is free', () => {
    const isFree = (more: object): unknown => read(more).isAccessibleForFree;
    assert.equal(isFree({isAccessibleForFree: true, free: false}), true);
    assert.equal(isFree({free: true}), true);
    assert.equal(isFree({isAccessibleForFree: false, offers: {price: 0}}), false);
    assert.equal(isFree({}), undefined);
  });

  it('is full when all is sold out, and nothing worse is said', () => {
    const status = (eventStatus: unknown, ...availabilities: unknown[]): unknown =>
      read({
        eventStatus,
        offers: availabilities.map(availability => ({price: 5, availability})),
      }).eventStatus;
    const [sold, out, left] = ['https://schema.org/SoldOut', 'OutOfStock', 'InStock'];
    assert.equal(status(undefined, sold, out), 'full');
    assert.equal(status('EventScheduled', sold), 'full');
    assert.equal(status('EventCancelled', sold), 'cancelled');
    assert.equal(status(undefined, sold, left), undefined);
    assert.equal(status(undefined, 'NotSoldOutYet'), undefined);
    assert.equal(status(undefined, {'@id': sold}), 'full');
    assert.equal(status('EventScheduled'), 'scheduled');
    assert.equal(status(undefined), undefined);
  });

  it('reads ages from texts', () => {
    const age = (typicalAgeRange: unknown): unknown => read({typicalAgeRange}).typicalAgeRange;
    for (const [said, expected] of [
      ['7-9', {min: 7, max: 9}],
      ['de 7 à 9 ans, 10 au plus', {min: 7, max: 9}],
      [7, {min: 7, max: 7}],
      ['7', {min: 7, max: 7}],
      ['-7', {max: 7}],
      [' – 7', {max: 7}],
      ["jusqu'à 7 ans", {max: 7}],
      ['moins de 7 ans', {max: 7}],
      ['under 7', {max: 7}],
      ['up to 7', {max: 7}],
      ['7+', {min: 7}],
      ['dès 7 ans', {min: 7}],
      ['à partir de 7 ans', {min: 7}],
      ['7 ans et plus', {min: 7}],
      ['from 7', {min: 7}],
      ['over 7', {min: 7}],
      ['7-', {min: 7}],
      ['7 – ', {min: 7}],
      ['7 - ou environ', {min: 7, max: 7}],
      ['tous', undefined],
      [{'@value': '7-9'}, {min: 7, max: 9}],
      [true, undefined],
    ] as const) {
      assert.deepEqual(age(said), expected, JSON.stringify(said));
    }
  });

  it('reads ages from the audience, those that are required first', () => {
    const age = (...audience: object[]): unknown => read({audience}).typicalAgeRange;
    assert.deepEqual(age({suggestedMinAge: 6, suggestedMaxAge: 12}), {min: 6, max: 12});
    assert.deepEqual(
      age({requiredMinAge: 7, requiredMaxAge: 11, suggestedMinAge: 6, suggestedMaxAge: 12}),
      {min: 7, max: 11},
    );
    assert.deepEqual(age({suggestedMinAge: {'@value': 6}}, {suggestedMaxAge: 12}), {
      min: 6,
      max: 12,
    });
    const said = {typicalAgeRange: '3+', audience: {suggestedMinAge: 6}};
    assert.deepEqual(read(said).typicalAgeRange, {min: 3});
  });
});

describe('schema.org, kinds of things', () => {
  it('calls the kinds as people do', () => {
    const kind = (type: string): unknown => read({'@type': type}).categories;
    for (const [type, word] of [
      ['BusinessEvent', 'Rencontre professionnelle'],
      ['ChildrensEvent', 'Jeune public'],
      ['ComedyEvent', 'Humour'],
      ['ConferenceEvent', 'Conférence'],
      ['CourseInstance', 'Cours'],
      ['DanceEvent', 'Danse'],
      ['EducationEvent', 'Atelier'],
      ['ExhibitionEvent', 'Exposition'],
      ['Festival', 'Festival'],
      ['FoodEvent', 'Gastronomie'],
      ['LiteraryEvent', 'Littérature'],
      ['MusicEvent', 'Concert'],
      ['SaleEvent', 'Vente'],
      ['ScreeningEvent', 'Cinéma'],
      ['SportsEvent', 'Sport'],
      ['TheaterEvent', 'Théâtre'],
      ['VisualArtsEvent', 'Exposition'],
    ] as const) {
      assert.deepEqual(kind(type), [word]);
    }
    for (const plain of ['Event', 'SocialEvent', 'Hackathon', 'EventSeries']) {
      assert.equal(kind(plain), undefined, plain);
    }
    const both = {'@type': ['Event', 'MusicEvent'], category: 'Fête'};
    assert.deepEqual(read(both).categories, ['Concert', 'Fête']);
    assert.deepEqual(read({eventCategory: 'Fête', category: 'no'}).categories, ['Fête']);
  });

  it('takes nothing for an event that people do not go to', () => {
    for (const type of [
      'DeliveryEvent',
      'UserInteraction',
      'UserComments',
      'PublicationEvent',
      'BroadcastEvent',
      'OnDemandEvent',
      'EventVenue',
      'EventReservation',
      'MusicFestivals',
    ]) {
      const item = {...BAL, '@type': type};
      assert.deepEqual(readEvents(item, PARIS).events, [], type);
      // told where a list names it, passed over where it stands beside events
      assert.deepEqual(toldOf({'@graph': [item]}), []);
      assert.deepEqual(toldOf({'@type': 'ItemList', itemListElement: [item]}), [
        `0 not-an-event: not an event: ${type}`,
      ]);
    }
    const nothing = {'@type': 'ItemList', itemListElement: ['https://a.example/1', {name: 'x'}]};
    assert.deepEqual(toldOf(nothing), [
      '0 not-an-event: not an event: "https://a.example/1"',
      '1 not-an-event: not an event: name',
    ]);
  });

  it('knows a document by its types, its graph or its context', () => {
    const format = (input: object): string => readEvents(input, PARIS).format;
    assert.equal(format({'@context': 'https://schema.org'}), 'json-ld');
    assert.equal(format({'@graph': []}), 'json-ld');
    assert.equal(format([{name: 'x'}, BAL]), 'json-ld');
    for (const input of [{name: 'x', items: []}, ['@type'], []]) {
      assert.throws(() => readEvents(input, PARIS), UnreadableFeedError);
    }
  });
});

describe('schema.org, parts', () => {
  const names = (input: object): string[] => readEvents(input, PARIS).events.map(({name}) => name);

  it('reads the events inside, by each of the names that they have', () => {
    for (const part of ['subEvent', 'subEvents', 'event', 'events', 'hasCourseInstance']) {
      assert.deepEqual(names({'@type': 'Organization', [part]: [BAL]}), ['Bal'], part);
    }
    assert.deepEqual(names({'@type': 'Organization', superEvent: [BAL]}), []);
  });

  it('reads a festival itself only where it has dates, or no parts', () => {
    const festival = {'@type': 'Festival', name: 'F'};
    const dated = {...festival, startDate: '2026-05-12'};
    assert.deepEqual(names({...festival, subEvent: [BAL]}), ['Bal']);
    assert.deepEqual(names({...festival, subEvents: BAL}), ['Bal']);
    assert.deepEqual(names({...dated, subEvent: [BAL]}), ['F', 'Bal']);
    assert.deepEqual(names({...dated, subEvent: []}), ['F']);
    const eventSchedule = {startDate: '2026-05-12', repeatCount: 1};
    assert.deepEqual(names({...festival, eventSchedule, subEvent: [BAL]}), ['F', 'Bal']);
    assert.deepEqual(toldOf({...festival, subEvent: []}), ['0 no-start: no start']);
    assert.deepEqual(toldOf({...festival, event: [BAL]}), ['0 no-start: no start']);
  });

  it('reads four levels of parts', () => {
    const within = (depth: number): object =>
      depth ? {...BAL, name: String(depth), subEvent: within(depth - 1)} : BAL;
    assert.deepEqual(names(within(4)), ['4', '3', '2', '1', 'Bal']);
    assert.deepEqual(names(within(6)), ['6', '5', '4', '3', '2']);
  });

  it('tells blocks of a page that cannot be parsed, and reads the others', () => {
    const block = (text: string): string => `<script type="application/ld+json">${text}</script>`;
    const page = `<html>${block('{"@type"')}${block(JSON.stringify(BAL))}</html>`;
    const reading = readEvents(page, {...PARIS, format: 'json-ld'});
    assert.deepEqual(
      reading.events.map(({name}) => name),
      ['Bal'],
    );
    const [{at, unit, reason, detail}] = reading.rejected as [(typeof reading.rejected)[0]];
    assert.deepEqual([at, unit, reason], [0, 'item', 'bad-row']);
    assert.match(detail, /^JSON-LD block 1: /);
  });

  it('runs in the zone that it names, else in that of its schedule', () => {
    const local = {'@type': 'Event', name: 'Bal', startDate: '2026-05-12T20:30'};
    assert.deepEqual(spansIn({...local, timeZone: 'America/Cayenne'}), [
      '2026-05-12T20:30:00-03:00 – 2026-05-12T20:30:00-03:00',
    ]);
    assert.deepEqual(spansIn(local), ['2026-05-12T20:30:00 – 2026-05-12T20:30:00']);
  });
});
