import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EventRecurrence} from '../../../src/event/event.js';
import {readEvents} from '../../../src/event/read-events.js';
import {calendar, PARIS, readOne, starts, vevent} from '../calendar.js';

const NOON = 'DTSTART;TZID=Europe/Paris:20260105T120000';
const DAY = 'DTSTART;VALUE=DATE:20260105';
const on = (...days: string[]): string[] => days.map(day => `2026-01-${day}T12:00`);
const told = (...lines: string[]): string[] =>
  readOne(lines).rejected.map(
    ({at, reason, detail, isPartial}) => `${at} ${reason}${isPartial ? '?' : ''}: ${detail}`,
  );
const recurrence = (...lines: string[]): EventRecurrence | undefined =>
  readOne(lines).events[0]?.recurrence;

describe('how a VEVENT repeats', () => {
  it('is told in the words of the event', () => {
    assert.equal(recurrence(NOON), undefined);
    assert.deepEqual(
      recurrence(
        NOON,
        'RRULE:FREQ=DAILY;COUNT=9',
        'RDATE;TZID=Europe/Paris:20260201T120000,20260120T090000',
        'EXDATE;TZID=Europe/Paris:20260107T120000',
        'EXDATE;VALUE=DATE:20260106',
      ),
      {
        rule: 'FREQ=DAILY;COUNT=9',
        dates: ['2026-01-20T09:00:00', '2026-02-01T12:00:00'],
        exceptDates: ['2026-01-06', '2026-01-07T12:00:00'],
      },
    );
    assert.deepEqual(recurrence(DAY, 'RDATE;VALUE=DATE:20260201'), {dates: ['2026-02-01']});
    assert.deepEqual(recurrence(DAY, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260106'), {
      rule: 'FREQ=DAILY;COUNT=3',
      exceptDates: ['2026-01-06'],
    });
  });

  it('has no words of its own where there are several rules, or nothing but dates taken out', () => {
    const two = ['RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2'];
    assert.equal(recurrence(NOON, ...two), undefined);
    assert.equal(recurrence(NOON, two[0]!, 'EXRULE:FREQ=WEEKLY'), undefined);
    assert.equal(recurrence(NOON, 'EXDATE;VALUE=DATE:20260106'), undefined);
    assert.deepEqual(starts([NOON, ...two]), on('05', '06', '12'));
  });

  it('leaves out what an EXRULE names, from the start on', () => {
    assert.deepEqual(
      starts([NOON, 'RRULE:FREQ=DAILY;COUNT=4', 'EXRULE:FREQ=DAILY;INTERVAL=2']),
      on('06', '08'),
    );
    assert.deepEqual(starts([NOON, 'EXRULE:FREQ=DAILY;INTERVAL=2']), []);
    assert.deepEqual(
      starts([NOON, 'RRULE:FREQ=DAILY;COUNT=4', 'EXRULE:FREQ=DAILY;UNTIL=20260106T110000Z']),
      on('07', '08'),
    );
  });
});

describe('further dates of a VEVENT', () => {
  it('are at the time of the start where they are days', () => {
    assert.deepEqual(starts([NOON, 'RDATE;VALUE=DATE:20260110']), on('05', '10'));
    assert.deepEqual(starts([NOON, 'RDATE:20260110']), on('05', '10'));
    assert.deepEqual(starts([DAY, 'RDATE:20260110T120000']), ['2026-01-05', '2026-01-10']);
  });

  it('last as long as the first, or as their period says', () => {
    const lengths = (...lines: string[]): number[] =>
      readOne([NOON, 'DURATION:PT30M', ...lines]).occurrences.map(
        ({start, end}) => (end - start) / 60_000,
      );
    const period = (text: string): string => `RDATE;VALUE=PERIOD:20260110T100000Z/${text}`;
    assert.deepEqual(lengths('RDATE:20260110T100000Z'), [30, 30]);
    assert.deepEqual(lengths(period('20260110T110000Z')), [30, 60]);
    assert.deepEqual(lengths(period('20260110T100000Z')), [30, 0]);
    assert.deepEqual(lengths(period('PT2H')), [30, 120]);
    assert.deepEqual(lengths(period(' pt2h')), [30, 120]);
    assert.deepEqual(lengths(period('+PT2H')), [30, 120]);
    assert.deepEqual(
      lengths('RDATE;VALUE=PERIOD;TZID=Europe/Paris:20260110T110000/20260110T113000'),
      [30, 30],
    );
    const days = readOne([DAY, 'RDATE;VALUE=PERIOD:20260110T000000Z/P3D']).occurrences;
    assert.deepEqual(
      days.map(({firstDay, lastDay}) => lastDay - firstDay),
      [0, 0],
    );
  });

  it('are told where they cannot be read', () => {
    for (const date of [
      'never',
      '20260110T100000Z/late',
      '20260110T100000Z/20260110T095959Z',
      '20260110T100000Z/-PT1H',
      '20260110T100000Z/xPT1H',
    ]) {
      assert.deepEqual(told(NOON, `RDATE:${date}`), [`6 bad-date?: RDATE is "${date}"`]);
    }
    assert.deepEqual(told(NOON, 'EXDATE:never,20260105T110000Z'), [
      '6 bad-date?: EXDATE is "never,20260105T110000Z"',
    ]);
    assert.deepEqual(told(NOON, 'RDATE:', 'EXDATE:,'), []);
  });

  it('are as many as a reading takes of one event', () => {
    const options = {...PARIS, maxOccurrencesPerEvent: 2};
    const details = (...lines: string[]): string[] =>
      readEvents(calendar(...vevent(NOON, ...lines)), options).rejected.map(
        ({reason, detail}) => `${reason}: ${detail}`,
      );
    const dates = ['20260106T110000Z', '20260107T110000Z', '20260108T110000Z'];
    const text = 'after as many dates as are taken';
    assert.deepEqual(details(`EXDATE:${dates.slice(0, 2).join()}`), []);
    assert.deepEqual(details(`EXDATE:${dates.join()}`), [
      `too-many-occurrences: EXDATE is "${dates.join()}" ${text}`,
    ]);
    assert.deepEqual(details(`EXDATE:${dates.slice(0, 2).join()}`, `EXDATE:${dates[2]!}`), [
      `too-many-occurrences: EXDATE is "${dates[2]!}" ${text}`,
    ]);
  });
});

describe('rules of a VEVENT', () => {
  it('are told where they cannot be read, or are of hours for days', () => {
    assert.deepEqual(told(NOON, 'RRULE:FREQ=NEVER'), [
      '6 bad-rule?: RRULE is "FREQ=NEVER": FREQ=NEVER',
    ]);
    assert.deepEqual(told(DAY, 'EXRULE:FREQ=HOURLY'), [
      '6 bad-rule?: EXRULE is "FREQ=HOURLY" of whole days',
    ]);
    assert.deepEqual(told(NOON, 'RRULE: ', 'RRULE:'), []);
  });

  it('are ten at most, which is told once', () => {
    const rules = (count: number): string[] =>
      Array.from({length: count}, (_, at) => `RRULE:FREQ=DAILY;COUNT=${at + 1}`);
    assert.deepEqual(told(NOON, ...rules(10)), []);
    assert.equal(starts([NOON, ...rules(10)]).length, 10);
    assert.deepEqual(told(NOON, ...rules(12)), [
      '16 bad-rule?: RRULE is "FREQ=DAILY;COUNT=11": more than 10 rules',
    ]);
    assert.equal(starts([NOON, ...rules(12)]).length, 10);
  });
});
