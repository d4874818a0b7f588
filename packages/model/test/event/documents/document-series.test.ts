import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readDocuments} from '../../../src/index.js';
import type {EventDocument} from '../../../src/schemas.js';
import {HALL} from '../support/hall.js';

const TIMED: EventDocument = {
  name: 'Bal',
  isAllDay: false,
  startDate: '2026-05-12T20:30:00',
  endDate: '2026-05-12T22:00:00',
  timeZone: 'Europe/Paris',
};
const DAYS: EventDocument = {
  ...TIMED,
  isAllDay: true,
  startDate: '2026-05-12',
  endDate: '2026-05-13',
};
const read = (document: EventDocument, more: object = {}, uid?: string) =>
  readDocuments([{id: 'bal', uid, document: {...document, ...more}, isCancelled: false}], {
    from: '2026-05-01',
    to: '2027-05-01',
    timeZone: 'Europe/Paris',
  });
const ids = (document: EventDocument, more: object = {}): string[] =>
  read(document, more).occurrences.map(({recurrenceId}) => recurrenceId);
const span = (document: EventDocument, more: object = {}): string => {
  const [event] = read(document, more).events;
  return `${event!.startDate} – ${event!.endDate}`;
};
const told = (document: EventDocument, more: object, uid?: string): unknown =>
  read(document, more, uid).rejected.map(
    ({at, unit, uid: id, reason, detail, isPartial}) =>
      `${at} ${unit} ${id} ${reason}${isPartial ? '?' : ''}: ${detail}`,
  );

describe('when a document is', () => {
  it('is from start to end in its zone, or on whole days up to the last', () => {
    const [start, end] = ['2026-05-12T20:30:00+02:00', '2026-05-12T22:00:00+02:00'];
    assert.equal(span(TIMED), `${start} – ${end}`);
    assert.equal(
      span(TIMED, {timeZone: 'America/Cayenne'}),
      '2026-05-12T20:30:00-03:00 – 2026-05-12T22:00:00-03:00',
    );
    assert.equal(span(DAYS), '2026-05-12 – 2026-05-13');
    assert.equal(span(DAYS, {timeZone: 'America/Cayenne'}), '2026-05-12 – 2026-05-13');
    assert.equal(
      span(DAYS, {startDate: '2026-05-12T20:30:00', endDate: '2026-05-13T08:00:00'}),
      '2026-05-12 – 2026-05-13',
    );
    assert.equal(span(DAYS, {endDate: '2026-05-12'}), '2026-05-12 – 2026-05-12');
  });

  it('is told where it is wrong, in words', () => {
    assert.deepEqual(told(TIMED, {startDate: 'soon'}), [
      '0 item bal bad-start: the start is "soon"',
    ]);
    assert.deepEqual(told(TIMED, {startDate: 'soon'}, 'u'), [
      '0 item u bad-start: the start is "soon"',
    ]);
    assert.deepEqual(told(TIMED, {endDate: 'late'}), ['0 item bal bad-end?: the end is "late"']);
    assert.deepEqual(told(TIMED, {timeZone: 'Mars'}), [
      '0 item bal unknown-zone?: the time zone is "Mars"',
    ]);
    assert.deepEqual(told(TIMED, {recurrence: {rule: 'FREQ=NEVER'}}), [
      '0 item bal bad-rule?: FREQ=NEVER in "FREQ=NEVER"',
    ]);
    assert.deepEqual(told(TIMED, {recurrence: {dates: ['soon'], exceptDates: ['never']}}), [
      '0 item bal bad-date?: a date is "never"',
      '0 item bal bad-date?: a date is "soon"',
    ]);
    assert.equal(
      span(TIMED, {endDate: 'late'}),
      '2026-05-12T20:30:00+02:00 – 2026-05-12T20:30:00+02:00',
    );
    assert.equal(span(DAYS, {endDate: 'late'}), '2026-05-12 – 2026-05-12');
  });

  it('ends not before it starts, nor a century after', () => {
    const bad = (document: EventDocument, endDate: string): boolean =>
      read(document, {endDate}).rejected.length > 0;
    assert.equal(bad(TIMED, '2026-05-12T20:30:00'), false);
    assert.equal(bad(TIMED, '2026-05-12T20:29:59'), true);
    assert.equal(bad(TIMED, '2026-05-11T22:00:00'), true);
    assert.equal(bad(DAYS, '2026-05-11'), true);
    assert.equal(bad(DAYS, '2126-05-13'), false);
    assert.equal(bad(DAYS, '2126-05-14'), true);
  });
});

