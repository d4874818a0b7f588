import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event, EventStatus, Occurrence} from '../../../src/event/event.js';
import {
  eventsToICalendar,
  occurrenceToICalendar,
  type ICalendarOptions,
} from '../../../src/event/writers/icalendar.js';
import {DAY, dateOf, daysOf, END, eventOf, MAY_12, START, WHOLE, zonelessOf} from './made.js';

const now = new Date('2026-01-01T00:00:00Z');
/** The lines of a file, unfolded. */
const unfolded = (file: string): string[] => file.replaceAll('\r\n ', '').trimEnd().split('\r\n');
/** The lines of what is inside the events of a file, without those that all have. */
const insideOf = (file: string): string[][] => {
  const events: string[][] = [];
  const lines = unfolded(file);
  lines.forEach((line, at) => {
    if (line === 'BEGIN:VEVENT') events.push(lines.slice(at + 1, lines.indexOf('END:VEVENT', at)));
  });
  return events.map(event => event.filter(line => !/^(?:DTSTAMP|SUMMARY)/.test(line)));
};
const write = (
  events: readonly Event[],
  occurrences: readonly Occurrence[],
  options: Partial<ICalendarOptions> = {},
): string[][] => insideOf(eventsToICalendar({events, occurrences}, {now, ...options}));
const one = (event: Event, occurrence = dateOf()): string[] =>
  write([event], [{...occurrence, eventId: event.id}])[0]!;
/** What is said of an event beside when it is. */
const said = (more: Partial<Event>): string[] =>
  one(eventOf(more)).filter(line => !/^(?:UID|DTSTART|DTEND)/.test(line));

describe('a file', () => {
  it('is whole', () => {
    const file = eventsToICalendar(
      {events: [eventOf(WHOLE)], occurrences: [dateOf()]},
      {
        now,
        name: 'Agenda, ville',
        description: 'Tout;',
        url: 'https://a.example/\n',
        refreshMinutes: 59.5,
      },
    );
    assert.deepEqual(unfolded(file), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//local-widgets//events//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Agenda\\, ville',
      'X-WR-CALNAME:Agenda\\, ville',
      'DESCRIPTION:Tout\\;',
      'X-WR-CALDESC:Tout\\;',
      'URL:https://a.example/',
      'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
      'X-PUBLISHED-TTL:PT60M',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:20260101T010000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:bal',
      'DTSTAMP:20260101T000000Z',
      'DTSTART;TZID=Europe/Paris:20260512T203000',
      'DTEND;TZID=Europe/Paris:20260512T220000',
      'SUMMARY:Bal',
      'DESCRIPTION:Venez\\;\\nnombreux',
      'LOCATION:Salle\\, 1 rue\\, 56000 Vannes',
      'X-LOCAL-PLACE-ID:salle\\,1',
      'GEO:47.660000;-2.760000',
      'URL:https://a.example/bal',
      'CATEGORIES:Fête,Danse\\, musique',
      'STATUS:CONFIRMED',
      `ORGANIZER;CN="Asso ^'A^'":mailto:a@b.example`,
      'CONFERENCE;VALUE=URI:https://visio.example/bal',
      'IMAGE;VALUE=URI;DISPLAY=BADGE:https://a.example/a.jpg',
      'LAST-MODIFIED:20260401T080000Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('of nothing has a frame alone', () => {
    const frame = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//local-widgets//events//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'END:VCALENDAR',
    ];
    const nothing = {events: [], occurrences: []};
    const empty = {now, name: '', description: '', url: '', refreshMinutes: 0};
    assert.deepEqual(unfolded(eventsToICalendar(nothing, {now})), frame);
    assert.deepEqual(unfolded(eventsToICalendar(nothing, empty)), frame);
  });

  it('folds before the 76th octet, and not within a letter', () => {
    const fold = (name: string): string[] => {
      const file = occurrenceToICalendar(eventOf({name}), dateOf(), {now});
      const lines = file.split('\r\n');
      const at = lines.findIndex(line => line.startsWith('SUMMARY'));
      return lines.slice(at, lines.indexOf('END:VEVENT'));
    };
    // SUMMARY: has 8 octets
    assert.deepEqual(fold('x'.repeat(67)), [`SUMMARY:${'x'.repeat(67)}`]);
    assert.deepEqual(fold('x'.repeat(68)), [`SUMMARY:${'x'.repeat(67)}`, ' x']);
    assert.deepEqual(fold('x'.repeat(67 + 75)), [
      `SUMMARY:${'x'.repeat(67)}`,
      ` ${'x'.repeat(74)}`,
      ' x',
    ]);
    for (const [letter, octets] of [
      ['~', 1],
      ['é', 2],
      ['\u07ff', 2],
      ['\u0800', 3],
      ['€', 3],
      ['😀', 4],
    ] as const) {
      const room = 67 - octets;
      assert.deepEqual(fold('x'.repeat(room) + letter), [`SUMMARY:${'x'.repeat(room)}${letter}`]);
      assert.deepEqual(fold('x'.repeat(room + 1) + letter), [
        `SUMMARY:${'x'.repeat(room + 1)}`,
        ` ${letter}`,
      ]);
    }
  });
});

