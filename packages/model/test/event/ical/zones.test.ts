import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runAtOnce} from '../../../src/async/run-in-slices.js';
import {calendarsOf, type Calendar} from '../../../src/event/ical/components.js';
import {findOddZone} from '../../../src/event/ical/odd-zones.js';
import {ruleClock} from '../../../src/event/ical/rule-clock.js';
import {zoneOfWindows} from '../../../src/event/ical/windows-zones.js';
import {CalendarZones, type OddZone} from '../../../src/event/ical/zones.js';
import {Budget} from '../../../src/event/recurrence/budget.js';
import {HOUR, MINUTE} from '../../../src/event/time/civil.js';
import type {Clock} from '../../../src/event/time/clock.js';

const TO = Date.UTC(2031, 0);
const [WINTER, SUMMER] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 6, 5)];
const calendarOf = (...lines: string[]): Calendar =>
  runAtOnce(calendarsOf(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n')))[0]!;
const zone = (name: string, ...lines: string[]): string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  ...lines,
  'END:VTIMEZONE',
];
const observance = (start: string, from: string, to: string, ...more: string[]): string[] => [
  'BEGIN:STANDARD',
  `DTSTART:${start}`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  ...more,
  'END:STANDARD',
];
const AT_5 = observance('19700101T000000', '+0500', '+0500');

describe('the zones of a calendar', () => {
  const asked: OddZone[] = [];
  const zones = (...lines: string[]): CalendarZones =>
    new CalendarZones(
      calendarOf(...lines),
      one => {
        asked.push(one);
        return findOddZone(one);
      },
      TO,
      new Budget(1e6),
    );

  it('have the names of IANA, with a path around them or not', () => {
    const known = zones();
    for (const name of [
      'Europe/Paris',
      ' Europe/Paris ',
      '/freeassociation.sourceforge.net/Europe/Paris',
      '/freeassociation.sourceforge.net/Tzfile/Europe/Paris',
      '/mozilla.org/20050126_1/Europe/Paris',
    ]) {
      assert.equal(known.clockOf(name)?.name, 'Europe/Paris', name);
    }
    assert.equal(
      known.clockOf('/x.org/America/Argentina/Ushuaia')?.name,
      'America/Argentina/Ushuaia',
    );
    assert.equal(known.clockOf('x/Europe/Paris'), undefined);
    assert.equal(known.clockOf('/x.org/Mars/Olympus'), undefined);
  });

  it('are looked for once by any other name, with their description', () => {
    asked.length = 0;
    const known = zones(...zone(' Own ', ...AT_5), ...zone('Other'));
    assert.equal(known.clockOf('Own')?.offsetAt(0), 5 * HOUR);
    assert.equal(known.clockOf(' Own'), known.clockOf('Own'));
    assert.equal(known.clockOf('Mars'), undefined);
    assert.equal(known.clockOf('Mars'), undefined);
    assert.deepEqual(
      asked.map(({name, described, to}) => [name, described?.line, to]),
      [
        ['Own', 2, TO],
        ['Mars', undefined, TO],
      ],
    );
  });

  it('are no more than two hundred', () => {
    const known = zones();
    for (let at = 0; at <= 200; at++) known.clockOf(`Mars ${at}`);
    assert.equal(known.clockOf('Europe/Paris'), undefined);
    const fewer = zones();
    for (let at = 0; at < 200; at++) fewer.clockOf(`Mars ${at}`);
    assert.equal(fewer.clockOf('Europe/Paris')?.name, 'Europe/Paris');
  });

  it('are that which the calendar names, else the only one that it describes', () => {
    const floating = (...lines: string[]): unknown => zones(...lines).floating?.name;
    const tokyo = zone('Asia/Tokyo');
    assert.equal(floating(), undefined);
    assert.equal(floating(...tokyo), 'Asia/Tokyo');
    assert.equal(floating(...tokyo, ...zone('Europe/Paris')), undefined);
    assert.equal(floating(...tokyo, 'X-WR-TIMEZONE:Europe/Paris'), 'Europe/Paris');
    assert.equal(floating(...tokyo, 'TIMEZONE-ID:Europe/Paris'), 'Europe/Paris');
    assert.equal(floating(...tokyo, 'X-WR-TIMEZONE:Mars'), 'Asia/Tokyo');
    assert.equal(floating('BEGIN:VTIMEZONE', 'END:VTIMEZONE'), undefined);
  });
});

describe('a zone of an odd name', () => {
  const find = (name: string, ...lines: string[]): Clock | undefined =>
    findOddZone({
      name,
      described: lines.length ? calendarOf(...zone(name, ...lines)).zones[0] : undefined,
      to: TO,
      budget: new Budget(1e6),
    });
  const offset = (name: string): unknown => {
    const clock = find(name);
    return clock && clock.offsetAt(WINTER) / MINUTE;
  };

  it('is that of Windows, then that of its place, then that of its rules, then that of its cities', () => {
    const place = 'X-LIC-LOCATION: Asia/Tokyo ';
    assert.equal(find('Romance Standard Time', place, ...AT_5)?.name, 'Europe/Paris');
    assert.equal(find('Berlin', place, ...AT_5)?.name, 'Asia/Tokyo');
    assert.equal(find('Berlin', 'X-LIC-LOCATION:Mars', ...AT_5)?.offsetAt(0), 5 * HOUR);
    assert.equal(find('Berlin', 'X-LIC-LOCATION:Mars')?.name, 'Europe/Berlin');
    assert.equal(find('UTC+02', ...AT_5)?.offsetAt(0), 5 * HOUR);
  });

  it('is that of the first city in its name that has one', () => {
    for (const [name, expected] of [
      ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Brussels'],
      ['(GMT-05:00) Bogota, Lima, Quito', 'America/Bogota'],
      ['Nowhere, Los Angeles', 'America/Los_Angeles'],
      ['Tokyo', 'Asia/Tokyo'],
      ['Casablanca', 'Africa/Casablanca'],
      ['Brisbane', 'Australia/Brisbane'],
      ['Auckland', 'Pacific/Auckland'],
      ['Reykjavik', 'Atlantic/Reykjavik'],
      ['1 Paris', undefined],
      ['Paris!', undefined],
      ['../Europe/Paris', undefined],
      [`${'x1,'.repeat(10)}Paris`, undefined],
      [`${'x1,'.repeat(9)}Paris`, 'Europe/Paris'],
    ] as const) {
      assert.equal(find(name)?.name, expected, name);
    }
  });

  it('is at the offset in its name, up to fifteen hours', () => {
    for (const [name, minutes] of [
      ['UTC', 0],
      ['GMT+01', 60],
      ['(UTC -3:30) x', -210],
      ['gmt+0530', 330],
      ['UTC+5.30', 330],
      ['UTC+15', 900],
      ['UTC-15:00', -900],
      ['UTC+15:01', undefined],
      ['UTC+16', undefined],
      ['x UTC+1', undefined],
      ['UTCx', undefined],
    ] as const) {
      assert.equal(offset(name), minutes, name);
    }
  });

  it('is UTC by the name of Microsoft', () => {
    assert.equal(find('tzone://Microsoft/Utc')?.name, 'UTC');
    assert.equal(find('x tzone://Microsoft/Utc'), undefined);
    assert.equal(find('tzone://Microsoft/Utc2'), undefined);
  });

  it('is in the table of Windows, with its words around it or not', () => {
    for (const [name, expected] of [
      ['Romance', 'Europe/Paris'],
      ['romance standard time', 'Europe/Paris'],
      ['Romance Daylight Time', 'Europe/Paris'],
      ['Romance Time', 'Europe/Paris'],
      ['(UTC+01:00)  Romance', 'Europe/Paris'],
      ['(GMT+01:00) Romance', 'Europe/Paris'],
      ['Pacific Time (US and Canada)', 'America/Los_Angeles'],
      ['UTC', 'Etc/UTC'],
      ['Mauritius Standard Time', 'Indian/Mauritius'],
      ['Romance Timely', undefined],
      ['x (UTC) Romance', undefined],
    ] as const) {
      assert.equal(zoneOfWindows(name), expected, name);
    }
  });
});

describe('the clock of a VTIMEZONE', () => {
  const clock = (...lines: string[]): Clock | undefined =>
    ruleClock(calendarOf(...zone('Own', ...lines)).zones[0]!, TO, new Budget(1e6));
  const offsets = (...lines: string[]): unknown => {
    const own = clock(...lines);
    return own && [WINTER, SUMMER].map(at => own.offsetAt(at) / MINUTE);
  };

  it('goes to each offset at the wall time before', () => {
    const own = clock(...observance('20260101T000000', '+0300', '-0100'))!;
    const at = Date.UTC(2025, 11, 31, 21);
    assert.deepEqual(
      [at - 1, at].map(one => own.offsetAt(one) / HOUR),
      [3, -1],
    );
    assert.equal(own.name, undefined);
  });

  it('reads offsets with signs, and seconds', () => {
    for (const [text, minutes] of [
      ['+0530', 330],
      ['-05:30', -330],
      [' +0100 ', 60],
      ['+000921', 9.35],
      ['-00:09:21', -9.35],
    ] as const) {
      assert.deepEqual(offsets(...observance('20200101T000000', '+0000', text)), [
        minutes,
        minutes,
      ]);
    }
    for (const odd of ['0100', '+1', '+01000', 'x+0100', '']) {
      assert.equal(offsets(...observance('20200101T000000', '+0000', odd)), undefined, odd);
      assert.equal(offsets(...observance('20200101T000000', odd, '+0000')), undefined, odd);
    }
    assert.equal(offsets(...observance('never', '+0000', '+0100')), undefined);
    assert.equal(offsets(), undefined);
  });

  it('follows rules until they end, and dates beside them', () => {
    const winter = observance('20201025T030000', '+0200', '+0100');
    const summer = (...more: string[]): string[] =>
      observance('20200329T020000', '+0100', '+0200', ...more);
    const back = winter.toSpliced(4, 0, 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU');
    const rule = 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU';
    assert.deepEqual(offsets(...back, ...summer(rule)), [60, 120]);
    assert.deepEqual(offsets(...back, ...summer(`${rule};UNTIL=20250330T010000Z`)), [60, 60]);
    assert.deepEqual(offsets(...back, ...summer(`${rule};UNTIL=20260329T010000Z`)), [60, 120]);
    assert.deepEqual(offsets(...back, ...summer(`${rule};UNTIL=20260329T005959Z`)), [60, 60]);
    assert.deepEqual(offsets(...back, ...summer(`${rule};UNTIL=20260329T020000`)), [60, 120]);
    assert.deepEqual(offsets(...back, ...summer('RRULE:FREQ=NEVER')), [60, 60]);
    assert.deepEqual(
      offsets(...back, ...summer('RDATE:20250330T020000,20260329T020000')),
      [60, 120],
    );
    assert.deepEqual(offsets(...back, ...summer('RDATE:never')), [60, 60]);
  });

  it('keeps to the order of time, whatever that of the text', () => {
    const late = observance('20260601T000000', '+0100', '+0700');
    const early = observance('20200101T000000', '+0300', '+0100');
    for (const lines of [
      [...late, ...early],
      [...early, ...late],
    ]) {
      const own = clock(...lines)!;
      assert.deepEqual(
        [Date.UTC(2019, 0), WINTER, SUMMER].map(at => own.offsetAt(at) / HOUR),
        [3, 1, 7],
      );
    }
  });
});
