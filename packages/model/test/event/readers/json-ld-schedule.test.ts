import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {scheduleOf} from '../../../src/event/readers/json-ld-schedule.js';
import type {Json} from '../../../src/place/json.js';
import {spansIn, toldOf} from './read-one.js';

const FROM = {startDate: '2026-01-05', endDate: '2026-02-03'};
const of = (schedule: object, event: Json = {}): ReturnType<typeof scheduleOf> =>
  scheduleOf({...event, eventSchedule: schedule});
const rule = (more: object): unknown => of({...FROM, ...more})?.recurrence.rule;

describe('eventSchedule as a rule', () => {
  it('has a first date, a rule, its exceptions and a zone', () => {
    assert.deepEqual(
      of({
        ...FROM,
        startTime: '18:30',
        endTime: '20:00:15',
        scheduleTimezone: 'Europe/Paris',
        repeatFrequency: 'P1W',
        byDay: ['https://schema.org/Monday', {'@id': 'schema:Friday'}],
        exceptDate: ['2026-01-12', {'@value': '2026-01-19T18:30:00+01:00'}, null],
      }),
      {
        times: [
          {start: '2026-01-05T18:30:00', end: '2026-01-05T20:00:15', timeZone: 'Europe/Paris'},
        ],
        recurrence: {
          rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR;UNTIL=20260203',
          isFirstByRule: true,
          exceptDates: ['2026-01-12', '2026-01-19T18:30:00', undefined],
        },
        timeZone: 'Europe/Paris',
      },
    );
  });

  it('repeats as often as is said, every week where nothing is', () => {
    for (const [repeatFrequency, expected] of [
      [undefined, 'FREQ=WEEKLY;INTERVAL=1'],
      ['P2W', 'FREQ=WEEKLY;INTERVAL=2'],
      ['p10d', 'FREQ=DAILY;INTERVAL=10'],
      ['P120M', 'FREQ=MONTHLY;INTERVAL=120'],
      ['P1Y', 'FREQ=YEARLY;INTERVAL=1'],
      ['Daily', 'FREQ=DAILY;INTERVAL=1'],
      ['weekly', 'FREQ=WEEKLY;INTERVAL=1'],
      ['monthly', 'FREQ=MONTHLY;INTERVAL=1'],
      ['yearly', 'FREQ=YEARLY;INTERVAL=1'],
      ['annually', 'FREQ=YEARLY;INTERVAL=1'],
    ] as const) {
      assert.equal(rule({repeatFrequency, endDate: undefined}), expected, repeatFrequency);
    }
    for (const odd of ['PT1H', 'often', 'P1000D', 'P1W2D', 'xP1W', 'P1WD', 'P1H']) {
      assert.equal(rule({repeatFrequency: odd}), undefined, odd);
    }
  });

  it('is on each of the days', () => {
    const days = (byDay: unknown, more: object = {}): string | undefined =>
      /BYDAY=([^;]*)/.exec(String(rule({byDay, ...more})))?.[1];
    for (const [name, code] of [
      ['Monday', 'MO'],
      ['Tuesday', 'TU'],
      ['Wednesday', 'WE'],
      ['Thursday', 'TH'],
      ['Friday', 'FR'],
      ['Saturday', 'SA'],
      ['Sunday', 'SU'],
    ] as const) {
      assert.equal(days(name), code);
      assert.equal(days(`http://schema.org/${name}`), code);
      assert.equal(days(code), code);
    }
    assert.equal(days(['2MO', '-1FR', '+1SU']), '2MO,-1FR,+1SU');
    assert.equal(days(['Lundi', 'xMO', 'MOx', null, 'Friday']), 'FR');
    assert.equal(days('PublicHolidays'), undefined);
    assert.equal(days(undefined), undefined);
    assert.equal(days('Saturday', {byMonthWeek: 2}), '2SA');
    assert.equal(days(['Saturday', '1SU'], {byMonthWeek: [-1, 3]}), '-1SA,1SU');
    assert.equal(days('Saturday', {byMonthWeek: 1.5}), 'SA');
  });

  it('is in each of the months, and on each day of them', () => {
    const parts = {repeatFrequency: 'P1M', endDate: undefined};
    assert.equal(
      rule({...parts, byMonth: [1, '2', 'x', 2.5], byMonthDay: 5}),
      'FREQ=MONTHLY;INTERVAL=1;BYMONTH=1,2;BYMONTHDAY=5',
    );
    assert.equal(rule({...parts, byMonth: [], byMonthDay: 'x'}), 'FREQ=MONTHLY;INTERVAL=1');
  });

  it('ends with a day, else after so many times', () => {
    const end = (more: object, event: Json = {}): unknown =>
      of({startDate: '2026-01-05', ...more}, event)?.recurrence.rule;
    const weekly = 'FREQ=WEEKLY;INTERVAL=1';
    assert.equal(end({repeatCount: 4}), `${weekly};COUNT=4`);
    assert.equal(end({repeatCount: '4'}), `${weekly};COUNT=4`);
    assert.equal(end({repeatCount: 0}), weekly);
    assert.equal(end({repeatCount: -1}), weekly);
    assert.equal(end({repeatCount: 4, endDate: '2026-02-03'}), `${weekly};UNTIL=20260203`);
    assert.equal(end({repeatCount: 4, endDate: 'soon'}), `${weekly};COUNT=4`);
    assert.equal(end({endDate: '2026-02-03T20:00'}), `${weekly};UNTIL=20260203`);
    // what the schedule does not say, the event may
    assert.equal(end({}, {endDate: '2026-03-31'}), `${weekly};UNTIL=20260331`);
    assert.equal(end({endDate: '2026-02-03'}, {endDate: '2026-03-31'}), `${weekly};UNTIL=20260203`);
  });
});

