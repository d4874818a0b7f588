import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, readOne, rejections, startsIn, vevent} from './calendar.js';

const noon = 'DTSTART;TZID=Europe/Paris:20260105T120000';
const read = (text: string | Uint8Array) => readEvents(text, PARIS);
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map(part => Buffer.from(part as string)));

describe('calendars as programs write them', () => {
  it('with LF, CR, blank lines, a byte order mark and words before them', () => {
    const text = calendar(...vevent(noon, '', 'SUMMARY:A', ''));
    for (const other of [
      text,
      text.replaceAll('\r\n', '\n'),
      text.replaceAll('\r\n', '\r'),
      `\ufeff${text}`,
      `\n\n  \n${text}`,
      text.replaceAll('\r\n', '\r\r\n'),
    ]) {
      const reading = read(other);
      assert.deepEqual([reading.events[0]?.name, rejections(reading)], ['A', []]);
    }
  });

  it('with ends that are missing', () => {
    const first = vevent('UID:1', noon, 'SUMMARY:A').slice(0, -1);
    const second = vevent('UID:2', noon, 'SUMMARY:B').slice(0, -1);
    const alarm = ['BEGIN:VALARM', 'DESCRIPTION:not ours', 'SUMMARY:nor this'];
    const text = ['BEGIN:VCALENDAR', ...first, ...alarm, ...second].join('\n');
    assert.deepEqual(
      read(text).events.map(({name}) => name),
      ['A', 'B'],
    );
    assert.equal(read(vevent(noon, 'SUMMARY:no calendar').join('\n')).events.length, 1);
  });

  it('with line ends in texts that nobody folded', () => {
    const {events} = readOne([noon, 'DESCRIPTION:first', 'second line', '', 'third', 'SUMMARY:A']);
    assert.equal(events[0]?.description, 'first\nsecond line\nthird');
    assert.equal(events[0].name, 'A');
  });

  it('in lower case, with quotes that are not closed or not opened', () => {
    const reading = read(
      [
        'begin:vcalendar',
        'begin:vevent',
        'uid:1',
        'dtstart;value=date:20260105',
        'DTEND;TZID="Europe/Paris:20260107',
        'end:vevent',
        'BEGIN:VEVENT',
        'UID:2',
        'DTSTART;TZID="W. Europe Standard Time:20260609T090000"',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:3',
        'DTSTART;TZID=(UTC+01:00) Brussels, Copenhagen, Madrid, Paris:20260610T090000',
        'END:VEVENT',
        'end:vcalendar',
      ].join('\n'),
    );
    assert.deepEqual(startsIn(reading, 'Europe/Paris'), [
      '2026-01-05',
      '2026-06-09T09:00',
      '2026-06-10T09:00',
    ]);
  });

  it('in Windows-1252, in UTF-16, and in UTF-8 with a letter cut in two', () => {
    const event = (name: string | number[]) => [
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260105T120000Z\nLOCATION:Fougères\nSUMMARY:',
      name,
      '\nEND:VEVENT\nEND:VCALENDAR',
    ];
    const latin = Buffer.from(event('Fête').join(''), 'latin1');
    assert.equal(read(latin).events[0]?.name, 'Fête');
    const wide = Buffer.from(`\ufeff${event('Fête').join('')}`, 'utf16le');
    assert.equal(read(wide).events[0]?.name, 'Fête');
    // one broken byte does not cost the accents of the others
    const broken = read(bytes(...event([0x46, 0xc3, 0x21])));
    assert.equal(broken.events[0]?.location?.name, 'Fougères');
  });

  it('with dates in the writing of ISO 8601, and of other shapes', () => {
    for (const [date, start] of [
      ['2026-01-05T12:00:00', '2026-01-05T12:00'],
      ['2026-01-05T12:00:00+01:00', '2026-01-05T12:00'],
      ['2026-01-05', '2026-01-05'],
      ['20260105', '2026-01-05'],
      ['20260105T1200', '2026-01-05T12:00'],
      ['20260105t110000z', '2026-01-05T12:00'],
      ['20260105T240000', '2026-01-06T00:00'],
    ] as const) {
      assert.deepEqual(startsIn(readOne([`DTSTART:${date}`]), 'Europe/Paris'), [start], date);
    }
  });

  it('with whole days that Outlook marks', () => {
    const reading = readOne([
      'DTSTART;TZID=Romance Standard Time:20260105T000000',
      'DTEND;TZID=Romance Standard Time:20260107T000000',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    ]);
    assert.equal(reading.occurrences[0]?.isAllDay, true);
    assert.equal(reading.events[0]?.endDate, '2026-01-06');
  });

  it('without UIDs: every event is one, with the same id at every reading', () => {
    const event = ['BEGIN:VEVENT', noon, 'SUMMARY:Été, fête', 'END:VEVENT'];
    const ids = (text: string): string[] => read(text).events.map(({id}) => id);
    const text = calendar(...event, ...event);
    assert.deepEqual(ids(text), ['ete-fete-20260105T120000', 'ete-fete-20260105T120000-2']);
    assert.deepEqual(ids(text), ids(text));
  });

  it('with HTML where text belongs, shown as text and without its scripts', () => {
    const {events} = readOne([
      noon,
      'SUMMARY:Caf&eacute\\; &amp\\; lecture &#8217\\;',
      'DESCRIPTION:<p>Bonjour <b>à tous</b><br>dès 10 h</p><ul><li>un</li></ul><img src=x onerror=alert(1)>',
      'URL:javascript:alert(1)',
      'ATTACH;FMTTYPE=image/png:data:image/png;base64,AAAA',
    ]);
    const [event] = events;
    assert.equal(event?.name, 'Café & lecture ’');
    assert.equal(event.description, 'Bonjour à tous\ndès 10 h\n\n• un');
    assert.equal(event.url, undefined);
    assert.equal(event.image, undefined);
  });

  it('with what towns tell: place, position, organiser, image, states', () => {
    const {events} = readOne([
      noon,
      'STATUS:CANCELLED',
      'LOCATION:https://visio.example/room',
      'ORGANIZER;CN=Bibliothèque:MAILTO:biblio@town.example',
      'CONTACT:Mme Martin\\, 02 97 00 00 00',
      'IMAGE;VALUE=URI:https://town.example/a.jpg',
      'CATEGORIES:Lecture\\, contes,Enfants',
      'LAST-MODIFIED:20260101T080000Z',
    ]);
    const [event] = events;
    assert.equal(event?.eventStatus, 'cancelled');
    assert.equal(event.onlineUrl, 'https://visio.example/room');
    assert.deepEqual(event.organizer, {
      name: 'Bibliothèque',
      telephone: '02 97 00 00 00',
      email: 'biblio@town.example',
    });
    assert.deepEqual(event.image, {url: 'https://town.example/a.jpg'});
    assert.deepEqual(event.categories, ['Lecture, contes', 'Enfants']);
    assert.equal(event.source?.dateModified, '2026-01-01T08:00:00Z');
  });

  it("as Mobilizon's: the organiser is a name where an address should be", () => {
    const {events} = readOne([noon, 'ORGANIZER:Les Amis du Port', 'STATUS:CONFIRMED']);
    assert.deepEqual(events[0]?.organizer, {name: 'Les Amis du Port'});
    assert.equal(events[0].eventStatus, 'scheduled');
  });

  it('tells what calendars say of themselves', () => {
    const {calendar: described} = read(
      calendar(
        'X-WR-CALNAME:Agenda\\, ville',
        'X-WR-TIMEZONE:Europe/Paris',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'COLOR:teal',
        ...vevent(noon),
      ),
    );
    assert.deepEqual(described, {
      name: 'Agenda, ville',
      color: 'teal',
      timeZone: 'Europe/Paris',
      refreshMinutes: 60,
    });
  });

  it('one bad event never loses the others, and its line is told', () => {
    const reading = read(
      calendar(
        ...vevent('UID:1', noon),
        ...vevent('UID:2', 'SUMMARY:no start'),
        ...vevent('UID:3', 'DTSTART:20260231T120000Z'),
        ...vevent('UID:4', 'DTSTART:Next Year'),
        ...vevent('UID:5', noon, 'RDATE:never', 'EXDATE:always'),
        ...vevent('UID:6', noon),
      ),
    );
    assert.deepEqual(
      reading.events.map(({id}) => id),
      ['1', '5', '6'],
    );
    assert.deepEqual(rejections(reading), [
      '7 no-start',
      '13 bad-start',
      '17 bad-start',
      '22 bad-date',
      '23 bad-date',
    ]);
    assert.deepEqual(
      reading.rejected.map(({isPartial = false}) => isPartial),
      [false, false, false, true, true],
    );
  });

  it('METHOD:CANCEL calls everything off', () => {
    assert.equal(
      read(calendar('METHOD:CANCEL', ...vevent(noon))).events[0]?.eventStatus,
      'cancelled',
    );
  });

  it('a series and its exceptions in any order, the latest revision of each', () => {
    const series = vevent(noon, 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Cours');
    const one = (sequence: number, hour: number) =>
      vevent(
        'RECURRENCE-ID;TZID=Europe/Paris:20260106T120000',
        `DTSTART;TZID=Europe/Paris:20260106T${hour}0000`,
        `SEQUENCE:${sequence}`,
        'SUMMARY:Cours',
      );
    for (const lines of [
      [...one(2, 15), ...series, ...one(1, 17)],
      [...series, ...one(1, 17), ...one(2, 15)],
    ]) {
      assert.deepEqual(startsIn(read(calendar(...lines)), 'Europe/Paris'), [
        '2026-01-05T12:00',
        '2026-01-06T15:00',
        '2026-01-07T12:00',
      ]);
    }
  });

  it('an exception that only says "cancelled" keeps the rest, and points at its series', () => {
    const {events, occurrences} = read(
      calendar(
        ...vevent(
          noon,
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;COUNT=2',
          'SUMMARY:Cours',
          'LOCATION:Salle',
        ),
        ...vevent('RECURRENCE-ID;TZID=Europe/Paris:20260106T120000', 'STATUS:CANCELLED'),
      ),
    );
    assert.equal(events.length, 2);
    assert.equal(events[1]?.eventStatus, 'cancelled');
    assert.equal(events[1].name, 'Cours');
    assert.equal(events[1].location?.name, 'Salle');
    assert.equal(events[1].superEvent, events[0]?.id);
    assert.equal(occurrences[1]!.end - occurrences[1]!.start, 3_600_000);
  });

  it('throws for what is no feed, and for options that make no sense', () => {
    for (const text of ['', '<html></html>', 'PK\0\0', 'hello', '{', '{}', '[]', '{"a":1}']) {
      assert.throws(() => read(text), UnreadableFeedError, text);
    }
    const text = calendar(...vevent(noon));
    for (const options of [
      {timeZone: 'Mars/Olympus'},
      {from: '2027-01-01', to: '2026-01-01'},
      {from: 'never'},
      {to: '2300-01-01'},
    ]) {
      assert.throws(() => readEvents(text, {...PARIS, ...options}), RangeError);
    }
  });

  it('never throws anything else, whatever is damaged', () => {
    const text = calendar(
      'X-WR-TIMEZONE:Europe/Paris',
      ...vevent(
        noon,
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20260630',
        'RDATE:20260203',
      ),
      ...vevent('RECURRENCE-ID:20260112T110000Z', 'DTSTART:20260112T120000Z', 'SUMMARY:x'),
    );
    const damage = fc.array(fc.tuple(fc.nat(text.length), fc.string({maxLength: 4}), fc.nat(6)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(damage, cuts => {
        let damaged = text;
        for (const [at, inserted, dropped] of cuts) {
          damaged = damaged.slice(0, at) + inserted + damaged.slice(at + dropped);
        }
        try {
          read(damaged);
        } catch (error) {
          assert.ok(error instanceof UnreadableFeedError, String(error));
        }
      }),
      {numRuns: 300},
    );
  });
});
