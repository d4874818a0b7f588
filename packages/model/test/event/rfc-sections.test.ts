import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, readOne, rejections, starts, startsIn, vevent} from './calendar.js';

const NEW_YORK = {timeZone: 'America/New_York', from: '1990-01-01', to: '2010-01-01'};
const lengths = (lines: string[], options = NEW_YORK): number[] =>
  readOne(lines, options).occurrences.map(({start, end}) => (end - start) / 60_000);

describe('the examples of RFC 5545 beside those of rules', () => {
  it('§3.1: unfolds lines, with a space or a tab, and inside a letter', () => {
    const event = vevent(
      'DTSTART:20260512T100000Z',
      'DESCRIPTION:This is a lo',
      ' ng description',
      '\t that exists on a long line.',
    );
    const {events} = readEvents(calendar(...event), PARIS);
    assert.equal(events[0]?.description, 'This is a long description that exists on a long line.');
    const bytes = Buffer.from(calendar(...vevent('DTSTART:20260512T100000Z', 'SUMMARY:Fête')));
    const at = bytes.indexOf(0xc3) + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
    assert.equal(readEvents(folded, PARIS).events[0]?.name, 'Fête');
  });

  it('§3.2: values of parameters in quotes hold what would end them', () => {
    const {events} = readOne([
      'DTSTART:20260512T100000Z',
      'DESCRIPTION;ALTREP="cid:part1.0001@example.org;x=1,2":The Fall\'98 Wild Wizards Conference',
      'ORGANIZER;CN="Smith: John; Ltd";DIR="ldap://example.com:6666/o=ABC":mailto:jsmith@example.com',
    ]);
    assert.equal(events[0]?.description, "The Fall'98 Wild Wizards Conference");
    assert.deepEqual(events[0].organizer, {name: 'Smith: John; Ltd', email: 'jsmith@example.com'});
  });

  it('RFC 6868: quotes and line ends in parameters', () => {
    const {events} = readOne([
      'DTSTART:20260512T100000Z',
      "ORGANIZER;CN=George Herman ^'Babe^' Ruth ^^ Co:mailto:babe@example.com",
    ]);
    assert.equal(events[0]?.organizer?.name, 'George Herman "Babe" Ruth ^ Co');
  });

  it('§3.3.4: a date', () => {
    assert.deepEqual(starts(['DTSTART;VALUE=DATE:19970714'], NEW_YORK), ['1997-07-14']);
  });

  it('§3.3.5: local time, UTC, and local time with a zone', () => {
    assert.deepEqual(starts(['DTSTART:19980118T230000'], NEW_YORK), ['1998-01-18T23:00']);
    assert.deepEqual(starts(['DTSTART:19980119T070000Z'], NEW_YORK), ['1998-01-19T02:00']);
    assert.deepEqual(starts(['DTSTART;TZID=America/New_York:19980119T020000'], NEW_YORK), [
      '1998-01-19T02:00',
    ]);
  });

  it('§3.3.5: a local time that occurs twice is the first, one that never does keeps its offset', () => {
    const at = (text: string): string =>
      new Date(
        readOne([`DTSTART;TZID=America/New_York:${text}`], NEW_YORK).occurrences[0]!.start,
      ).toISOString();
    // the RFC: 1:30 A.M. EDT, UTC-04:00
    assert.equal(at('20071104T013000'), '2007-11-04T05:30:00.000Z');
    // the RFC: 2:30 A.M. EST, UTC-05:00, which is 3:30 A.M. EDT
    assert.equal(at('20070311T023000'), '2007-03-11T07:30:00.000Z');
  });

  it('§3.3.6: durations', () => {
    const minutes = (duration: string): number[] =>
      lengths(['DTSTART:19980118T230000Z', `DURATION:${duration}`]);
    assert.deepEqual(minutes('P15DT5H0M20S'), [15 * 1440 + 5 * 60 + 1 / 3]);
    assert.deepEqual(minutes('P7W'), [7 * 7 * 1440]);
    assert.deepEqual(minutes('PT1H0M0S'), [60]);
    assert.deepEqual(minutes('PT15M'), [15]);
  });

  it('§3.3.11: escaped text', () => {
    const {events} = readOne([
      'DTSTART:20260512T100000Z',
      'DESCRIPTION:Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.',
      'LOCATION:Salle\\; au fond\\, à gauche \\\\ là',
    ]);
    assert.equal(
      events[0]?.description,
      'Project XYZ Final Review\nConference Room - 3B\nCome Prepared.',
    );
    assert.equal(events[0].location?.name, 'Salle; au fond, à gauche \\ là');
  });

  it('§3.6.1: a reminder of a day, one over days, and an anniversary', () => {
    const all = calendar(
      ...vevent(
        'UID:19970901T130000Z-123401@example.com',
        'DTSTAMP:19970901T130000Z',
        'DTSTART:19970903T163000Z',
        'DTEND:19970903T190000Z',
        'SUMMARY:Annual Employee Review',
        'CLASS:PUBLIC',
        'CATEGORIES:BUSINESS,HUMAN RESOURCES',
      ),
      ...vevent(
        'UID:19970901T130000Z-123403@example.com',
        'DTSTAMP:19970901T130000Z',
        'DTSTART;VALUE=DATE:19971102',
        'SUMMARY:Our Blissful Anniversary',
        'TRANSP:TRANSPARENT',
        'CATEGORIES:ANNIVERSARY,PERSONAL,SPECIAL OCCASION',
        'RRULE:FREQ=YEARLY',
      ),
      ...vevent(
        'UID:20070423T123432Z-541111@example.com',
        'DTSTAMP:20070423T123432Z',
        'DTSTART;VALUE=DATE:20070628',
        'DTEND;VALUE=DATE:20070709',
        'SUMMARY:Festival International de Jazz de Montreal',
        'TRANSP:TRANSPARENT',
      ),
    );
    const {events, occurrences} = readEvents(all, {...NEW_YORK, to: '2008-01-01'});
    assert.deepEqual(events[0]?.categories, ['BUSINESS', 'HUMAN RESOURCES']);
    assert.deepEqual(events[1]?.recurrence, {rule: 'FREQ=YEARLY'});
    const jazz = occurrences.find(({eventId}) => eventId === events[2]?.id);
    assert.equal((jazz?.lastDay ?? 0) - (jazz?.firstDay ?? 0) + 1, 11);
    assert.equal(events[2]?.endDate, '2007-07-08');
    assert.equal(occurrences.length, 1 + 11 + 1);
  });

  it('§3.6.1: a private event is not shown, and told', () => {
    const reading = readOne([
      'DTSTART:20260401T163000Z',
      'SUMMARY:Laurel is in sensitivity awareness class.',
      'CLASS:PRIVATE',
    ]);
    assert.deepEqual(reading.events, []);
    assert.deepEqual(rejections(reading), ['3 private']);
  });

  it('§3.8.1.6: a position', () => {
    const {events} = readOne(['DTSTART:20260401T163000Z', 'GEO:37.386013;-122.082932']);
    assert.deepEqual(events[0]?.location?.geo, {latitude: 37.386013, longitude: -122.082932});
  });

  it('§3.8.4.4: one instance, and all from one on', () => {
    const base = vevent(
      'DTSTART;TZID=America/New_York:20260105T090000',
      'DTEND;TZID=America/New_York:20260105T100000',
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'SUMMARY:Series',
    );
    const one = vevent(
      'RECURRENCE-ID;TZID=America/New_York:20260112T090000',
      'DTSTART;TZID=America/New_York:20260113T140000',
      'DTEND;TZID=America/New_York:20260113T150000',
      'SUMMARY:Series',
    );
    const later = vevent(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20260119T090000',
      'DTSTART;TZID=America/New_York:20260119T110000',
      'DTEND;TZID=America/New_York:20260119T130000',
      'SUMMARY:Series',
    );
    const options = {...NEW_YORK, from: '2026-01-01', to: '2027-01-01'};
    const reading = readEvents(calendar(...base, ...one, ...later), options);
    assert.deepEqual(startsIn(reading, 'America/New_York'), [
      '2026-01-05T09:00',
      '2026-01-13T14:00',
      '2026-01-19T11:00',
      '2026-01-26T11:00',
      '2026-02-02T11:00',
    ]);
    assert.deepEqual(
      reading.occurrences.map(({start, end}) => (end - start) / 3_600_000),
      [1, 1, 2, 2, 2],
    );
    assert.equal(reading.events.length, 1);
  });

  it('§3.8.5.1: dates that are taken out', () => {
    assert.deepEqual(
      starts(
        [
          'DTSTART:19960401T010000Z',
          'RRULE:FREQ=DAILY;COUNT=4',
          'EXDATE:19960402T010000Z,19960403T010000Z,19960404T010000Z',
        ],
        {...NEW_YORK, timeZone: 'UTC'},
      ),
      ['1996-04-01T01:00'],
    );
  });

  it('§3.8.5.2: dates that are added, in every form', () => {
    const start = 'DTSTART;TZID=America/New_York:19970101T083000';
    assert.deepEqual(starts([start, 'RDATE:19970714T123000Z'], NEW_YORK), [
      '1997-01-01T08:30',
      '1997-07-14T08:30',
    ]);
    assert.deepEqual(starts([start, 'RDATE;TZID=America/New_York:19970714T083000'], NEW_YORK), [
      '1997-01-01T08:30',
      '1997-07-14T08:30',
    ]);
    const periods = 'RDATE;VALUE=PERIOD:19960403T020000Z/19960403T040000Z,19960404T010000Z/PT3H';
    const found = readOne(['DTSTART:19960402T010000Z', 'DURATION:PT30M', periods], NEW_YORK);
    assert.deepEqual(
      found.occurrences.map(({start: from, end}) => [
        new Date(from).toISOString(),
        (end - from) / 60_000,
      ]),
      [
        ['1996-04-02T01:00:00.000Z', 30],
        ['1996-04-03T02:00:00.000Z', 120],
        ['1996-04-04T01:00:00.000Z', 180],
      ],
    );
    const days =
      'RDATE;VALUE=DATE:19970101,19970120,19970217,19970421,19970526,19970704,19970901,19971014,19971128,19971129,19971225';
    assert.equal(starts(['DTSTART;VALUE=DATE:19970101', days], NEW_YORK).length, 11);
  });

  it('§4: the meeting, the festival and the weekly staff meeting', () => {
    const staff = starts(
      [
        'DTSTART;TZID=America/New_York:19980312T083000',
        'DTEND;TZID=America/New_York:19980312T093000',
        'SUMMARY:XYZ Project Review',
        'LOCATION:1CP Conference Room 4350',
      ],
      NEW_YORK,
    );
    assert.deepEqual(staff, ['1998-03-12T08:30']);
    assert.deepEqual(lengths(['DTSTART:19960918T143000Z', 'DTEND:19960920T220000Z']), [
      2 * 1440 + 7.5 * 60,
    ]);
  });

  it('§3.8.5.3: the same exact duration by DTEND, the same nominal one by DURATION', () => {
    const night = ['DTSTART;TZID=Europe/Paris:20260327T220000', 'RRULE:FREQ=DAILY;COUNT=3'];
    const hours = (line: string): number[] =>
      lengths([...night, line], {...PARIS}).map(minutes => minutes / 60);
    assert.deepEqual(hours('DTEND;TZID=Europe/Paris:20260328T220000'), [24, 24, 24]);
    assert.deepEqual(hours('DURATION:P1D'), [24, 23, 24]);
  });
});
