import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, readOne, rejections, starts, startsIn, vevent} from './calendar.js';

/** One test for each row of docs/decisions/0013-recurrence.md, in its order. */
describe('where the RFC leaves a choice', () => {
  const noon = 'DTSTART;TZID=Europe/Paris:20260105T120000';
  const on = (...days: string[]): string[] => days.map(day => `2026-${day}T12:00`);

  it('start not produced by its rule', () => {
    // 5 January 2026 is a Monday
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3']),
      on('01-05', '01-06', '01-13'),
    );
  });

  it('UNTIL before the start', () => {
    assert.deepEqual(starts([noon, 'RRULE:FREQ=DAILY;UNTIL=20260104T230000Z']), []);
  });

  it('BYWEEKNO without BYDAY', () => {
    assert.deepEqual(starts([noon, 'RRULE:FREQ=YEARLY;BYWEEKNO=20']), on('01-05', '05-11'));
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=MONTHLY;BYWEEKNO=20,21']),
      on('01-05', '05-11', '05-18'),
    );
  });

  it('YEARLY with BYMONTHDAY, without BYMONTH', () => {
    assert.deepEqual(starts([noon, 'RRULE:FREQ=YEARLY;BYMONTHDAY=5,9']), on('01-05', '01-09'));
  });

  it("weeks of a YEARLY rule over the year's end", () => {
    // 31 December 2024 is in week 1 of 2025, 30 and 31 December 2030 in week 1 of 2031
    assert.deepEqual(
      starts(
        ['DTSTART;VALUE=DATE:20241231', 'RRULE:FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1;BYDAY=MO,TU'],
        {
          from: '2024-01-01',
          to: '2031-06-01',
        },
      ),
      ['2024-12-31', '2027-01-04', '2027-01-05', '2030-01-01', '2030-12-30', '2030-12-31'],
    );
  });

  it('a part that the RFC gives to no such FREQ', () => {
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=WEEKLY;BYMONTHDAY=5,6;COUNT=4']),
      on('01-05', '01-06', '02-05', '02-06'),
    );
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=WEEKLY;BYDAY=1MO,-1TU;COUNT=3']),
      on('01-05', '01-06', '01-12'),
    );
  });

  it('a rule that cannot be read', () => {
    const reading = readOne([noon, 'RRULE:FREQ=WEEKLY;BYDAY=MO;BYMONTH=13']);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), on('01-05'));
    assert.deepEqual(reading.rejected, [
      {
        at: 6,
        unit: 'line',
        uid: 'one@test',
        reason: 'bad-rule',
        detail: 'RRULE is "FREQ=WEEKLY;BYDAY=MO;BYMONTH=13": BYMONTH=13',
        isPartial: true,
      },
    ]);
  });

  it('RSCALE and SKIP (RFC 7529)', () => {
    assert.equal(starts([noon, 'RRULE:RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2;SKIP=OMIT']).length, 2);
    assert.deepEqual(
      rejections(readOne([noon, 'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD'])),
      ['6 bad-rule'],
    );
    assert.deepEqual(rejections(readOne([noon, 'RRULE:RSCALE=HEBREW;FREQ=YEARLY'])), [
      '6 bad-rule',
    ]);
  });

  it('rules within a day when clocks change', () => {
    const night = (day: string, rule: string): string[] =>
      readOne([`DTSTART;TZID=Europe/Paris:2026${day}T003000`, `RRULE:${rule}`]).occurrences.map(
        ({start}) => new Date(start).toISOString().slice(5, 16),
      );
    assert.deepEqual(night('0329', 'FREQ=HOURLY;COUNT=4'), [
      '03-28T23:30',
      '03-29T00:30',
      '03-29T01:30',
      '03-29T02:30',
    ]);
    assert.deepEqual(night('1025', 'FREQ=HOURLY;COUNT=5'), [
      '10-24T22:30',
      '10-24T23:30',
      '10-25T00:30',
      '10-25T01:30',
      '10-25T02:30',
    ]);
    // nine o'clock on the wall, on either side
    assert.deepEqual(night('0328', 'FREQ=HOURLY;BYHOUR=9;COUNT=4'), [
      '03-27T23:30',
      '03-28T08:30',
      '03-29T07:30',
      '03-30T07:30',
    ]);
    assert.deepEqual(night('1024', 'FREQ=MINUTELY;INTERVAL=15;BYHOUR=9;BYMINUTE=30;COUNT=4'), [
      '10-23T22:30',
      '10-24T07:30',
      '10-25T08:30',
      '10-26T08:30',
    ]);
  });

  it('HOURLY and below for whole days', () => {
    const reading = readOne(['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=HOURLY']);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), ['2026-01-05']);
    assert.deepEqual(rejections(reading), ['6 bad-rule']);
  });

  it('rules within a day without end', () => {
    const reading = readOne([noon, 'RRULE:FREQ=SECONDLY']);
    assert.equal(reading.occurrences.length, 5000);
    assert.equal(reading.truncated, true);
    assert.deepEqual(rejections(reading), ['3 too-many-occurrences']);
  });

  it('a time that the clock skips or shows twice', () => {
    const instants = (lines: string[]): string[] =>
      readOne(lines).occurrences.map(({start}) => new Date(start).toISOString().slice(5, 16));
    assert.deepEqual(
      instants(['DTSTART;TZID=Europe/Paris:20260328T023000', 'RRULE:FREQ=DAILY;COUNT=3']),
      ['03-28T01:30', '03-29T01:30', '03-30T00:30'],
    );
    assert.deepEqual(instants(['DTSTART;TZID=Europe/Paris:20261025T023000']), ['10-25T00:30']);
    assert.deepEqual(
      instants([
        'DTSTART;TZID=Europe/Paris:20260329T023000',
        'RRULE:FREQ=DAILY;COUNT=2;BYHOUR=2,3',
      ]),
      ['03-29T01:30'],
    );
  });

  it('UNTIL as a day, series with times', () => {
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=DAILY;UNTIL=20260107']),
      on('01-05', '01-06', '01-07'),
    );
    // where it is the 16th already, 10:00 of the 17th is still the 16th in UTC
    assert.equal(
      starts(['DTSTART;TZID=Pacific/Auckland:20260115T100000', 'RRULE:FREQ=DAILY;UNTIL=20260116'])
        .length,
      2,
    );
  });

  it('UNTIL in local time', () => {
    const until = (time: string): number =>
      starts([noon, `RRULE:FREQ=DAILY;UNTIL=20260107T${time}`]).length;
    assert.deepEqual([until('115959'), until('120000')], [2, 3]);
    // noon in Paris is eleven in UTC
    assert.deepEqual([until('105959Z'), until('110000Z')], [2, 3]);
  });

  it('UNTIL with a time, series of days', () => {
    const days = (until: string, ...more: string[]): string | undefined => {
      const event = vevent('DTSTART;VALUE=DATE:20260216', `RRULE:FREQ=DAILY;UNTIL=${until}`);
      return startsIn(readEvents(calendar(...more, ...event), PARIS), 'Europe/Paris').at(-1);
    };
    const zone = 'X-WR-TIMEZONE:Europe/Paris';
    assert.equal(days('20260222T235959Z'), '2026-02-22');
    assert.equal(days('20260222T235959Z', zone), '2026-02-22');
    assert.equal(days('20260222T000000Z', zone), '2026-02-22');
    // Exchange: midnight of the 23rd in Paris
    assert.equal(days('20260222T230000Z', zone), '2026-02-23');
    assert.equal(days('20260222T230000Z'), '2026-02-22');
  });

  it('EXDATE as a day, series with times', () => {
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260106']),
      on('01-05', '01-07'),
    );
    assert.deepEqual(
      starts([noon, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260106']),
      on('01-05', '01-07'),
    );
  });

  it('EXDATE with a time, series of days', () => {
    const rule = ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=3'];
    for (const date of [
      'EXDATE:20260106T000000',
      'EXDATE;TZID=W. Europe Standard Time:20260106T000000',
      'EXDATE:20260106T000000Z',
    ]) {
      assert.deepEqual(starts([...rule, date]), ['2026-01-05', '2026-01-07'], date);
    }
    const event = vevent(...rule, 'EXDATE:20260105T230000Z');
    const reading = readEvents(calendar('X-WR-TIMEZONE:Europe/Paris', ...event), PARIS);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), ['2026-01-05', '2026-01-07']);
  });

  it('EXDATE in another zone, or floating', () => {
    for (const date of [
      'EXDATE:20260106T110000Z',
      'EXDATE;TZID=America/New_York:20260106T060000',
      'EXDATE:20260106T120000',
    ]) {
      assert.deepEqual(
        starts([noon, 'RRULE:FREQ=DAILY;COUNT=3', date]),
        on('01-05', '01-07'),
        date,
      );
    }
  });

  const series = vevent(noon, 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Cours');
  const exception = (id: string, start: string, ...more: string[]): string[] =>
    vevent(
      `RECURRENCE-ID;TZID=Europe/Paris:${id}`,
      `DTSTART;TZID=Europe/Paris:${start}`,
      'SUMMARY:Cours',
      ...more,
    );
  const read = (...lines: string[]): string[] =>
    startsIn(readEvents(calendar(...lines), PARIS), 'Europe/Paris');

  it('EXDATE and RECURRENCE-ID of one instance', () => {
    const without = vevent(
      noon,
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE;TZID=Europe/Paris:20260106T120000',
    );
    assert.deepEqual(
      read(...without, ...exception('20260106T120000', '20260106T150000')),
      on('01-05', '01-07'),
    );
  });

  it('COUNT and EXDATE', () => {
    assert.equal(
      starts([noon, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;TZID=Europe/Paris:20260105T120000']).length,
      2,
    );
  });

  it('RECURRENCE-ID of no instance', () => {
    assert.deepEqual(read(...series, ...exception('20260120T120000', '20260121T120000')), [
      ...on('01-05', '01-06', '01-07'),
      '2026-01-21T12:00',
    ]);
  });

  it('RECURRENCE-ID without its series', () => {
    const alone = [...exception('20260120T120000', '20260121T120000')];
    const reading = readEvents(calendar(...alone), PARIS);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), on('01-21'));
    assert.equal(reading.events[0]?.id, 'one@test#20260120T120000');
  });

  it('THISANDFUTURE', () => {
    const later = vevent(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260106T120000',
      'DTSTART;TZID=Europe/Paris:20260106T150000',
      'SUMMARY:Cours à trois heures',
    );
    const reading = readEvents(calendar(...series, ...later), PARIS);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), [
      '2026-01-05T12:00',
      '2026-01-06T15:00',
      '2026-01-07T15:00',
    ]);
    assert.deepEqual(
      reading.occurrences.map(({eventId, recurrenceId}) => [eventId, recurrenceId]),
      [
        ['one@test', '20260105T120000'],
        ['one@test#20260106T120000', '20260106T120000'],
        ['one@test#20260106T120000', '20260107T120000'],
      ],
    );
  });

  it('one UID, one SEQUENCE, other starts', () => {
    const other = vevent('DTSTART;TZID=Europe/Paris:20260110T120000');
    assert.deepEqual(read(...vevent(noon), ...other), on('01-05', '01-10'));
    // a revision says so
    assert.deepEqual(
      read(...vevent(noon), ...other.slice(0, -1), 'SEQUENCE:1', 'END:VEVENT'),
      on('01-10'),
    );
  });

  it('VTIMEZONE that contradicts IANA', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    assert.deepEqual(read(...zone, ...vevent(noon)), on('01-05'));
  });

  it('names of Windows, cities, offsets for zones', () => {
    for (const zone of [
      'Romance Standard Time',
      '"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"',
      '"Amsterdam, Belgrade, Berlin, Brussels"',
      '/freeassociation.sourceforge.net/Tzfile/Europe/Paris',
      'UTC+01:00',
      'GMT+0100',
    ]) {
      assert.deepEqual(starts([`DTSTART;TZID=${zone}:20260105T120000`]), on('01-05'), zone);
    }
    const unknown = readOne(['DTSTART;TZID=Atlantis:20260105T120000']);
    assert.deepEqual(startsIn(unknown, 'Europe/Paris'), on('01-05'));
    assert.deepEqual(rejections(unknown), ['5 unknown-zone']);
  });

  it('times that name no zone', () => {
    const floating = vevent('DTSTART:20260105T060000');
    assert.deepEqual(read(...floating), ['2026-01-05T06:00']);
    assert.deepEqual(read('X-WR-TIMEZONE:America/New_York', ...floating), on('01-05'));
    const only = ['BEGIN:VTIMEZONE', 'TZID:America/New_York', 'END:VTIMEZONE'];
    assert.deepEqual(read(...only, ...floating), on('01-05'));
    const another = ['BEGIN:VTIMEZONE', 'TZID:Asia/Tokyo', 'END:VTIMEZONE'];
    assert.deepEqual(read(...only, ...another, ...floating), ['2026-01-05T06:00']);
  });

  it('X-WR-TIMEZONE and times in UTC', () => {
    assert.deepEqual(
      read('X-WR-TIMEZONE:America/New_York', ...vevent('DTSTART:20260105T110000Z')),
      on('01-05'),
    );
  });

  it('end before the start, duration of no kind', () => {
    for (const end of [
      'DTEND;TZID=Europe/Paris:20260105T110000',
      'DURATION:-PT1H',
      'DURATION:P1M',
      'DURATION:P1DXYZ',
      'DURATION:P123456789012345678W',
      'DTEND:tomorrow',
    ]) {
      const reading = readOne([noon, end]);
      assert.deepEqual(rejections(reading), ['6 bad-end'], end);
      assert.equal(reading.occurrences[0]?.end, reading.occurrences[0]?.start);
    }
    const day = readOne(['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260105']);
    assert.deepEqual(rejections(day), []);
    assert.deepEqual(
      [day.occurrences[0]?.firstDay, day.occurrences[0]?.lastDay],
      [day.occurrences[0]?.firstDay, day.occurrences[0]?.firstDay],
    );
  });

  it('CLASS other than PUBLIC', () => {
    const hidden = exception('20260106T120000', '20260106T120000', 'CLASS:CONFIDENTIAL');
    const reading = readEvents(calendar(...series, ...hidden), PARIS);
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), on('01-05', '01-07'));
    assert.deepEqual(rejections(reading), ['9 private']);
  });
});