describe('eventSchedule, the first date', () => {
  const times = (more: object, event: Json = {}): unknown => {
    const [first] = of(more, event)?.times ?? [];
    return first && [first.start, first.end];
  };

  it('is from when on it repeats, by the schedule or by the event', () => {
    assert.deepEqual(times({startDate: '2026-01-05'}), ['2026-01-05', undefined]);
    assert.deepEqual(times({startDate: '2026-01-05'}, {startDate: '2026-01-01'}), [
      '2026-01-05',
      undefined,
    ]);
    assert.deepEqual(times({}, {startDate: {'@value': '2026-01-01'}}), ['2026-01-01', undefined]);
    assert.equal(of({}), undefined);
    assert.equal(of({startDate: 'soon'}), undefined);
    assert.equal(scheduleOf({startDate: '2026-01-01'}), undefined);
    assert.equal(scheduleOf({eventSchedule: 'weekly', startDate: '2026-01-01'}), undefined);
    const second = {
      eventSchedule: ['weekly', {startDate: '2026-01-05'}, {startDate: '2026-01-06'}],
    };
    assert.equal(scheduleOf(second)?.times[0]?.start, '2026-01-05');
  });

  it('is at the time of the schedule, else at that of its first date', () => {
    const start = (startDate: string, startTime?: unknown): unknown =>
      of({startDate, startTime})?.times[0]?.start;
    assert.equal(start('2026-01-05T10:00', '18:30'), '2026-01-05T18:30:00');
    assert.equal(start('2026-01-05T10:15:20'), '2026-01-05T10:15:20');
    assert.equal(start('2026-01-05T10:15:20+01:00'), '2026-01-05T10:15:20');
    for (const [text, time] of [
      ['9:05', '09:05:00'],
      ['19:00:30', '19:00:30'],
      ['19:00:00+02:00', '19:00:00'],
      ['19h30', '19:30:00'],
      ['19H', '19:00:00'],
      [' 19 ', '19:00:00'],
    ] as const) {
      assert.equal(start('2026-01-05', text), `2026-01-05T${time}`, text);
    }
  });

  it('lasts up to a time, which may be of the next day, or as long as is said', () => {
    const end = (more: object): unknown =>
      of({startDate: '2026-01-05', startTime: '22:00', ...more})?.times[0]?.end;
    assert.equal(end({endTime: '23:30'}), '2026-01-05T23:30:00');
    assert.equal(end({endTime: '22:00'}), '2026-01-05T22:00:00');
    assert.equal(end({endTime: '01:00'}), '2026-01-06T01:00:00');
    assert.equal(end({endTime: '23:30', duration: 'PT1H'}), '2026-01-05T23:30:00');
    assert.equal(end({duration: 'PT1H30M'}), '2026-01-05T23:30:00');
    assert.equal(end({duration: 'P1DT2H'}), '2026-01-07T00:00:00');
    assert.equal(end({duration: 'PT90S'}), '2026-01-05T22:01:00');
    assert.equal(end({duration: 'long'}), undefined);
    assert.equal(end({}), undefined);
    assert.equal(end({startTime: 'late', endTime: '23:30'}), undefined);
    assert.equal(end({startTime: undefined, endTime: '23:30'}), undefined);
  });

  it('is at no time that nobody said: what cannot be read is told', () => {
    const told = (more: object): string[] =>
      toldOf({'@type': 'Event', name: 'Yoga', eventSchedule: {startDate: '2026-01-05', ...more}});
    assert.deepEqual(told({startTime: '18:30', endTime: 'late'}), [
      '0 bad-end?: the end is "2026-01-05Tlate"',
    ]);
    assert.deepEqual(told({startTime: 'late', endTime: '18:30'}), [
      '0 bad-start: the start is "2026-01-05Tlate"',
    ]);
    assert.deepEqual(told({startTime: '25:00'}), [
      '0 bad-start: the start is "2026-01-05T25:00:00"',
    ]);
  });

  it('is the first that the rule names, not the day from which it holds', () => {
    // 5 January 2026 is a Monday
    const schedule = {
      startDate: '2026-01-05',
      startTime: '18:30',
      byDay: 'Tuesday',
      repeatCount: 2,
    };
    const event = {'@type': 'Event', name: 'Yoga', eventSchedule: schedule};
    assert.deepEqual(spansIn(event), ['2026-01-06T18:30:00 – 2026-01-06T18:30:00']);
  });
});
