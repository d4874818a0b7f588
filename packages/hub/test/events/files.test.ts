import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readEvents, type EventsReading} from '@local-widgets/model';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {AGENDA, COURSE, COURSE_DATES, eventHub, MARKET} from './support/event-hub.js';

const EVENTS = '/v1/calendars/agenda/events';
const WINDOW = {from: '2026-11-22T23:00:00Z', to: '2026-12-31T23:00:00Z', timeZone: 'Europe/Paris'};

const shown = ({events, occurrences}: EventsReading) =>
  occurrences.map(({start, end, recurrenceId, eventId}) => {
    const event = events.find(({id}) => id === eventId)!;
    return [start, end, recurrenceId, event.name, event.location?.name, event.eventStatus];
  });

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock});
    const market = await hub.write({
      ...MARKET,
      recurrence: {rule: 'FREQ=WEEKLY;BYDAY=SA', exceptDates: ['2026-12-26T08:00:00']},
      overrides: [
        {
          recurrenceId: '20261205T080000',
          startDate: '2026-12-06T09:00:00',
          endDate: '2026-12-06T13:00:00',
        },
        {recurrenceId: '20261212T080000', location: {name: 'Halle'}},
      ],
    });
    const course = await hub.write(COURSE);
    await hub.write(MARKET, 'draft');
    return {hub, clock, market, course};
  };

  it('gives programs a calendar that they read as pages read its JSON', async () => {
    const {hub, market} = await start();
    const url = `${AGENDA}/events/${market.id}/occurrences/20261219T080000/cancellation`;
    await hub.as('merchant', 'PUT', url, {body: {}, version: 1});
    const {text, headers} = await hub.ask({url: `${EVENTS}.ics`});
    assert.match(String(headers['content-type']), /^text\/calendar/);
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.match(text, /BEGIN:VTIMEZONE/);
    assert.match(text, /RRULE:FREQ=WEEKLY;BYDAY=SA/);
    const read = readEvents(text, WINDOW);
    assert.deepEqual(read.rejected, []);
    const {body} = await hub.ask({url: `${EVENTS}?from=2026-11-23&to=2027-01-01`});
    const json = readEvents(JSON.stringify(body), WINDOW);
    assert.equal(json.format, 'json');
    assert.ok(json.occurrences.length >= 6);
    assert.deepEqual(shown(read), shown(json));
    assert.ok(shown(read).some(([, , , , , status]) => status === 'cancelled'));
  });

  it('keeps for 90 days what is over, and is open to everybody', async () => {
    const {hub, clock} = await start();
    clock.set(new Date('2026-12-20T08:00:00Z'));
    const headers = {origin: 'https://anywhere.example'};
    const answer = await hub.ask({url: `${EVENTS}.ics`, headers});
    assert.match(answer.text, /Atelier pain/);
    assert.equal(answer.headers['access-control-allow-origin'], 'https://anywhere.example');
    clock.set(new Date('2027-04-01T08:00:00Z'));
    assert.doesNotMatch((await hub.ask({url: `${EVENTS}.ics`})).text, /Atelier pain/);
  });

  it('narrows the file to a filter, for who subscribes to that', async () => {
    const {hub} = await start();
    const {text} = await hub.ask({url: `${EVENTS}.ics?category=March%C3%A9`});
    assert.match(text, /Marché du samedi/);
    assert.doesNotMatch(text, /Atelier/);
    const {text: none} = await hub.ask({url: `${EVENTS}.ics?place=nowhere`});
    assert.doesNotMatch(none, /BEGIN:VEVENT/);
  });

  it('answers 304 by tag and by date until something is published', async () => {
    const {hub, clock} = await start();
    for (const kind of ['ics', 'jsonld', 'atom']) {
      const url = `${EVENTS}.${kind}`;
      const first = await hub.ask({url});
      const [tag, date] = [String(first.headers['etag']), String(first.headers['last-modified'])];
      const ask = async (headers: Record<string, string>) => (await hub.ask({url, headers})).status;
      assert.equal(await ask({'if-none-match': tag}), 304, kind);
      assert.equal(await ask({'if-none-match': `W/${tag}`}), 304);
      assert.equal(await ask({'if-modified-since': date}), 304);
      assert.equal(await ask({'if-none-match': '"other"', 'if-modified-since': date}), 200);
      clock.pass(5);
      await hub.write({...MARKET, name: `Marché ${kind}`});
      assert.equal(await ask({'if-none-match': tag}), 200);
      assert.equal(await ask({'if-modified-since': date}), 200);
    }
  });

  it('gives one event, or one date of it, to be put into a calendar', async () => {
    const {hub, market, course} = await start();
    const whole = await hub.ask({url: `${EVENTS}/${market.id}.ics`});
    assert.match(String(whole.headers['content-type']), /^text\/calendar/);
    assert.match(whole.text, /RRULE/);
    assert.doesNotMatch(whole.text, /Atelier/);
    const one = await hub.ask({url: `${EVENTS}/${course.id}.ics?date=${COURSE_DATES[1]}`});
    const read = readEvents(one.text, WINDOW);
    assert.deepEqual(
      read.occurrences.map(({start}) => new Date(start).toISOString()),
      ['2026-12-08T17:30:00.000Z'],
    );
    const moved = await hub.ask({url: `${EVENTS}/${market.id}.ics?date=20261205T080000`});
    assert.match(moved.text, /DTSTART;TZID=Europe\/Paris:20261206T090000/);
    const none = await hub.ask({url: `${EVENTS}/${course.id}.ics?date=20261202T183000`});
    assert.equal(none.status, 404);
    const draft = await hub.write(MARKET, 'draft');
    assert.equal((await hub.ask({url: `${EVENTS}/${draft.id}.ics`})).status, 404);
  });

  it('tells search engines one Event for each date', async () => {
    const {hub, course} = await start();
    const {body, headers} = await hub.ask({url: `${EVENTS}.jsonld`});
    assert.match(String(headers['content-type']), /^application\/ld\+json/);
    const graph = body['@graph'] as Record<string, unknown>[];
    assert.equal(graph.length, 50);
    const [first] = graph.filter(({name}) => name === 'Atelier pain');
    assert.deepEqual(
      [first?.['startDate'], first?.['endDate'], first?.['url'], first?.['eventStatus']],
      [
        '2026-12-01T18:30:00+01:00',
        '2026-12-01T20:30:00+01:00',
        `https://hub.example/agenda/agenda/${course.id}`,
        'https://schema.org/EventScheduled',
      ],
    );
  });

  it('tells feed readers each event once, in words', async () => {
    const {hub} = await start();
    const {text, headers} = await hub.ask({url: `${EVENTS}.atom`});
    assert.match(String(headers['content-type']), /^application\/atom\+xml/);
    assert.equal(text.match(/<entry>/g)?.length, 3);
    assert.match(text, /Atelier pain – mardi 1 décembre 2026, de 18:30 à 20:30/);
    const english = await hub.ask({url: `${EVENTS}.atom`, headers: {'accept-language': 'en'}});
    assert.match(english.text, /Tuesday/);
  });
});
