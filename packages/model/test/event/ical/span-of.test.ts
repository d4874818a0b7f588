import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ReadEventsResult} from '../../../src/event/open-events.js';
import {readEvents} from '../../../src/event/read-events.js';
import {calendar, PARIS, readOne, vevent} from '../calendar.js';

const spanIn = ({events}: ReadEventsResult): unknown => {
  const [event] = events;
  return event && `${event.startDate} – ${event.endDate}`;
};
const span = (...lines: string[]): unknown => spanIn(readOne(lines));
const told = (...lines: string[]): string[] =>
  readOne(lines).rejected.map(
    ({at, reason, detail, isPartial}) => `${at} ${reason}${isPartial ? '?' : ''}: ${detail}`,
  );

const DAY = 'DTSTART;VALUE=DATE:20260512';
const NOON = 'DTSTART;TZID=Europe/Paris:20260512T120000';
const AT_NOON = '2026-05-12T12:00:00+02:00';

describe('a VEVENT, when it starts', () => {
  it('is in a zone, in UTC, in no zone, or on a day', () => {
    const start = (line: string): unknown => {
      const {startDate, timeZone, isAllDay, isFloating} = readOne([line]).events[0]!;
      return [startDate, timeZone, isAllDay, isFloating];
    };
    assert.deepEqual(start(NOON), [AT_NOON, 'Europe/Paris', false, undefined]);
    assert.deepEqual(start('DTSTART:20260512T100000Z'), [
      '2026-05-12T10:00:00Z',
      'UTC',
      false,
      undefined,
    ]);
    assert.deepEqual(start('DTSTART:20260512T120000'), [
      '2026-05-12T12:00:00',
      undefined,
      false,
      true,
    ]);
    assert.deepEqual(start(DAY), ['2026-05-12', undefined, true, undefined]);
    assert.deepEqual(start('DTSTART;VALUE=date:20260512T120000Z'), [
      '2026-05-12',
      undefined,
      true,
      undefined,
    ]);
    assert.deepEqual(start('DTSTART;VALUE=DATE;TZID=Asia/Tokyo: 20260512'), [
      '2026-05-12',
      undefined,
      true,
      undefined,
    ]);
  });

  it('is told where it cannot be read, or is in a zone that nobody knows', () => {
    assert.deepEqual(told('SUMMARY:A'), ['3 no-start: no DTSTART']);
    assert.deepEqual(told('DTSTART:'), ['3 no-start: no DTSTART']);
    assert.deepEqual(told('SUMMARY:A', 'DTSTART:soon'), ['6 bad-start: DTSTART is "soon"']);
    assert.deepEqual(told('DTSTART;TZID=Mars:20260512T120000'), [
      '5 unknown-zone?: DTSTART is "20260512T120000" in the time zone "Mars"',
    ]);
    assert.equal(
      span('DTSTART;TZID=Mars:20260512T120000'),
      '2026-05-12T12:00:00 – 2026-05-12T12:00:00',
    );
    assert.deepEqual(readOne(['DTSTART:soon']).rejected[0], {
      at: 5,
      unit: 'line',
      uid: 'one@test',
      reason: 'bad-start',
      detail: 'DTSTART is "soon"',
    });
  });

  it('may have a zone without the quotes that it needs', () => {
    assert.equal(span('DTSTART;TZID=(UTC+01:00) Paris:20260512T120000'), `${AT_NOON} – ${AT_NOON}`);
    assert.deepEqual(told('DTSTART:a:b'), ['5 bad-start: DTSTART is "a:b"']);
  });
});

