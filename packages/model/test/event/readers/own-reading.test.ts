import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, Occurrence} from '../../../src/event/event.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';

const START = Date.UTC(2026, 4, 12, 18, 30);
const DAY = 86_400_000;
/** 12 May 2026, counted from 1970. */
const MAY_12 = 20_585;
const ZONELESS = {
  id: 'bal',
  name: 'Bal',
  isAllDay: false,
  startDate: '2026-05-12T20:30:00+02:00',
  endDate: '2026-05-12T22:00:00+02:00',
};
const BAL = {...ZONELESS, timeZone: 'Europe/Paris'};
const DATE = {
  eventId: 'bal',
  recurrenceId: '20260512T203000',
  start: START,
  end: START + 5_400_000,
  isAllDay: false,
};

const read = (events: unknown, occurrences: unknown, options: object = {}) =>
  readEvents({events, occurrences}, {...PARIS, ...options});
const event = (more: object): Event => read([{...BAL, ...more}], [DATE]).events[0]!;
const dates = (...more: unknown[]): readonly Occurrence[] => read([BAL], more).occurrences;
const date = (more: object): Occurrence | undefined => dates({...DATE, ...more})[0];

describe('a reading of ours', () => {
  it('keeps the event, and works out days and minutes anew', () => {
    const {format, events, occurrences, rejected} = read([BAL], [DATE]);
    assert.deepEqual([format, events, rejected], ['json', [BAL], []]);
    assert.deepEqual(occurrences, [
      {
        ...DATE,
        firstDay: MAY_12,
        lastDay: MAY_12,
        startMinute: 20 * 60 + 30,
        endMinute: 22 * 60,
      },
    ]);
    const [elsewhere] = read([BAL], [DATE], {timeZone: 'Asia/Tokyo'}).occurrences;
    assert.deepEqual([elsewhere?.firstDay, elsewhere?.startMinute], [MAY_12 + 1, 3 * 60 + 30]);
  });

  it('keeps what only a reading knows of an event', () => {
    const all = {
      ...BAL,
      uid: 'bal@town.example',
      isFloating: true,
      superEvent: 'fete',
      recurrence: {
        rule: 'FREQ=DAILY',
        dates: ['2026-06-14T20:30:00'],
        exceptDates: ['2026-05-13', '20260514T183000Z'],
      },
      otherSources: [{name: 'Asso', url: 'https://asso.example/1', label: 'asso'}],
    };
    assert.deepEqual(event(all), all);
    const day = {...BAL, isAllDay: true, startDate: '2026-05-12', endDate: '2026-05-13'};
    assert.deepEqual(event(day), day);
  });

  it('takes none of it in another shape', () => {
    const odd = event({
      uid: {},
      isAllDay: 'true',
      isFloating: 'true',
      superEvent: {},
      recurrence: 'FREQ=DAILY',
      otherSources: ['x', {}],
      timeZone: 'Mars/Olympus',
      endDate: undefined,
    });
    assert.deepEqual(odd, {...ZONELESS, endDate: BAL.startDate});
    const none = event({startDate: {}, endDate: {}, timeZone: {}});
    assert.deepEqual([none.startDate, none.endDate, none.timeZone], ['', '', undefined]);
    assert.deepEqual(event({recurrence: {}}).recurrence, {});
  });

  it('takes only dates for dates: they are also written into files', () => {
    const kept = (...list: unknown[]): unknown => event({recurrence: {dates: list}}).recurrence;
    for (const good of ['2026-05-13', '20260513T183000Z', '2026-05-13T20:30:00+02:00']) {
      assert.deepEqual(kept(good), {dates: [good]});
    }
    for (const bad of [
      '2026-13-01',
      'soon',
      '2026-05-13\r\nATTACH:x',
      ' 2026-05-13',
      '2026-05-13 ',
      '2026-05-13T20:30:00.0+02:00',
      '',
      7,
      null,
    ]) {
      assert.deepEqual(kept(bad), {});
    }
    const many = Array.from({length: 5001}, () => '2026-05-13');
    const {recurrence} = event({recurrence: {dates: many, exceptDates: '2026-05-14'}});
    assert.deepEqual([recurrence?.dates?.length, recurrence?.exceptDates], [5000, ['2026-05-14']]);
  });

  it('keeps twenty other sources', () => {
    const otherSources = Array.from({length: 21}, (_, at) => ({name: String(at)}));
    assert.equal(event({otherSources}).otherSources?.length, 20);
  });
});