describe('how a document repeats', () => {
  it('is at its dates, and not where it is out, by time or by day', () => {
    const recurrence = {
      rule: 'FREQ=DAILY;COUNT=4',
      dates: ['2026-06-01T10:00:00'],
      exceptDates: ['2026-05-13', '2026-05-14T20:30:00'],
    };
    assert.deepEqual(ids(TIMED, {recurrence}), [
      '20260512T203000',
      '20260515T203000',
      '20260601T100000',
    ]);
    assert.deepEqual(ids(DAYS, {recurrence}), ['20260512', '20260515', '20260601']);
  });

  it('ends with a day, a time or an instant', () => {
    const last = (until: string, document = TIMED): string | undefined =>
      ids(document, {recurrence: {rule: `FREQ=DAILY;UNTIL=${until}`}}).at(-1);
    assert.equal(last('20260514'), '20260514T203000');
    assert.equal(last('20260514T203000'), '20260514T203000');
    assert.equal(last('20260514T202959'), '20260513T203000');
    assert.equal(last('20260514T183000Z'), '20260514T203000');
    assert.equal(last('20260514T182959Z'), '20260513T203000');
    assert.equal(last('20260514', DAYS), '20260514');
    assert.equal(last('20260514T000000', DAYS), '20260514');
    // the 15th in Paris
    assert.equal(last('20260514T220000Z', DAYS), '20260515');
  });

  it('moves single dates, which keep their length unless they say', () => {
    const rule = 'FREQ=DAILY;COUNT=3';
    const moved = (document: EventDocument, override: object): unknown => {
      const {events, occurrences} = read(document, {recurrence: {rule}, overrides: [override]});
      assert.equal(events.length, 1);
      const found = occurrences.find(({recurrenceId}) => recurrenceId.startsWith('20260513'));
      return (
        found && [
          new Date(found.start).toISOString().slice(5, 16),
          (found.end - found.start) / 60_000,
        ]
      );
    };
    const recurrenceId = '20260513T203000';
    assert.deepEqual(moved(TIMED, {recurrenceId, startDate: '2026-05-13T10:00:00'}), [
      '05-13T08:00',
      90,
    ]);
    assert.deepEqual(
      moved(TIMED, {
        recurrenceId,
        startDate: '2026-05-13T10:00:00',
        endDate: '2026-05-13T10:30:00',
      }),
      ['05-13T08:00', 30],
    );
    assert.deepEqual(moved(TIMED, {recurrenceId, endDate: '2026-05-13T21:00:00'}), [
      '05-13T18:30',
      30,
    ]);
    assert.deepEqual(moved(TIMED, {recurrenceId, endDate: '2026-05-13T20:00:00'}), [
      '05-13T18:30',
      90,
    ]);
    assert.deepEqual(moved(DAYS, {recurrenceId: '20260513', startDate: '2026-05-20'}), [
      '05-19T22:00',
      2880,
    ]);
    assert.deepEqual(moved(TIMED, {recurrenceId, capacity: 7}), ['05-13T18:30', 90]);
  });
});