describe('a VEVENT, when it ends', () => {
  it('is before the end, which is not included', () => {
    assert.equal(span(DAY, 'DTEND;VALUE=DATE:20260513'), '2026-05-12 – 2026-05-12');
    assert.equal(span(DAY, 'DTEND;VALUE=DATE:20260515'), '2026-05-12 – 2026-05-14');
    assert.equal(span(DAY, 'DTEND:20260515T100000'), '2026-05-12 – 2026-05-14');
    assert.equal(
      span(NOON, 'DTEND;TZID=Europe/Paris:20260512T133000'),
      `${AT_NOON} – 2026-05-12T13:30:00+02:00`,
    );
    assert.equal(span(NOON, 'DTEND:20260512T113000Z'), `${AT_NOON} – 2026-05-12T13:30:00+02:00`);
    assert.equal(span(NOON, 'DTEND:20260512T133000'), `${AT_NOON} – 2026-05-12T13:30:00+02:00`);
    assert.equal(span(NOON, 'DTEND:20260513'), `${AT_NOON} – 2026-05-13T00:00:00+02:00`);
    assert.equal(
      span(NOON, 'DTEND;TZID=America/New_York:20260512T073000'),
      `${AT_NOON} – 2026-05-12T13:30:00+02:00`,
    );
  });

  it('is after a duration, where there is no end', () => {
    assert.equal(span(NOON, 'DURATION:PT90M'), `${AT_NOON} – 2026-05-12T13:30:00+02:00`);
    assert.equal(
      span(NOON, 'DTEND;TZID=Europe/Paris:20260512T130000', 'DURATION:PT90M'),
      `${AT_NOON} – 2026-05-12T13:00:00+02:00`,
    );
    assert.equal(span(DAY, 'DURATION:P2D'), '2026-05-12 – 2026-05-13');
    assert.equal(span(DAY, 'DURATION:PT36H'), '2026-05-12 – 2026-05-13');
    assert.equal(span(DAY, 'DURATION:P1DT1H'), '2026-05-12 – 2026-05-13');
    assert.equal(span(DAY, 'DURATION:PT0S'), '2026-05-12 – 2026-05-12');
    assert.equal(span(DAY), '2026-05-12 – 2026-05-12');
    assert.equal(span(NOON), `${AT_NOON} – ${AT_NOON}`);
  });

  it('is told where it is before the start, or more than a century after', () => {
    const bad = (start: string, end: string): boolean => {
      const lines = told(start, end);
      assert.ok(!lines.length || lines[0]!.startsWith('6 bad-end?: '), lines[0]);
      return lines.length > 0;
    };
    assert.deepEqual(told(NOON, 'DTEND:late'), ['6 bad-end?: DTEND is "late"']);
    assert.deepEqual(told(NOON, 'DURATION:long'), ['6 bad-end?: DURATION is "long"']);
    assert.equal(bad(DAY, 'DTEND;VALUE=DATE:20260512'), false);
    assert.equal(bad(DAY, 'DTEND;VALUE=DATE:20260511'), true);
    assert.equal(bad(NOON, 'DTEND;TZID=Europe/Paris:20260512T120000'), false);
    assert.equal(bad(NOON, 'DTEND;TZID=Europe/Paris:20260512T115959'), true);
    // 36,525 days
    assert.equal(bad('DTSTART:20260101T000000Z', 'DTEND:21260102T000000Z'), false);
    assert.equal(bad('DTSTART:20260101T000000Z', 'DTEND:21260102T000001Z'), true);
    assert.equal(bad('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:21260102'), false);
    assert.equal(bad('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:21260103'), true);
    assert.equal(span(DAY, 'DTEND:late'), '2026-05-12 – 2026-05-12');
  });
});

describe('whole days in other words', () => {
  const MARK = 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE';
  const isAllDay = (...lines: string[]): unknown => readOne(lines).events[0]?.isAllDay;

  it('are those that Outlook marks, from midnight', () => {
    const midnight = 'DTSTART;TZID=Europe/Paris:20260512T000000';
    assert.equal(isAllDay(midnight, MARK), true);
    assert.equal(isAllDay('DTSTART:20260512T000000', MARK.replace('TRUE', ' true ')), true);
    assert.equal(isAllDay(midnight), false);
    assert.equal(isAllDay(NOON, MARK), false);
    assert.equal(isAllDay('DTSTART:20260512T000000Z', MARK), false);
    for (const value of ['FALSE', 'UNTRUE', 'TRUELY']) {
      assert.equal(isAllDay(midnight, `X-MICROSOFT-CDO-ALLDAYEVENT:${value}`), false, value);
    }
  });

  it('end with the day that is written, or whose midnight is in the zone of the calendar', () => {
    const end = (line: string, ...more: string[]): unknown =>
      spanIn(readEvents(calendar(...more, ...vevent(DAY, line)), PARIS));
    const zone = 'X-WR-TIMEZONE:Europe/Paris';
    assert.equal(end('DTEND:20260513T220000Z', zone), '2026-05-12 – 2026-05-13');
    assert.equal(end('DTEND:20260513T220000Z'), '2026-05-12 – 2026-05-12');
    assert.equal(end('DTEND:20260514T010000Z', zone), '2026-05-12 – 2026-05-13');
  });
});