describe('the dates of a reading of ours', () => {
  it('are those of its event, with and without an end', () => {
    const second = {...DATE, recurrenceId: '20260513T203000', start: START + DAY, end: START + DAY};
    assert.deepEqual(
      dates(DATE, {...DATE, eventId: 'other'}, second).map(({recurrenceId}) => recurrenceId),
      ['20260512T203000', '20260513T203000'],
    );
  });

  it('are passed over where they are none', () => {
    for (const odd of [
      null,
      'x',
      {...DATE, eventId: 7},
      {...DATE, recurrenceId: undefined},
      {...DATE, start: '0'},
      {...DATE, start: NaN},
      {...DATE, end: undefined},
      {...DATE, end: START - 1},
      {...DATE, start: -8e15 - 2},
      {...DATE, end: 8e15 + 2},
    ]) {
      // the event stays: a reading may hold one of which no date is known
      const {events, occurrences, rejected} = read([BAL], [odd]);
      assert.deepEqual([events.length, occurrences, rejected], [1, [], []]);
    }
    assert.equal(date({start: -8e15})?.start, -8e15);
    assert.equal(date({end: 8e15})?.end, 8e15);
  });

  it('of whole days are days, wherever they are read', () => {
    const days = (more: object): unknown => {
      const found = date({isAllDay: true, firstDay: MAY_12, lastDay: MAY_12 + 1, ...more});
      return found && [found.firstDay, found.lastDay, found.start, found.end];
    };
    const midnight = Date.UTC(2026, 4, 11, 22);
    const expected = [MAY_12, MAY_12 + 1, midnight, midnight + 2 * DAY];
    assert.deepEqual(days({}), expected);
    assert.deepEqual(days({firstDay: MAY_12 + 0.5, lastDay: MAY_12 + 1.5}), expected);
    assert.deepEqual(days({lastDay: MAY_12}), [MAY_12, MAY_12, midnight, midnight + DAY]);
    for (const odd of [
      {firstDay: undefined},
      {lastDay: '20586'},
      {lastDay: MAY_12 - 1},
      {firstDay: -1e8 - 1},
      {lastDay: 1e8 + 1},
    ]) {
      assert.equal(days(odd), undefined);
    }
  });

  it('are left out beyond the window, with an event that has no other', () => {
    const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1)];
    const found = (start: number, end: number): number => {
      const options = {from, to, timeZone: 'UTC'};
      const {events, occurrences} = read([BAL], [{...DATE, start, end}], options);
      assert.equal(events.length, occurrences.length);
      return events.length;
    };
    assert.equal(found(from - 2, from - 1), 0);
    assert.equal(found(from - 2, from), 0);
    assert.equal(found(from - 2, from + 1), 1);
    assert.equal(found(from, from), 1);
    assert.equal(found(from, from + 1), 1);
    assert.equal(found(to - 1, to + DAY), 1);
    assert.equal(found(to, to), 0);
    assert.equal(found(to, to + 1), 0);
  });
});

describe('a reading of ours, what is wrong with it', () => {
  const told = (...events: unknown[]): string[] =>
    read(events, [DATE]).rejected.map(
      ({at, uid, reason, detail}) => `${at} ${String(uid)} ${reason}: ${detail}`,
    );

  it('is told', () => {
    assert.deepEqual(told(BAL, {...BAL, uid: 'u'}, 'x', {...BAL, id: undefined}, null), [
      '1 undefined bad-row: another event has the id "bal"',
      '2 undefined not-an-event: not an event: "x"',
      '3 undefined not-an-event: not an event: object',
      '4 undefined not-an-event: not an event: object',
    ]);
    assert.equal(read([BAL, BAL], [DATE]).events.length, 1);
  });

  it('is told of an event that cannot be taken, and the others stay', () => {
    const throwing = new Proxy(
      {...BAL, id: 'b', uid: 'u'},
      {
        get: (target, key) => {
          if (key === 'isAllDay') throw new Error('out of order');
          return Reflect.get(target, key) as unknown;
        },
      },
    );
    assert.deepEqual(told(throwing, BAL), ['0 u bad-row: out of order']);
  });

  it('ends with the limits', () => {
    const other = {...BAL, id: 'other'};
    const both = [DATE, {...DATE, eventId: 'other'}];
    const limited = (options: object): unknown[] => {
      const {events, occurrences, truncated, rejected} = read([BAL, other], both, options);
      return [events.length, occurrences.length, truncated, rejected];
    };
    const stopped = {
      at: 1,
      unit: 'item',
      reason: 'too-many',
      detail: 'reading stops after 1 events',
    };
    assert.deepEqual(limited({maxEvents: 2, maxOccurrences: 2}), [2, 2, false, []]);
    assert.deepEqual(limited({maxEvents: 1}), [1, 1, true, [stopped]]);
    assert.deepEqual(limited({maxOccurrences: 1}), [1, 1, true, [stopped]]);
    assert.deepEqual(read([BAL, {...other, uid: 'u'}], both, {maxEvents: 1}).rejected, [
      {...stopped, uid: 'u'},
    ]);
  });
});
