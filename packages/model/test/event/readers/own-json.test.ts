import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {UnreadableFeedError} from '../../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';
import {eventIn, spansIn, toldOf} from './read-one.js';
import {HALL} from '../support/hall.js';

const BARE = {name: 'Bal', startDate: '2026-05-12'};

describe('our own JSON, field by field', () => {
  it('reads an event in the shape in which we give it', () => {
    const event = {
      id: 'bal',
      uid: 'bal@town.example',
      name: 'Bal',
      description: 'Venez\nnombreux',
      url: 'https://a.example/bal',
      image: {url: 'https://a.example/a.jpg', caption: 'Danse', creditText: 'Paul'},
      location: HALL,
      onlineUrl: 'https://visio.example/bal',
      organizer: {
        name: 'Asso',
        telephone: '02 97 00 00 00',
        email: 'a@b.example',
        url: 'https://asso.example/',
      },
      categories: ['Fête'],
      keywords: ['danse'],
      audience: ['Familles'],
      typicalAgeRange: {min: 6, max: 12},
      isAccessibleForFree: false,
      offers: [
        {
          name: 'Plein',
          price: 1250,
          maxPrice: 1500,
          priceCurrency: 'EUR',
          url: 'https://billets.example/1',
        },
        {price: 500},
      ],
      conditions: 'Sur inscription',
      eventStatus: 'full',
      eventAttendanceMode: 'mixed',
      accessibility: ['hearing', 'mobility'],
      setting: 'indoor',
      inLanguage: ['fr'],
      registration: [{type: 'url', value: 'https://billets.example/'}],
      maximumAttendeeCapacity: 100,
      remainingAttendeeCapacity: 3,
      previousStartDate: '2026-05-01',
      isAllDay: false,
      startDate: '2026-05-12T20:30:00+02:00',
      endDate: '2026-05-12T22:00:00+02:00',
      timeZone: 'Europe/Paris',
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=3',
        dates: ['2026-06-14T20:30:00'],
        exceptDates: ['2026-05-19T20:30:00'],
      },
      source: {
        name: 'Ville',
        url: 'https://a.example/feed/bal',
        label: 'ville',
        dateModified: '2026-04-01T08:00:00Z',
      },
    };
    assert.deepEqual(eventIn([event]), {...event, id: event.uid});
    assert.equal(eventIn([{...event, uid: undefined}]).id, 'bal');
  });

  it('reads short forms', () => {
    const {location, organizer} = eventIn([{...BARE, location: 'Salle', organizer: 'Asso'}]);
    assert.deepEqual([location, organizer], [{name: 'Salle'}, {name: 'Asso'}]);
    const street = eventIn([{...BARE, location: {address: '1 rue'}}]);
    assert.deepEqual(street.location, {address: {streetAddress: '1 rue'}});
    assert.deepEqual(eventIn([{...BARE, dateModified: '2026-04-01'}]).source, {
      dateModified: '2026-04-01',
    });
    assert.deepEqual(eventIn([{...BARE, offers: {price: 500}}]).offers, [{price: 500}]);
    assert.equal(eventIn([{...BARE, offers: [{price: '5'}, 'x']}]).offers, undefined);
    assert.deepEqual(eventIn([{...BARE, recurrence: 'FREQ=DAILY;COUNT=2'}]).recurrence, {
      rule: 'FREQ=DAILY;COUNT=2',
    });
    assert.equal(eventIn([{...BARE, recurrence: ['FREQ=DAILY']}]).recurrence, undefined);
  });

  it('reads dates one by one, each with its own end', () => {
    const dates = [
      {startDate: '2026-05-12T20:30', endDate: '2026-05-12T22:00'},
      null,
      {startDate: '2026-05-13T10:00', endDate: '2026-05-13T10:30'},
    ];
    const reading = readEvents({events: [{name: 'Bal', dates, timeZone: 'Europe/Paris'}]}, PARIS);
    assert.deepEqual(
      reading.occurrences.map(({startMinute, endMinute}) => [startMinute, endMinute]),
      [
        [1230, 1320],
        [600, 630],
      ],
    );
    assert.deepEqual(reading.rejected, []);
    assert.deepEqual(spansIn([{...BARE, dates: ['2026-06-01']}]), ['2026-05-12 – 2026-05-12']);
  });

  it('tells what is none of ours among events', () => {
    assert.deepEqual(
      toldOf({events: [BARE, {name: 'x', day: 1}, 'x', {...BARE, '@type': 'Event'}]}),
      [
        '1 not-an-event: not an event: name, day',
        '2 not-an-event: not an event: "x"',
        '3 not-an-event: not an event: name, startDate, @type',
      ],
    );
  });
});

describe('our own JSON, the calendar', () => {
  const calendar = (said: unknown): unknown =>
    readEvents({events: [], calendar: said}, {...PARIS, baseUrl: 'https://a.example/'}).calendar;

  it('says what it is', () => {
    const all = {
      name: 'Agenda',
      description: 'de la ville',
      color: 'teal',
      timeZone: 'Europe/Paris',
      url: 'https://a.example/agenda',
      refreshMinutes: 60,
    };
    assert.deepEqual(calendar(all), all);
    assert.deepEqual(calendar({...all, url: '/agenda'}), all);
    assert.deepEqual(calendar({name: 'Agenda', other: 1, url: 'javascript:x'}), {name: 'Agenda'});
    assert.deepEqual(calendar({}), {});
    assert.deepEqual(calendar('Agenda'), {});
    assert.deepEqual(calendar({name: 'x'.repeat(2001)}), {name: `${'x'.repeat(1999)}…`});
  });

  it('asks to be read again in more than no time and less than two years', () => {
    const refresh = (refreshMinutes: unknown): unknown => calendar({refreshMinutes});
    assert.deepEqual(refresh(0.5), {refreshMinutes: 0.5});
    assert.deepEqual(refresh(999_999), {refreshMinutes: 999_999});
    for (const odd of [0, -1, 1e6, NaN, '60']) assert.deepEqual(refresh(odd), {});
  });
});

describe('our own JSON, how it is known', () => {
  const format = (input: object): string => readEvents(input, PARIS).format;

  it('by its first event', () => {
    assert.equal(format([BARE]), 'json');
    assert.equal(format({events: [BARE]}), 'json');
    assert.equal(format([{dates: []}]), 'json');
    assert.equal(format({events: []}), 'json');
    for (const input of [
      [],
      {},
      ['startDate'],
      [{name: 'x'}],
      {events: [{name: 'x'}, BARE]},
      {events: BARE},
      BARE,
    ]) {
      assert.throws(() => readEvents(input, PARIS), UnreadableFeedError);
    }
    assert.equal(format([{...BARE, '@type': 'Event'}]), 'json-ld');
  });
});