describe('what is written of an event', () => {
  it('is a state that calendars know', () => {
    const states: Readonly<Record<EventStatus, string>> = {
      scheduled: 'CONFIRMED',
      tentative: 'TENTATIVE',
      cancelled: 'CANCELLED',
      postponed: 'CANCELLED',
      rescheduled: 'CONFIRMED',
      'moved-online': 'CONFIRMED',
      full: 'CONFIRMED',
    };
    for (const [eventStatus, state] of Object.entries(states)) {
      assert.deepEqual(said({eventStatus: eventStatus as EventStatus}), [`STATUS:${state}`]);
    }
    assert.deepEqual(said({}), []);
  });

  it('is an organizer with an address, or else a contact', () => {
    const organizer = (more: NonNullable<Event['organizer']>): string[] => said({organizer: more});
    const email = 'a@b.example';
    assert.deepEqual(organizer({email}), ['ORGANIZER:mailto:a@b.example']);
    assert.deepEqual(organizer({email, name: 'A^\n"B"'}), [
      `ORGANIZER;CN="A^^ ^'B^'":mailto:a@b.example`,
    ]);
    assert.deepEqual(organizer({name: 'Asso; A', telephone: '02 97'}), [
      'CONTACT:Asso\\; A\\, 02 97',
    ]);
    assert.deepEqual(organizer({name: 'Asso'}), ['CONTACT:Asso']);
    assert.deepEqual(organizer({telephone: '02 97'}), ['CONTACT:02 97']);
    assert.deepEqual(organizer({url: 'https://asso.example/'}), []);
  });

  it('is a place in one line, without what its name says already', () => {
    const place = (location: NonNullable<Event['location']>): string[] => said({location});
    const address = {streetAddress: '1 rue', postalCode: '56000', addressLocality: 'Vannes'};
    assert.deepEqual(place({address}), ['LOCATION:1 rue\\, 56000 Vannes']);
    assert.deepEqual(place({name: 'Salle, 1 rue', address}), [
      'LOCATION:Salle\\, 1 rue\\, 56000 Vannes',
    ]);
    assert.deepEqual(place({name: 'Salle, 1 rue, 56000 Vannes', address}), [
      'LOCATION:Salle\\, 1 rue\\, 56000 Vannes',
    ]);
    assert.deepEqual(place({name: 'Salle', address: {postalCode: '56000'}}), [
      'LOCATION:Salle\\, 56000',
    ]);
    assert.deepEqual(place({name: '', address: {addressLocality: 'Vannes'}}), ['LOCATION:Vannes']);
    assert.deepEqual(place({placeId: 'salle'}), ['X-LOCAL-PLACE-ID:salle']);
  });

  it('was changed when that is an instant', () => {
    const modified = (dateModified: string): string[] => said({source: {dateModified}});
    assert.deepEqual(modified('2026-04-01T10:00:00+02:00'), ['LAST-MODIFIED:20260401T080000Z']);
    assert.deepEqual(modified('2026-04-01T10:00:00'), []);
    assert.deepEqual(modified('2026-04-01'), []);
    assert.deepEqual(said({source: {name: 'Ville'}}), []);
  });

  it('has no line end of its own', () => {
    const text = 'a\\b,c;d\r\ne\rf\u2028g\u2029h\u0000i\tj';
    assert.deepEqual(said({description: text}), ['DESCRIPTION:a\\\\b\\,c\\;d\\ne\\nf\\ng\\nhi\tj']);
    assert.deepEqual(said({url: 'https://a.example/\r\n b\u0007'}), ['URL:https://a.example/b']);
  });
});

