import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type {Event, Occurrence} from '../../src/event/event.js';
import {readEvents} from '../../src/event/read-events.js';
import {eventsToAtom} from '../../src/event/writers/atom.js';
import {
  googleCalendarUrl,
  outlookCalendarUrl,
  webcalUrl,
} from '../../src/event/writers/calendar-links.js';
import {eventsToICalendar, occurrenceToICalendar} from '../../src/event/writers/icalendar.js';
import {eventsToJsonLd} from '../../src/event/writers/json-ld.js';
import {calendar, PARIS, vevent} from './calendar.js';

const now = new Date('2026-01-01T00:00:00Z');
const read = (input: object | string) => readEvents(input, PARIS);
const when = (occurrences: readonly Occurrence[]) =>
  occurrences.map(({start, end, isAllDay}) => [
    new Date(start).toISOString(),
    end - start,
    isAllDay,
  ]);

const EVENTS = {
  events: [
    {
      name: 'Marché; de « Noël », \\ etc.',
      uid: 'a,b;c',
      startDate: '2026-01-03T08:00',
      endDate: '2026-01-03T12:30',
      timeZone: 'Europe/Paris',
      recurrence: {
        rule: 'FREQ=WEEKLY;UNTIL=20260630',
        exceptDates: ['2026-01-10', '2026-01-17T08:00:00'],
        dates: ['2026-07-14'],
      },
      location: {name: 'Place', address: {streetAddress: '1 rue', addressLocality: 'Vannes'}},
      description: `${'é'.repeat(90)}\nligne ${'😀'.repeat(30)}`,
      organizer: {name: 'L’"Asso"', email: 'a@b.example'},
      categories: ['Marché, foire'],
    },
    {name: 'Jours', startDate: '2026-02-01', endDate: '2026-02-03', eventStatus: 'cancelled'},
    {name: 'Flottant', startDate: '2026-03-01T10:00', recurrence: 'FREQ=DAILY;COUNT=3'},
    {
      name: 'Plusieurs',
      dates: [{startDate: '2026-04-01T10:00Z'}, {startDate: '2026-04-05T12:00Z'}],
    },
  ],
};

