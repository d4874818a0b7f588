import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {derivedId, EventCollector} from '../../src/event/collect-events.js';
import {dayOfIso} from '../../src/event/index/days.js';
import {NeedsPart} from '../../src/event/needs-part.js';
import {collectorFor, type ReadEventsOptions} from '../../src/event/open-events.js';
import {ownJsonReader} from '../../src/event/readers/own-json.js';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, vevent} from './calendar.js';

const at = (day: string): object => ({name: 'Bal', startDate: day});
const read = (events: readonly object[], options: Partial<ReadEventsOptions> = {}) =>
  readEvents({events}, {...PARIS, ...options});

describe('an occurrence, its days and minutes', () => {
  const may = dayOfIso('2026-05-12')!;
  /** Days counted from 12 May. */
  const shown = (startDate: string, endDate?: string, timeZone = 'Europe/Paris'): unknown => {
    const {occurrences} = read([{name: 'Bal', startDate, endDate}], {timeZone});
    const {firstDay, lastDay, startMinute, endMinute, isAllDay} = occurrences[0]!;
    return [firstDay - may, lastDay - may, startMinute, endMinute, isAllDay];
  };

  it('are those of the zone of the reading', () => {
    const [start, end] = ['2026-05-12T20:30+02:00', '2026-05-12T22:15:30+02:00'];
    assert.deepEqual(shown(start, end), [0, 0, 1230, 1335, false]);
    assert.deepEqual(shown(start, end, 'Asia/Tokyo'), [1, 1, 210, 315, false]);
    assert.deepEqual(shown(start), [0, 0, 1230, 1230, false]);
  });

  it('end with the day before where they end at midnight', () => {
    const start = '2026-05-12T20:30+02:00';
    assert.deepEqual(shown(start, '2026-05-13T00:00+02:00'), [0, 0, 1230, 1440, false]);
    assert.deepEqual(shown(start, '2026-05-13T00:00:01+02:00'), [0, 1, 1230, 0, false]);
    assert.deepEqual(shown(start, '2026-05-14T02:00+02:00'), [0, 2, 1230, 120, false]);
    const midnight = '2026-05-12T00:00+02:00';
    assert.deepEqual(shown(midnight, midnight), [0, 0, 0, 0, false]);
    assert.deepEqual(shown(midnight, '2026-05-13T00:00+02:00'), [0, 0, 0, 1440, false]);
  });

  it('of whole days are the same in every zone', () => {
    for (const zone of ['Europe/Paris', 'Asia/Tokyo', 'America/Cayenne']) {
      assert.deepEqual(shown('2026-05-12', '2026-05-13', zone), [0, 1, 0, 1440, true]);
    }
  });

  it('are in order of their start, those that last longer first', () => {
    const {occurrences} = read([
      {...at('2026-05-13'), uid: 'c'},
      {...at('2026-05-12'), uid: 'b'},
      {...at('2026-05-12'), uid: 'a', endDate: '2026-05-13'},
      {...at('2026-05-12'), uid: 'd'},
    ]);
    assert.deepEqual(
      occurrences.map(({eventId}) => eventId),
      ['a', 'b', 'd', 'c'],
    );
  });
});

describe('the limits of what is collected', () => {
  const shown = (events: readonly object[], options: Partial<ReadEventsOptions>): unknown => {
    const reading = read(events, options);
    return [
      reading.events.length,
      reading.occurrences.length,
      reading.truncated,
      reading.rejected.map(
        ({at: item, reason, detail, isPartial}) =>
          `${item} ${reason}${isPartial ? '?' : ''}: ${detail}`,
      ),
    ];
  };
  const three = [at('2026-05-12'), at('2026-05-13'), at('2026-05-14')];
  const daily = {...at('2026-05-12'), recurrence: 'FREQ=DAILY;COUNT=3'};

  it('are so many events, after which nothing is read', () => {
    assert.deepEqual(shown(three, {maxEvents: 3}), [3, 3, false, []]);
    assert.deepEqual(shown([...three, {startDate: 'never'}], {maxEvents: 2}), [
      2,
      2,
      true,
      ['2 too-many: reading stops after 2 events'],
    ]);
    assert.deepEqual(shown(three, {maxEvents: 0}), [
      0,
      0,
      true,
      ['0 too-many: reading stops after 0 events'],
    ]);
  });

  it('are so many dates of all events', () => {
    assert.deepEqual(shown([daily, daily], {maxOccurrences: 6}), [2, 6, false, []]);
    assert.deepEqual(shown([daily, daily], {maxOccurrences: 5}), [
      2,
      5,
      true,
      ['1 too-many-occurrences?: only the first 2 dates are shown'],
    ]);
    assert.deepEqual(shown([daily, at('2026-05-12')], {maxOccurrences: 3}), [
      1,
      3,
      true,
      ['1 too-many: reading stops after 1 events'],
    ]);
  });

  it('are so many dates of one event, and so much work', () => {
    assert.deepEqual(shown([daily, daily], {maxOccurrencesPerEvent: 3}), [2, 6, false, []]);
    assert.deepEqual(shown([daily, daily], {maxOccurrencesPerEvent: 2}), [
      2,
      4,
      true,
      [
        '0 too-many-occurrences?: only the first 2 dates are shown',
        '1 too-many-occurrences?: only the first 2 dates are shown',
      ],
    ]);
    const [events, , truncated, rejected] = shown([daily], {maxSteps: 20}) as unknown[];
    assert.deepEqual(
      [events, truncated, rejected],
      [1, true, ['0 too-much-work?: the rule takes too much work; its dates so far are shown']],
    );
  });

  it('are so many rejections', () => {
    const bad = Array.from({length: 20_002}, () => ({startDate: 'never'}));
    const {rejected, truncated} = read(bad.slice(0, 20_000));
    assert.deepEqual([rejected.length, truncated], [20_000, false]);
    const more = read(bad);
    assert.deepEqual([more.rejected.length, more.truncated], [20_001, true]);
    assert.deepEqual(more.rejected.at(-1), {
      at: 20_000,
      unit: 'item',
      reason: 'too-many',
      detail: 'reading stops after 20000 rejections',
    });
  });

  it('are told with the id of what they are of', () => {
    const origin = {at: 0, unit: 'item'};
    const full = {reason: 'too-many', detail: 'reading stops after 0 events'};
    const none = {maxEvents: 0};
    assert.deepEqual(read([{...at('2026-05-12'), uid: 'u'}], none).rejected, [
      {...origin, uid: 'u', ...full},
    ]);
    assert.deepEqual(read([at('2026-05-12')], none).rejected, [{...origin, ...full}]);
    const bad = {reason: 'bad-start', detail: 'the start is "never"'};
    assert.deepEqual(read([{...at('never'), uid: 'u'}]).rejected, [{...origin, uid: 'u', ...bad}]);
    assert.deepEqual(read([at('never')]).rejected, [{...origin, ...bad}]);
    const late = {reason: 'bad-end', detail: 'the end is "late"', isPartial: true};
    assert.deepEqual(read([{...at('2026-05-12'), endDate: 'late'}]).rejected, [
      {...origin, ...late},
    ]);
  });
});