describe('when an event is', () => {
  it('is in its zone, in UTC where it has none, or on days', () => {
    const [start, end] = ['20260512T203000', '20260512T220000'];
    const utc = ['UID:bal', 'DTSTART:20260512T183000Z', 'DTEND:20260512T200000Z'];
    assert.deepEqual(one(eventOf()), [
      'UID:bal',
      `DTSTART;TZID=Europe/Paris:${start}`,
      `DTEND;TZID=Europe/Paris:${end}`,
    ]);
    assert.deepEqual(one(eventOf({timeZone: 'UTC'})), utc);
    const none = zonelessOf();
    assert.deepEqual(one(none), utc);
    assert.deepEqual(one(eventOf(), dateOf({end: START})), [
      'UID:bal',
      `DTSTART;TZID=Europe/Paris:${start}`,
    ]);
    assert.deepEqual(one(...daysOf()), [
      'UID:bal',
      'DTSTART;VALUE=DATE:20260512',
      'DTEND;VALUE=DATE:20260514',
    ]);
  });

  it('has an id for each of several dates, that of the source before ours', () => {
    const dates = [
      dateOf(),
      dateOf({recurrenceId: '20260513T203000', start: START + DAY, end: END + DAY}),
    ];
    const uids = (event: Event): string[] => write([event], dates).map(([uid]) => uid!);
    assert.deepEqual(uids(eventOf({uid: 'a,b'})), [
      'UID:a\\,b-20260512T203000',
      'UID:a\\,b-20260513T203000',
    ]);
    assert.deepEqual(uids(eventOf()), ['UID:bal-20260512T203000', 'UID:bal-20260513T203000']);
    const single = (event: Event): string =>
      insideOf(occurrenceToICalendar(event, dateOf(), {now}))[0]![0]!;
    assert.equal(single(eventOf()), 'UID:bal');
    assert.equal(single(eventOf({recurrence: {}})), 'UID:bal-20260512T203000');
  });

  it('is not written without a date', () => {
    assert.deepEqual(write([eventOf()], []), []);
    assert.deepEqual(write([eventOf()], [dateOf({eventId: 'other'})]), []);
  });
});