describe('what a document says', () => {
  it('is all that its event says', () => {
    const more = {
      name: 'Bal',
      description: 'Venez',
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
      conditions: 'Sur inscription',
      eventStatus: 'postponed',
      eventAttendanceMode: 'mixed',
      accessibility: ['hearing'],
      setting: 'indoor',
      inLanguage: ['fr'],
      registration: [{type: 'telephone', value: '02 97 00 00 00'}],
    } as const;
    const [event] = read(TIMED, {
      ...more,
      offers: [{name: 'Plein', price: 1250, maxPrice: 1500}, {name: 'Réduit'}],
    }).events;
    assert.deepEqual(event, {
      ...more,
      id: 'bal',
      isAllDay: false,
      timeZone: 'Europe/Paris',
      startDate: '2026-05-12T20:30:00+02:00',
      endDate: '2026-05-12T22:00:00+02:00',
      offers: [
        {name: 'Plein', price: 1250, maxPrice: 1500, priceCurrency: 'EUR'},
        {name: 'Réduit', priceCurrency: 'EUR'},
      ],
    });
  });

  it('is told with what the hub knows', () => {
    const event = (beside: object, more: object = {}) =>
      readDocuments([{id: 'bal', document: {...TIMED, ...more}, isCancelled: false, ...beside}], {
        from: '2026-05-01',
        to: '2026-06-01',
        timeZone: 'Europe/Paris',
      }).events[0]!;
    const page = 'https://hub.example/bal';
    const dateModified = '2026-04-01T08:00:00Z';
    assert.equal(event({uid: 'u'}).uid, 'u');
    assert.deepEqual(event({page, dateModified}).source, {url: page, dateModified});
    assert.equal(event({page}).url, page);
    assert.equal(event({page}, {url: 'https://a.example/'}).url, 'https://a.example/');
    assert.equal(event({reason: 'Pluie'}, {description: 'Venez'}).description, 'Pluie\n\nVenez');
    assert.equal(event({reason: 'Pluie'}).description, 'Pluie');
    assert.equal(event({}).description, undefined);
    assert.equal(event({isCancelled: true}, {eventStatus: 'full'}).eventStatus, 'cancelled');
    const signUp = {capacity: 12, hasWaitingList: true, maxPlaces: 2, closesMinutesBefore: 0};
    const registration = [{type: 'email', value: 'a@b.example'}];
    const signed = event({page}, {signUp, registration});
    assert.deepEqual(
      [signed.registration, signed.maximumAttendeeCapacity],
      [[{type: 'url', value: page}], 12],
    );
    assert.deepEqual(event({}, {signUp, registration}).registration, registration);
    assert.deepEqual(event({page}, {registration}).registration, registration);
  });

  it('differs on one date, of the series', () => {
    const rule = 'FREQ=DAILY;COUNT=3';
    const own = (override: object, more: object = {}) => {
      const [, event] = read(
        TIMED,
        {
          description: 'Venez',
          recurrence: {rule},
          overrides: [{recurrenceId: '20260513T203000', ...override}],
          ...more,
        },
        'u',
      ).events;
      return event!;
    };
    const event = own({name: 'Bal masqué'});
    assert.deepEqual(event, {
      id: 'bal#20260513T203000',
      uid: 'u',
      superEvent: 'bal',
      name: 'Bal masqué',
      description: 'Venez',
      isAllDay: false,
      timeZone: 'Europe/Paris',
      startDate: '2026-05-13T20:30:00+02:00',
      endDate: '2026-05-13T22:00:00+02:00',
    });
    const cancelled = own({isCancelled: true, reason: 'Pluie'});
    assert.deepEqual(
      [cancelled.eventStatus, cancelled.description],
      ['cancelled', 'Pluie\n\nVenez'],
    );
    assert.equal(own({isCancelled: true}).description, 'Venez');
    const signUp = {capacity: 12, hasWaitingList: true, maxPlaces: 2, closesMinutesBefore: 0};
    assert.equal(own({name: 'x', capacity: 7}, {signUp}).maximumAttendeeCapacity, 7);
    assert.equal(own({name: 'x'}, {signUp}).maximumAttendeeCapacity, 12);
  });

  it('ends where no more are taken', () => {
    const documents = ['a', 'b', 'c'].map(id => ({id, document: TIMED, isCancelled: false}));
    const {events, rejected} = readDocuments(documents, {
      from: '2026-05-01',
      to: '2026-06-01',
      timeZone: 'Europe/Paris',
      maxEvents: 1,
    });
    assert.deepEqual(
      events.map(({id}) => id),
      ['a'],
    );
    assert.deepEqual(
      rejected.map(({at, uid, reason}) => [at, uid, reason]),
      [[1, 'b', 'too-many']],
    );
  });
});