describe('eventsToICalendar', () => {
  const reading = read(EVENTS);
  const text = eventsToICalendar(reading, {now, name: 'Agenda, ville', refreshMinutes: 60});

  it('is read back as it was', () => {
    const again = read(text);
    assert.deepEqual(again.rejected, []);
    assert.deepEqual(when(again.occurrences), when(reading.occurrences));
    const [first] = again.events;
    assert.equal(first?.name, 'Marché; de « Noël », \\ etc.');
    assert.equal(first.uid, 'a,b;c');
    assert.deepEqual(first.organizer, {name: 'L’"Asso"', email: 'a@b.example'});
    assert.deepEqual(first.categories, ['Marché, foire']);
    assert.equal(first.description, reading.events[0]?.description);
    assert.equal(again.events[1]?.eventStatus, 'cancelled');
    assert.equal(again.calendar.name, 'Agenda, ville');
  });

  it('is the same dates one by one', () => {
    const again = read(eventsToICalendar(reading, {now, withRules: false}));
    assert.deepEqual(when(again.occurrences), when(reading.occurrences));
  });

  it('keeps to lines of 75 octets with CRLF, and never cuts a letter', () => {
    const lines = text.split('\r\n');
    assert.equal(lines.pop(), '');
    for (const line of lines) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /[\r\n\ufffd]/);
      assert.doesNotMatch(line, /\p{Cs}/u);
    }
    assert.ok(lines.includes('RRULE:FREQ=WEEKLY;UNTIL=20260630T215959Z'));
    assert.equal(lines.filter(line => line === 'BEGIN:VTIMEZONE').length, 1);
  });

  it('is understood by another reader', () => {
    const component = new ICAL.Component(ICAL.parse(text) as never);
    for (const zone of component.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(zone);
    const market = component.getAllSubcomponents('vevent')[0]!;
    const event = new ICAL.Event(market);
    assert.equal(event.summary, 'Marché; de « Noël », \\ etc.');
    assert.equal(event.startDate.toJSDate().toISOString(), '2026-01-03T07:00:00.000Z');
    assert.equal(event.endDate.toJSDate().toISOString(), '2026-01-03T11:30:00.000Z');
    ICAL.TimezoneService.reset();
  });

  it('keeps exceptions of a series', () => {
    const series = read(
      calendar(
        ...vevent(
          'DTSTART;TZID=Europe/Paris:20260105T120000',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;COUNT=4',
          'SUMMARY:Cours',
        ),
        ...vevent(
          'RECURRENCE-ID;TZID=Europe/Paris:20260106T120000',
          'DTSTART;TZID=Europe/Paris:20260106T150000',
          'DURATION:PT2H',
          'SUMMARY:Cours',
        ),
        ...vevent('RECURRENCE-ID;TZID=Europe/Paris:20260107T120000', 'STATUS:CANCELLED'),
      ),
    );
    const again = read(eventsToICalendar(series, {now}));
    assert.deepEqual(when(again.occurrences), when(series.occurrences));
    assert.deepEqual(
      again.events.map(({eventStatus}) => eventStatus),
      series.events.map(({eventStatus}) => eventStatus),
    );
  });

  it('has the same UID at every writing, and another for each date of a series', () => {
    const [first, second] = reading.occurrences.filter(({eventId}) => eventId === 'a,b;c');
    const uid = (occurrence: Occurrence): string =>
      /UID:(.*)\r/.exec(occurrenceToICalendar(reading.events[0]!, occurrence, {now}))![1]!;
    assert.equal(uid(first!), uid(first!));
    assert.notEqual(uid(first!), uid(second!));
  });

  it('writes nothing that begins another property, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 100}), fc.string(), (name, place) => {
        const hostile = `${name}\r\nATTACH:x\u2028BEGIN:VEVENT`;
        const one = read({events: [{name: hostile, startDate: '2026-01-03', location: place}]});
        const lines = eventsToICalendar(one, {now, name: hostile}).split('\r\n');
        const names = lines
          .filter(line => !line.startsWith(' '))
          .map(line => /^[A-Z-]*/.exec(line)![0]);
        assert.ok(!names.includes('ATTACH'));
        assert.equal(names.filter(word => word === 'BEGIN').length, 2);
      }),
    );
  });
});

describe('eventsToJsonLd', () => {
  const reading = read({
    events: [
      {
        name: 'Concert',
        startDate: '2026-05-12T20:30',
        endDate: '2026-05-12T22:00',
        timeZone: 'Europe/Paris',
        recurrence: 'FREQ=WEEKLY;COUNT=60',
        eventStatus: 'full',
        eventAttendanceMode: 'mixed',
        onlineUrl: 'https://a.example/live',
        location: {name: 'Salle', geo: {longitude: -2.76, latitude: 47.66}},
        offers: [{price: 1250}, {price: 500, maxPrice: 800}],
        typicalAgeRange: {min: 6},
      },
    ],
  });
  const shown = reading.occurrences.map(occurrence => ({event: reading.events[0]!, occurrence}));
  const graph = (limit?: number) =>
    eventsToJsonLd(shown, {timeZone: 'Europe/Paris', pageUrl: 'https://p.example/', limit})[
      '@graph'
    ] as Record<string, unknown>[];

  it('gives one event for each occurrence, at most fifty or what is asked for', () => {
    assert.equal(graph().length, Math.min(50, shown.length));
    assert.equal(graph(3).length, 3);
    assert.equal(new Set(graph().map(thing => thing['@id'])).size, graph().length);
  });

  it('is read back as it was', () => {
    const again = read({'@context': 'https://schema.org', '@graph': graph(5)});
    assert.deepEqual(when(again.occurrences), when(reading.occurrences.slice(0, 5)));
    const [event] = again.events;
    assert.deepEqual(
      [event?.eventStatus, event?.eventAttendanceMode, event?.onlineUrl, event?.location?.geo],
      ['full', 'mixed', 'https://a.example/live', {longitude: -2.76, latitude: 47.66}],
    );
    assert.deepEqual(
      event?.offers?.map(({price, maxPrice}) => [price, maxPrice]),
      [
        [1250, undefined],
        [500, 800],
      ],
    );
    assert.deepEqual(event.typicalAgeRange, {min: 6});
  });

  it('names the address of a place as one', () => {
    const {events, occurrences} = read(EVENTS);
    const market = {event: events[0]!, occurrence: occurrences[0]!};
    const page = {timeZone: 'Europe/Paris', pageUrl: 'https://p.example/'};
    const things = eventsToJsonLd([market], page)['@graph'] as {location?: object}[];
    assert.deepEqual(things[0]?.location, {
      '@type': 'Place',
      name: 'Place',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 rue',
        addressLocality: 'Vannes',
      },
    });
  });

  it('has dates without times for whole days', () => {
    const days = read({events: [{name: 'x', startDate: '2026-02-01', endDate: '2026-02-03'}]});
    const [thing] = eventsToJsonLd([{event: days.events[0]!, occurrence: days.occurrences[0]!}], {
      timeZone: 'Europe/Paris',
    })['@graph'] as Record<string, unknown>[];
    assert.deepEqual([thing?.['startDate'], thing?.['endDate']], ['2026-02-01', '2026-02-03']);
  });
});

