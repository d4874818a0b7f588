import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isEndless, readDocuments, ruleFault} from '../../../src/index.js';
import type {EventDocument} from '../../../src/schemas.js';

const MARKET: EventDocument = {
  name: 'Marché',
  isAllDay: false,
  startDate: '2026-10-17T08:00:00',
  endDate: '2026-10-17T12:30:00',
  timeZone: 'Europe/Paris',
  recurrence: {rule: 'FREQ=WEEKLY;BYDAY=SA'},
};

const read = (document: Partial<EventDocument>, from: string, to: string) =>
  readDocuments([{id: 'marche', document: {...MARKET, ...document}, isCancelled: false}], {
    from: `${from}T00:00:00Z`,
    to: `${to}T00:00:00Z`,
    timeZone: 'Europe/Paris',
  });
const idsOf = ({occurrences}: ReturnType<typeof read>) =>
  occurrences.map(({recurrenceId}) => recurrenceId);

describe('a document', () => {
  it('is on every week, at the same time through the change of clocks', () => {
    const {events, occurrences, rejected} = read({}, '2026-10-16', '2026-11-01');
    assert.deepEqual(
      occurrences.map(({recurrenceId, start, startMinute}) => [
        recurrenceId,
        new Date(start).toISOString(),
        startMinute,
      ]),
      [
        ['20261017T080000', '2026-10-17T06:00:00.000Z', 480],
        ['20261024T080000', '2026-10-24T06:00:00.000Z', 480],
        ['20261031T080000', '2026-10-31T07:00:00.000Z', 480],
      ],
    );
    assert.deepEqual(rejected, []);
    assert.deepEqual(events, [
      {
        id: 'marche',
        name: 'Marché',
        isAllDay: false,
        timeZone: 'Europe/Paris',
        startDate: '2026-10-17T08:00:00+02:00',
        endDate: '2026-10-17T12:30:00+02:00',
        recurrence: {rule: 'FREQ=WEEKLY;BYDAY=SA'},
      },
    ]);
  });

  it('leaves out its exceptions, by time or by day, and has its further dates', () => {
    const recurrence = {
      rule: 'FREQ=WEEKLY;BYDAY=SA',
      exceptDates: ['2026-10-24T08:00:00', '2026-11-07'],
      dates: ['2026-10-28T08:00:00'],
    };
    assert.deepEqual(idsOf(read({recurrence}, '2026-10-16', '2026-11-15')), [
      '20261017T080000',
      '20261028T080000',
      '20261031T080000',
      '20261114T080000',
    ]);
  });

  it('keeps a cancelled date as an event of its own, with the reason', () => {
    const overrides = [
      {recurrenceId: '20261024T080000', isCancelled: true, reason: 'Tempête.'} as const,
    ];
    const {events, occurrences} = read({overrides}, '2026-10-16', '2026-11-01');
    const [, cancelled] = events;
    assert.deepEqual(
      [cancelled?.superEvent, cancelled?.eventStatus, cancelled?.description, cancelled?.name],
      ['marche', 'cancelled', 'Tempête.', 'Marché'],
    );
    assert.equal(
      occurrences.find(({recurrenceId}) => recurrenceId === '20261024T080000')?.eventId,
      cancelled?.id,
    );
  });

  it('moves one date, which keeps its name in the series', () => {
    const moved = {
      recurrenceId: '20261024T080000',
      startDate: '2026-10-25T09:00:00',
      endDate: '2026-10-25T13:00:00',
    };
    const {events, occurrences} = read({overrides: [moved]}, '2026-10-25', '2026-10-26');
    assert.equal(events.length, 1);
    assert.deepEqual(
      occurrences.map(({recurrenceId, startMinute, endMinute}) => [
        recurrenceId,
        startMinute,
        endMinute,
      ]),
      [['20261024T080000', 540, 780]],
    );
    const place = {...moved, location: {name: 'Salle des fêtes'}};
    const {events: own} = read({overrides: [place]}, '2026-10-25', '2026-10-26');
    assert.equal(own[1]!.location?.name, 'Salle des fêtes');
    assert.equal(own[1]!.startDate, '2026-10-25T09:00:00+01:00');
  });

  it('lasts whole days, its last day included', () => {
    const festival = {
      isAllDay: true,
      startDate: '2026-10-30',
      endDate: '2026-11-01',
      recurrence: {rule: 'FREQ=YEARLY;UNTIL=20281030'},
    };
    const {events, occurrences} = read(festival, '2028-10-01', '2028-12-01');
    const [{recurrenceId, firstDay, lastDay}] = occurrences as [(typeof occurrences)[0]];
    assert.deepEqual([recurrenceId, lastDay - firstDay], ['20281030', 2]);
    assert.equal(events[0]?.endDate, '2026-11-01');
    assert.deepEqual(idsOf(read(festival, '2029-01-01', '2031-01-01')), []);
  });

  it('is cancelled as a whole, and tells prices, places and where one signs up', () => {
    const document: EventDocument = {
      ...MARKET,
      location: {
        name: 'Halles',
        address: {streetAddress: 'Place du Bourg', addressLocality: 'Sainte-Aubrette'},
        geo: {longitude: -1.5, latitude: 48.1},
        placeId: 'halles',
      },
      offers: [{name: 'Adulte', price: 1250}],
      signUp: {capacity: 12, hasWaitingList: true, maxPlaces: 2, closesMinutesBefore: 0},
    };
    const {events} = readDocuments(
      [{id: 'm', document, isCancelled: true, reason: 'Travaux', page: 'https://hub.example/m'}],
      {from: '2026-10-16', to: '2026-10-18', timeZone: 'Europe/Paris', sourceName: 'Agenda'},
    );
    const event = events[0]!;
    assert.deepEqual(event.location, document.location);
    assert.deepEqual(event.offers, [{name: 'Adulte', price: 1250, priceCurrency: 'EUR'}]);
    assert.deepEqual(event.registration, [{type: 'url', value: 'https://hub.example/m'}]);
    assert.deepEqual(
      [event.eventStatus, event.maximumAttendeeCapacity, event.isAccessibleForFree, event.url],
      ['cancelled', 12, false, 'https://hub.example/m'],
    );
    assert.deepEqual(event.source, {name: 'Agenda', url: 'https://hub.example/m'});
  });

  it('tells what is wrong with it, and shows what it can', () => {
    const faults: [Partial<EventDocument>, string][] = [
      [{startDate: 'bientôt'}, 'bad-start'],
      [{endDate: '2026-10-16T08:00:00'}, 'bad-end'],
      [{timeZone: 'Europe/Nowhere'}, 'unknown-zone'],
      [{recurrence: {rule: 'FREQ=SOMETIMES'}}, 'bad-rule'],
      [{recurrence: {dates: ['2026-13-01']}}, 'bad-date'],
    ];
    for (const [document, reason] of faults) {
      const {rejected} = read(document, '2026-10-16', '2026-11-01');
      assert.deepEqual(
        rejected.map(one => one.reason),
        [reason],
      );
    }
  });
});

describe('a rule', () => {
  it('is refused when it cannot be read, or repeats within a day', () => {
    assert.equal(ruleFault('FREQ=MONTHLY;BYDAY=1SA'), undefined);
    assert.equal(ruleFault('FREQ=OFTEN'), 'unreadable');
    assert.equal(ruleFault('FREQ=SECONDLY'), 'too-fine');
  });

  it('has an end, or none', () => {
    assert.equal(isEndless('FREQ=DAILY'), true);
    assert.equal(isEndless('FREQ=DAILY;COUNT=3'), false);
    assert.equal(isEndless('FREQ=DAILY;UNTIL=20270101'), false);
  });
});