describe('a series', () => {
  const RULE = 'FREQ=DAILY;COUNT=3';
  const series = (more: Partial<Event> = {}): string[] =>
    write([eventOf({recurrence: {rule: RULE}, ...more})], [dateOf()])[0]!;
  const [start, end] = [
    'DTSTART;TZID=Europe/Paris:20260512T203000',
    'DTEND;TZID=Europe/Paris:20260512T220000',
  ];

  it('is written with its rule, its dates and those that are out', () => {
    assert.deepEqual(series(), ['UID:bal', start, end, `RRULE:${RULE}`]);
    const recurrence = {
      rule: RULE,
      dates: ['2026-06-01T10:00:00', '2026-06-02', 'never'],
      exceptDates: ['2026-05-13T20:30:00', '2026-05-14'],
    };
    assert.deepEqual(series({uid: 'a', recurrence}), [
      'UID:a',
      start,
      end,
      `RRULE:${RULE}`,
      'RDATE;TZID=Europe/Paris:20260601T100000',
      'RDATE;TZID=Europe/Paris:20260602T203000',
      'EXDATE;TZID=Europe/Paris:20260513T203000',
      'EXDATE;TZID=Europe/Paris:20260514T203000',
    ]);
    assert.deepEqual(series({recurrence: {dates: ['2026-06-02']}}), [
      'UID:bal',
      start,
      end,
      'RDATE;TZID=Europe/Paris:20260602T203000',
    ]);
    assert.deepEqual(series({endDate: '2026-05-12T20:30:00+02:00'}), [
      'UID:bal',
      start,
      `RRULE:${RULE}`,
    ]);
  });

  it('is on days, floats, or is in UTC', () => {
    const recurrence = {rule: RULE, dates: ['2026-06-02'], exceptDates: ['2026-05-14']};
    const [days] = daysOf({recurrence});
    assert.deepEqual(write([days], [])[0], [
      'UID:bal',
      'DTSTART;VALUE=DATE:20260512',
      'DTEND;VALUE=DATE:20260514',
      `RRULE:${RULE}`,
      'RDATE;VALUE=DATE:20260602',
      'EXDATE;VALUE=DATE:20260514',
    ]);
    const none = zonelessOf({recurrence});
    const floating = {
      ...none,
      isFloating: true,
      startDate: '2026-05-12T20:30:00',
      endDate: '2026-05-12T22:00:00',
    } as const;
    assert.deepEqual(write([floating], [])[0], [
      'UID:bal',
      'DTSTART:20260512T203000',
      'DTEND:20260512T220000',
      `RRULE:${RULE}`,
      'RDATE:20260602T203000',
      'EXDATE:20260514T203000',
    ]);
    assert.deepEqual(series({timeZone: 'UTC'}), [
      'UID:bal',
      'DTSTART:20260512T183000Z',
      'DTEND:20260512T200000Z',
      `RRULE:${RULE}`,
    ]);
  });

  it('is one event for each date where it has no clock that others know, or no rule is wanted', () => {
    const dates = ['UID:bal', 'DTSTART:20260512T183000Z', 'DTEND:20260512T200000Z'];
    const none = zonelessOf({recurrence: {rule: RULE}});
    assert.deepEqual(write([none], [dateOf()]), [dates]);
    const event = eventOf({recurrence: {rule: RULE}});
    assert.deepEqual(write([event], [dateOf()], {withRules: false}), [['UID:bal', start, end]]);
    assert.deepEqual(write([event], [dateOf()], {withRules: true})[0]?.at(-1), `RRULE:${RULE}`);
    // a start that is none cannot be written as a series
    assert.deepEqual(write([{...event, startDate: 'never'}], []), []);
    assert.deepEqual(write([{...event, endDate: 'never'}], []), []);
  });

  it('ends in UTC, of days on a day', () => {
    const until = (rule: string, more: Partial<Event> = {}): string | undefined =>
      /UNTIL=[^;]*/.exec(
        series({recurrence: {rule: `FREQ=DAILY;UNTIL=${rule};WKST=SU`}, ...more}).at(-1)!,
      )?.[0];
    assert.equal(until('20260601'), 'UNTIL=20260601T215959Z');
    assert.equal(until('20260601T203000'), 'UNTIL=20260601T183000Z');
    assert.equal(until('20260601T183000Z'), 'UNTIL=20260601T183000Z');
    assert.equal(until('never'), 'UNTIL=never');
    assert.equal(until('20260601', {timeZone: 'UTC'}), 'UNTIL=20260601T235959Z');
    const [days] = daysOf();
    assert.equal(until('20260601T183000Z', days), 'UNTIL=20260601');
    assert.equal(until('20260601T203000', days), 'UNTIL=20260601');
    assert.equal(until('20260601', days), 'UNTIL=20260601');
    assert.equal(until('never', days), 'UNTIL=never');
    const floating = {isFloating: true, startDate: '2026-05-12T20:30:00'} as const;
    assert.equal(until('20260601', floating), 'UNTIL=20260601T235959');
    assert.equal(until('20260601T203000', floating), 'UNTIL=20260601T203000');
  });

  it('has an event more for each date that is at another time', () => {
    const event = eventOf({recurrence: {rule: RULE}, uid: 'a'});
    const moved = dateOf({
      recurrenceId: '20260513T203000',
      start: START + DAY + 60_000,
      end: END + DAY,
    });
    const asMeant = dateOf({
      recurrenceId: '20260514T203000',
      start: START + 2 * DAY,
      end: END + 2 * DAY,
    });
    assert.deepEqual(write([event], [dateOf(), moved, asMeant]).slice(1), [
      [
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/Paris:20260513T203000',
        'DTSTART;TZID=Europe/Paris:20260513T203100',
        'DTEND;TZID=Europe/Paris:20260513T220000',
      ],
    ]);
    const inUtc = {...moved, recurrenceId: '20260513T183000Z'};
    assert.equal(write([event], [inUtc])[1]?.[1], 'RECURRENCE-ID:20260513T183000Z');
    assert.equal(write([event], [{...inUtc, start: START + DAY}]).length, 1);
    assert.equal(write([event], [{...moved, recurrenceId: 'never'}]).length, 1);

    const [days, date] = daysOf({recurrence: {rule: RULE}});
    assert.equal(write([days], [date]).length, 1);
    const later = {...date, firstDay: MAY_12 + 1, lastDay: MAY_12 + 1};
    assert.deepEqual(write([days], [later])[1], [
      'UID:bal',
      'RECURRENCE-ID;VALUE=DATE:20260512',
      'DTSTART;VALUE=DATE:20260513',
      'DTEND;VALUE=DATE:20260514',
    ]);
  });

  it('has an event for each date that says something else', () => {
    const event = eventOf({recurrence: {rule: RULE}, uid: 'a'});
    const own = eventOf({id: 'bal#1', uid: 'a', superEvent: 'bal', eventStatus: 'cancelled'});
    const date = dateOf({eventId: 'bal#1'});
    assert.deepEqual(write([event, own], [date])[1], [
      'UID:a',
      'RECURRENCE-ID;TZID=Europe/Paris:20260512T203000',
      start,
      end,
      'STATUS:CANCELLED',
    ]);
    assert.equal(write([event, own], [{...date, recurrenceId: 'never'}]).length, 1);
    // without its series it is an event of its own
    assert.deepEqual(write([own], [date])[0], ['UID:a', start, end, 'STATUS:CANCELLED']);
    assert.deepEqual(write([event, own], [date], {withRules: false}), [
      ['UID:a', start, end, 'STATUS:CANCELLED'],
    ]);
  });
});

