import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../../src/event/event.js';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';
import {eventIn, spansIn} from './read-one.js';

const LECTURE = {
  id: 4,
  title: 'Lecture',
  start_date: '2026-04-01 10:00:00',
  end_date: '2026-04-01 12:00:00',
  all_day: false,
  timezone: 'Europe/Paris',
};
const read = (more: object): Event => eventIn({events: [{...LECTURE, ...more}]});
const BARE: Event = {
  id: '4',
  uid: '4',
  name: 'Lecture',
  isAllDay: false,
  startDate: '2026-04-01T10:00:00+02:00',
  endDate: '2026-04-01T12:00:00+02:00',
  timeZone: 'Europe/Paris',
};

describe('The Events Calendar, field by field', () => {
  it('reads everything that is for visitors', () => {
    assert.deepEqual(read({}), BARE);
    assert.deepEqual(
      read({
        global_id: 'wp.example?id=4',
        description: '<p>Venez</p>',
        excerpt: 'no',
        url: 'https://wp.example/event/4',
        image: {url: 'https://wp.example/a.jpg', alt: 'Tasse'},
        venue: {
          venue: 'Café',
          address: '1 rue',
          zip: '61100',
          city: 'Flers',
          country: 'France',
          geo_lat: 48.7,
          geo_lng: -0.5,
          website: 'https://cafe.example',
          url: 'https://wp.example/venue/1',
        },
        virtual_url: 'https://visio.example/4',
        is_virtual: true,
        organizer: [
          {
            organizer: 'Asso',
            phone: '02 33 00 00 00',
            email: 'a@wp.example',
            website: 'https://asso.example',
            url: 'https://wp.example/organizer/1',
          },
          {organizer: 'no'},
        ],
        categories: [{name: 'Lecture'}, {name: 'Conte'}],
        tags: [{name: 'café'}],
        website: 'https://billets.example/4',
        modified_utc: '2026-03-01 08:00:00',
        modified: '2026-03-01 09:00:00',
      }),
      {
        ...BARE,
        id: 'wp.example?id=4',
        uid: 'wp.example?id=4',
        description: 'Venez',
        url: 'https://wp.example/event/4',
        image: {url: 'https://wp.example/a.jpg', caption: 'Tasse'},
        location: {
          name: 'Café',
          address: {
            streetAddress: '1 rue',
            postalCode: '61100',
            addressLocality: 'Flers',
            addressCountry: 'FR',
          },
          geo: {longitude: -0.5, latitude: 48.7},
          url: 'https://cafe.example/',
        },
        onlineUrl: 'https://visio.example/4',
        eventAttendanceMode: 'online',
        organizer: {
          name: 'Asso',
          telephone: '02 33 00 00 00',
          email: 'a@wp.example',
          url: 'https://asso.example/',
        },
        categories: ['Lecture', 'Conte'],
        keywords: ['café'],
        registration: [{type: 'url', value: 'https://billets.example/4'}],
        source: {dateModified: '2026-03-01 08:00:00'},
      },
    );
  });

  it('takes the next best where a field is empty', () => {
    const empty = read({
      description: '',
      excerpt: 'Extrait',
      venue: [{website: '', url: 'https://wp.example/venue/1'}],
      organizer: {organizer: 'Asso', website: '', url: 'https://wp.example/organizer/1'},
      modified: '2026-03-01 09:00:00',
      is_virtual: 'no',
      website: 'soon',
    });
    assert.deepEqual(empty, {
      ...BARE,
      description: 'Extrait',
      location: {url: 'https://wp.example/venue/1'},
      organizer: {name: 'Asso', url: 'https://wp.example/organizer/1'},
      source: {dateModified: '2026-03-01 09:00:00'},
    });
    assert.deepEqual(
      read({venue: [], organizer: [], image: false, categories: [], tags: []}),
      BARE,
    );
  });

  it('reads each status, by either name', () => {
    const status = (more: object): unknown => read(more).eventStatus;
    for (const [said, expected] of [
      ['canceled', 'cancelled'],
      ['cancelled', 'cancelled'],
      ['postponed', 'postponed'],
      ['scheduled', 'scheduled'],
      ['publish', undefined],
    ] as const) {
      assert.equal(status({event_status: said, status: 'publish'}), expected);
      assert.equal(status({status: said}), expected);
    }
  });

  it('reads prices from the details, else what it costs in words', () => {
    const cost = (more: object): unknown[] => {
      const {offers, isAccessibleForFree, conditions} = read(more);
      return [offers, isAccessibleForFree, conditions];
    };
    const details = (...values: unknown[]): object => ({values, currency_code: 'CHF'});
    assert.deepEqual(cost({cost: '5 – 8', cost_details: details('8', '5', 'x', 6)}), [
      [{price: 500, maxPrice: 800, priceCurrency: 'CHF'}],
      false,
      '5 – 8',
    ]);
    assert.deepEqual(cost({cost: '5', cost_details: details('5')}), [
      [{price: 500, priceCurrency: 'CHF'}],
      false,
      '5',
    ]);
    assert.deepEqual(cost({cost_details: details('0')}), [
      [{price: 0, priceCurrency: 'CHF'}],
      true,
      undefined,
    ]);
    for (const word of ['Gratuit', 'free entry', 'Libre']) {
      assert.deepEqual(cost({cost: word, cost_details: details()}), [undefined, true, word]);
    }
    for (const word of ['Non gratuit', 'Sur inscription', 'prix libre']) {
      assert.deepEqual(cost({cost: word}), [undefined, undefined, word]);
    }
    assert.deepEqual(cost({cost: 0}), [undefined, undefined, '0']);
  });
});