describe('eventsToAtom', () => {
  it('writes entries whose texts are texts', () => {
    const {events, occurrences} = read({
      events: [
        {name: 'A & B <script>', startDate: '2026-02-01', url: 'https://a.example/?a=1&b=2'},
      ],
    });
    const feed = eventsToAtom([{event: events[0]!, occurrence: occurrences[0]!}], {
      title: 'Agenda',
      url: 'https://p.example/events.atom',
      now,
      whenOf: () => 'dimanche 1er février',
    });
    assert.match(feed, /<title>A &amp; B &lt;script&gt; – dimanche 1er février<\/title>/);
    assert.match(feed, /href="https:\/\/a\.example\/\?a=1&amp;b=2"/);
    assert.match(feed, /<updated>2026-01-01T00:00:00\.000Z<\/updated>/);
    assert.doesNotMatch(feed, /<script>/);
  });
});

describe('links to other calendars', () => {
  const one = (event: object): [Event, Occurrence] => {
    const {events, occurrences} = read({events: [event]});
    return [events[0]!, occurrences[0]!];
  };
  const concert = one({
    name: 'Concert & co',
    startDate: '2026-05-12T20:30',
    endDate: '2026-05-12T22:00',
    timeZone: 'Europe/Paris',
    location: {name: 'Salle', address: {addressLocality: 'Vannes'}},
  });
  const params = (url: string) => Object.fromEntries(new URL(url).searchParams);

  it('fill in the form of Google Calendar', () => {
    assert.deepEqual(params(googleCalendarUrl(...concert)), {
      action: 'TEMPLATE',
      text: 'Concert & co',
      dates: '20260512T183000Z/20260512T200000Z',
      location: 'Salle, Vannes',
      ctz: 'Europe/Paris',
    });
    const days = one({name: 'x', startDate: '2026-02-01', endDate: '2026-02-03'});
    assert.equal(params(googleCalendarUrl(...days))['dates'], '20260201/20260204');
  });

  it('fill in the form of Outlook', () => {
    const url = outlookCalendarUrl(...concert, 'live');
    assert.equal(new URL(url).host, 'outlook.live.com');
    assert.equal(params(url)['startdt'], '2026-05-12T18:30:00Z');
    assert.equal(params(url)['enddt'], '2026-05-12T20:00:00Z');
    assert.equal(new URL(outlookCalendarUrl(...concert, 'office')).host, 'outlook.office.com');
  });

  it('give an hour to what has no end, and take half letters out', () => {
    const open = one({name: 'x\ud800', startDate: '2026-05-12T20:30', timeZone: 'Europe/Paris'});
    const {dates, text} = params(googleCalendarUrl(...open));
    assert.deepEqual([dates, text], ['20260512T183000Z/20260512T193000Z', 'x']);
  });

  it('subscribe by webcal', () => {
    assert.equal(webcalUrl('https://a.example/c.ics'), 'webcal://a.example/c.ics');
    assert.equal(webcalUrl('javascript:alert(1)'), undefined);
  });
});