describe('the zones of a file', () => {
  it('are those that are written, from the first time to the last or to now', () => {
    const zonesIn = (events: readonly Event[], dates: readonly Occurrence[], at = now): string[] =>
      unfolded(eventsToICalendar({events, occurrences: dates}, {now: at})).filter(line =>
        /^TZID|^DTSTART:(?:19|20)\d\d.*T\d{4}00$/.test(line),
      );
    const [cayenne, tokyo] = ['America/Cayenne', 'Asia/Tokyo'].map(timeZone =>
      eventOf({timeZone, id: timeZone}),
    ) as [Event, Event];
    const dates = [cayenne, tokyo].map(({id}) => dateOf({eventId: id}));
    assert.deepEqual(zonesIn([cayenne, tokyo], dates), [
      'TZID:America/Cayenne',
      'DTSTART:20251231T210000',
      'TZID:Asia/Tokyo',
      'DTSTART:20260101T090000',
    ]);
    const old = dateOf({eventId: tokyo.id, start: Date.UTC(2020, 4), end: Date.UTC(2020, 4)});
    assert.deepEqual(zonesIn([tokyo], [dates[1]!, old]), [
      'TZID:Asia/Tokyo',
      'DTSTART:20200101T090000',
    ]);
    assert.deepEqual(zonesIn([tokyo], [old, dates[1]!]), [
      'TZID:Asia/Tokyo',
      'DTSTART:20200101T090000',
    ]);
  });
});