describe('The Events Calendar, when it is', () => {
  const span = (more: object): string => spansIn([{...LECTURE, ...more}])[0]!;
  const utc = {utc_start_date: '2026-04-01 08:00:00', utc_end_date: '2026-04-01 09:00:00'};

  it('is by UTC where that is told, else in the zone of the event', () => {
    const [start, end] = ['2026-04-01T10:00:00+02:00', '2026-04-01T12:00:00+02:00'];
    assert.equal(span({}), `${start} – ${end}`);
    assert.equal(span(utc), `${start} – 2026-04-01T11:00:00+02:00`);
    assert.equal(span({...utc, utc_end_date: ''}), `${start} – ${end}`);
    assert.equal(span({...utc, utc_start_date: 7, utc_end_date: null}), `${start} – ${end}`);
    assert.equal(
      span({timezone: 'America/Cayenne'}),
      '2026-04-01T10:00:00-03:00 – 2026-04-01T12:00:00-03:00',
    );
    assert.equal(
      span({...utc, timezone: 'America/Cayenne'}).slice(0, 25),
      '2026-04-01T05:00:00-03:00',
    );
    for (const timezone of ['UTC+2', 'europe/paris', 'EST', 'x/Europe/Paris', null]) {
      assert.equal(span({timezone}), '2026-04-01T10:00:00 – 2026-04-01T12:00:00');
    }
  });

  it('is whole days where that is told', () => {
    for (const all_day of [true, 'yes']) {
      assert.equal(
        span({...utc, all_day, end_date: '2026-04-02 23:59:59'}),
        '2026-04-01 – 2026-04-02',
      );
    }
    assert.equal(span({all_day: 'no'}).includes('T'), true);
  });

  it('tells which feed is one', () => {
    const format = (input: object): string => readEvents(input, PARIS).format;
    const {start_date} = LECTURE;
    assert.equal(format({events: [LECTURE]}), 'tribe-events');
    assert.equal(format([LECTURE]), 'tribe-events');
    assert.equal(format(LECTURE), 'tribe-events');
    assert.equal(format([{start_date, utc_start_date: start_date}]), 'tribe-events');
    for (const input of [
      {start_date},
      {all_day: true},
      {utc_start_date: start_date},
      {events: []},
    ]) {
      assert.notEqual(formatOrNone(input), 'tribe-events');
    }

    function formatOrNone(input: object): string | undefined {
      try {
        return format(input);
      } catch (error) {
        assert.ok(error instanceof UnreadableFeedError);
        return undefined;
      }
    }
  });
});