describe('the window', () => {
  const found = (from: string, to: string): number =>
    read([{...at('2026-05-12T10:00Z'), endDate: '2026-05-12T12:00Z'}], {from, to}).events.length;

  it('is touched by what is on in it, and what begins in it', () => {
    assert.equal(found('2026-05-12T12:00Z', '2026-05-13T00:00Z'), 0);
    assert.equal(found('2026-05-12T11:59Z', '2026-05-13T00:00Z'), 1);
    assert.equal(found('2026-05-12T00:00Z', '2026-05-12T10:00Z'), 0);
    assert.equal(found('2026-05-12T00:00Z', '2026-05-12T10:01Z'), 1);
    const short = (from: string): number =>
      read([at('2026-05-12T10:00Z')], {from, to: '2026-05-13T00:00Z'}).events.length;
    assert.deepEqual([short('2026-05-12T10:00Z'), short('2026-05-12T10:01Z')], [1, 0]);
  });
});

describe('ids', () => {
  it('are made of name and start where the source has none', () => {
    assert.equal(
      derivedId('Fête de l’Été', '2026-05-12T20:30:00+02:00'),
      'fete-de-l-ete-20260512T203000',
    );
    assert.equal(derivedId('Bal', '20260512T203000'), 'bal-20260512T203000');
    assert.equal(derivedId('!', '2026-05-12'), 'event-20260512');
    assert.equal(derivedId('a b'.repeat(40), '').length, 61);
  });

  it('are told apart, and those of exceptions are made of that of the series', () => {
    const {events} = read([
      {...at('2026-05-12'), uid: 'a'},
      {...at('2026-05-12'), uid: 'a'},
      {...at('2026-05-12'), uid: 'a-2'},
    ]);
    assert.deepEqual(
      events.map(({id}) => id),
      ['a', 'a-2', 'a-2-2'],
    );
    const daily = 'RRULE:FREQ=DAILY;COUNT=3';
    const exceptions = (start: string, ...dates: [string, string][]): string[] =>
      readEvents(
        calendar(
          ...vevent(start, daily, 'SUMMARY:A'),
          ...dates.flatMap(([date, name]) =>
            vevent(`RECURRENCE-ID:${date}`, `DTSTART:${date}`, `SUMMARY:${name}`),
          ),
        ),
        PARIS,
      ).events.map(({id, superEvent}) => `${id} ${superEvent}`);
    assert.deepEqual(
      exceptions('DTSTART:20260512T183000Z', ['20260513T183000Z', 'B'], ['20260514T183000Z', 'C']),
      [
        'one@test undefined',
        'one@test#20260513T183000Z one@test',
        'one@test#20260514T183000Z one@test',
      ],
    );
    assert.deepEqual(exceptions('DTSTART;VALUE=DATE:20260512', ['20260513', 'B']), [
      'one@test undefined',
      'one@test#20260513 one@test',
    ]);
  });
});

describe('a reading without the code for rules', () => {
  it('goes on as long as there are none', () => {
    const events = (...list: object[]): number => {
      const collector = collectorFor(PARIS);
      assert.ok(collector instanceof EventCollector);
      const work = ownJsonReader.read({events: list}, collector)!;
      while (!work.next().done);
      return collector.finish().events.length;
    };
    const dates = ['2026-05-13'];
    assert.equal(events(at('2026-05-12'), {...at('2026-05-12'), recurrence: {dates}}), 2);
    for (const recurrence of [
      'FREQ=DAILY',
      {exceptDates: dates},
      {exceptDates: ['2026-05-13T10:00']},
    ]) {
      assert.throws(
        () => events({...at('2026-05-12T10:00'), recurrence}),
        (error: unknown) =>
          error instanceof NeedsPart && error.part === 'rules' && error.message === 'rules',
      );
    }
  });
});
