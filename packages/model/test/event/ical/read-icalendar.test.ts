import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {collectorFor} from '../../../src/event/open-events.js';
import {readEvents} from '../../../src/event/read-events.js';
import {icalendarReader} from '../../../src/event/readers/icalendar.js';
import {ruleEngine} from '../../../src/event/recurrence/rule-engine.js';
import {calendar, PARIS, vevent} from '../calendar.js';

const NOON = 'DTSTART;TZID=Europe/Paris:20260105T120000';
const described = (...lines: string[]): unknown =>
  readEvents(calendar(...lines, ...vevent(NOON)), {...PARIS, baseUrl: 'https://a.example/'})
    .calendar;

describe('what a calendar says of itself', () => {
  it('is in the names of RFC 7986, or else in those that programs made up', () => {
    const [standard, other] = [
      ['NAME:Agenda', 'DESCRIPTION:de la\\nville', 'COLOR:teal', 'REFRESH-INTERVAL:PT1H'],
      [
        'X-WR-CALNAME:no',
        'X-WR-CALDESC:no',
        'X-APPLE-CALENDAR-COLOR:#ff0000',
        'X-PUBLISHED-TTL:P1D',
      ],
    ];
    const expected = {
      name: 'Agenda',
      description: 'de la ville',
      color: 'teal',
      refreshMinutes: 60,
    };
    assert.deepEqual(described(...standard), expected);
    assert.deepEqual(described(...other, ...standard), expected);
    assert.deepEqual(described(...other), {
      name: 'no',
      description: 'no',
      color: '#ff0000',
      refreshMinutes: 1440,
    });
    assert.deepEqual(described('NAME: ', 'X-WR-CALNAME:Agenda'), {name: 'Agenda'});
    assert.deepEqual(described(), {});
  });

  it('leads to its page, and has a zone that we know', () => {
    assert.deepEqual(described('URL:/agenda'), {url: 'https://a.example/agenda'});
    assert.deepEqual(described('URL:javascript:x'), {});
    assert.deepEqual(described('X-WR-TIMEZONE:Indian/Reunion'), {timeZone: 'Indian/Reunion'});
    assert.deepEqual(described('TIMEZONE-ID:Indian/Reunion'), {timeZone: 'Indian/Reunion'});
    assert.deepEqual(described('TIMEZONE-ID:Asia/Tokyo', 'X-WR-TIMEZONE:Indian/Reunion'), {
      timeZone: 'Indian/Reunion',
    });
    assert.deepEqual(described('X-WR-TIMEZONE:Mars'), {});
    assert.deepEqual(described('REFRESH-INTERVAL:often'), {});
    assert.deepEqual(described('REFRESH-INTERVAL:PT90S'), {refreshMinutes: 1.5});
  });

  it('is that of the first calendar', () => {
    const text = calendar('NAME:one', ...vevent(NOON)) + calendar('NAME:two', ...vevent(NOON));
    const reading = readEvents(text, PARIS);
    assert.deepEqual(reading.calendar, {name: 'one'});
    assert.equal(reading.events.length, 2);
  });
});

describe('reading a calendar', () => {
  it('gives ids that are the same at every reading', () => {
    const ids = (...lines: string[]): unknown => {
      const {events, occurrences} = readEvents(
        calendar('BEGIN:VEVENT', ...lines, 'END:VEVENT'),
        PARIS,
      );
      return [events[0]?.id, occurrences[0]?.recurrenceId];
    };
    assert.deepEqual(ids('UID:a', NOON), ['a', '20260105T120000']);
    assert.deepEqual(ids(NOON, 'SUMMARY:Fête'), ['fete-20260105T120000', '20260105T120000']);
    assert.deepEqual(ids(NOON), ['event-20260105T120000', '20260105T120000']);
    assert.deepEqual(ids('DTSTART:20260105T110000Z'), [
      'event-20260105T110000Z',
      '20260105T110000Z',
    ]);
    assert.deepEqual(ids('DTSTART;VALUE=DATE:20260105'), ['event-20260105', '20260105']);
    assert.deepEqual(ids('UID:a', NOON, 'RRULE:FREQ=HOURLY;COUNT=2'), ['a', '20260105T110000Z']);
    assert.deepEqual(ids('UID:a', 'DTSTART:20260105T120000', 'RRULE:FREQ=HOURLY;COUNT=2'), [
      'a',
      '20260105T120000',
    ]);
    assert.deepEqual(ids('UID:a', 'RECURRENCE-ID: 20260106T110000Z ', NOON), [
      'a#20260106T110000Z',
      '20260105T120000',
    ]);
  });

  it('pauses every hundred events, and ends where no more are taken', () => {
    const pauses = (count: number): number => {
      const events = Array.from({length: count}, (_, at) => vevent(`UID:${at}`, NOON));
      const work = icalendarReader.read(
        calendar(...events.flat()),
        collectorFor(PARIS, ruleEngine),
      )!;
      let found = 0;
      while (!work.next().done) found++;
      return found;
    };
    assert.deepEqual([99, 100, 200].map(pauses), [0, 1, 2]);
    const many = Array.from({length: 5}, (_, at) => vevent(`UID:${at}`, NOON)).flat();
    const {events, rejected, truncated} = readEvents(calendar(...many), {...PARIS, maxEvents: 2});
    assert.deepEqual([events.length, truncated], [2, true]);
    assert.deepEqual(rejected, [
      {
        at: 11,
        unit: 'line',
        uid: '2',
        reason: 'too-many',
        detail: 'reading stops after 2 events',
      },
    ]);
  });
});
