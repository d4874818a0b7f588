import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Occurrence} from '@local-widgets/model';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {
  AGENDA,
  COURSE,
  COURSE_DATES,
  eventHub,
  MARKET,
  type PublishedBody,
} from './support/event-hub.js';

const PUBLIC = '/v1/calendars/agenda';
const [FIRST, SECOND] = COURSE_DATES;

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock});
    const read = async (query = '', headers = {}) => {
      const answer = await hub.ask({url: `${PUBLIC}/events${query}`, headers});
      return {...answer, body: answer.body as PublishedBody};
    };
    return {hub, clock, read};
  };
  const dates = ({occurrences}: {occurrences: readonly Occurrence[]}) =>
    occurrences.map(({recurrenceId}) => recurrenceId);

  it('tells what it is and where it is to be had', async () => {
    const {hub} = await start();
    const {body} = await hub.ask({url: PUBLIC});
    assert.deepEqual(
      [body.id, body.shop, body.shopName, body.name, body.timeZone, body.feeds],
      ['agenda', 'fournil', 'Le Fournil', 'Agenda de Sainte-Aubrette', 'Europe/Paris', []],
    );
    assert.deepEqual(body.links, {
      page: 'https://hub.example/agenda/agenda',
      json: 'https://hub.example/v1/calendars/agenda/events',
      ics: 'https://hub.example/v1/calendars/agenda/events.ics',
      webcal: 'webcal://hub.example/v1/calendars/agenda/events.ics',
      jsonLd: 'https://hub.example/v1/calendars/agenda/events.jsonld',
      atom: 'https://hub.example/v1/calendars/agenda/events.atom',
    });
    assert.equal((await hub.ask({url: '/v1/calendars/nowhere'})).status, 404);
  });

  it('publishes what was accepted, and nothing before', async () => {
    const {hub, read} = await start();
    for (const state of ['draft', 'proposed'] as const) await hub.write(MARKET, state);
    assert.deepEqual((await read()).body.events, []);
    const {id} = await hub.write();
    const {body} = await read('?from=2026-11-23&to=2026-12-07');
    assert.deepEqual(
      body.events.map(event => [event.id, event.name, event.uid, event.url]),
      [[id, 'Marché du samedi', `${id}@hub.example`, `https://hub.example/agenda/agenda/${id}`]],
    );
    assert.deepEqual(dates(body), ['20261128T080000', '20261205T080000']);
    assert.deepEqual(
      [body.from, body.to, body.timeZone],
      ['2026-11-23', '2026-12-07', 'Europe/Paris'],
    );
    assert.equal(body.calendar.name, 'Agenda de Sainte-Aubrette');
  });

  it('takes a window of days, and refuses what is none', async () => {
    const {hub, read} = await start();
    await hub.write();
    const {body} = await read();
    assert.deepEqual([body.from, body.to], ['2026-11-23', '2027-11-24']);
    for (const query of [
      '?from=2026-12-01&to=2026-11-01',
      '?from=2026-02-30',
      '?from=2026-01-01&to=2036-01-01',
      '?from=hier',
    ]) {
      assert.equal((await read(query)).status, 400, query);
    }
  });

  it('keeps what is cancelled to be seen as such, until it is past', async () => {
    const {hub, read, clock} = await start();
    const market = await hub.write();
    const course = await hub.write(COURSE);
    const date = `${AGENDA}/events/${market.id}/occurrences/20261128T080000/cancellation`;
    await hub.as('merchant', 'PUT', date, {body: {reason: 'Tempête'}, version: 1});
    const series = `${AGENDA}/events/${course.id}/cancellation`;
    await hub.as('merchant', 'PUT', series, {body: {reason: 'Panne du four'}, version: 1});
    const {body} = await read('?to=2026-12-06');
    const statuses = body.events.map(event => [
      event.id,
      event.superEvent,
      event.eventStatus,
      event.description,
    ]);
    assert.deepEqual(statuses, [
      [market.id, undefined, undefined, undefined],
      [`${market.id}#20261128T080000`, market.id, 'cancelled', 'Tempête'],
      [course.id, undefined, 'cancelled', 'Panne du four'],
    ]);
    assert.deepEqual(body.signUps, []);
    clock.set(new Date('2026-12-20T12:00:00Z'));
    const later = (await read()).body.events;
    assert.deepEqual(
      later.map(({id}) => id),
      [market.id],
    );
  });

  it('tells for each date how many places are left', async () => {
    const {hub, read} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST, {places: 4});
    const {signUps} = (await read()).body;
    assert.deepEqual(signUps[0], {
      eventId: id,
      recurrenceId: FIRST,
      href: `/v1/events/${id}/occurrences/${FIRST}`,
      state: 'open',
      closesAt: '2026-12-01T16:30:00.000Z',
      capacity: 10,
      remaining: 6,
      maxPlaces: 4,
    });
    assert.deepEqual([signUps[1]?.recurrenceId, signUps[1]?.remaining], [SECOND, 10]);
    await hub.register(id, FIRST, {places: 4});
    await hub.register(id, FIRST, {places: 3});
    const full = (await read()).body.signUps[0]!;
    // two places are left, for those who wait
    assert.deepEqual([full.state, full.remaining], ['waiting-list', 0]);
  });

  it('answers 304 as long as nothing that it tells has changed', async () => {
    const {hub, read} = await start();
    const {id} = await hub.write(COURSE);
    const first = await read();
    const tag = String(first.headers['etag']);
    assert.match(String(first.headers['last-modified']), /GMT$/);
    const isSame = async () => (await read('', {'if-none-match': tag})).status;
    assert.equal(await isSame(), 304);
    await hub.register(id, FIRST);
    assert.equal(await isSame(), 200);
    await hub.write(MARKET, 'draft');
    const now = String((await read()).headers['etag']);
    await hub.write(MARKET, 'draft');
    assert.equal(String((await read()).headers['etag']), now);
    await hub.write();
    assert.notEqual(String((await read()).headers['etag']), now);
  });

  it('narrows by category, place, audience and price', async () => {
    const {hub, read} = await start();
    await hub.write();
    await hub.write({...COURSE, audience: ['Familles'], isAccessibleForFree: true});
    const names = async (query: string) => (await read(query)).body.events.map(({name}) => name);
    assert.deepEqual(await names('?category=march%C3%A9'), ['Marché du samedi']);
    assert.deepEqual(await names('?category=MARCHE&category=autre'), ['Marché du samedi']);
    assert.deepEqual(await names('?place=halles'), ['Marché du samedi']);
    assert.deepEqual(await names('?place=Fournil'), ['Atelier pain']);
    assert.deepEqual(await names('?audience=familles'), ['Atelier pain']);
    assert.deepEqual(await names('?free=1'), ['Atelier pain']);
    assert.deepEqual(await names('?free=1&place=halles'), []);
  });

  it('names the public holidays of the window', async () => {
    const {read} = await start();
    const {body} = await read('?from=2026-12-01&to=2027-01-02');
    assert.deepEqual(
      body.holidays.map(({date, name}) => [date, name.fr]),
      [
        ['2026-12-25', 'Noël'],
        ['2027-01-01', 'Jour de l’An'],
      ],
    );
  });

  it('is read by the pages of the shop, and signed up to by them alone', async () => {
    const {hub, read} = await start();
    const {id} = await hub.write(COURSE);
    const own = await read('', {origin: 'https://mairie.example'});
    assert.equal(own.headers['access-control-allow-origin'], 'https://mairie.example');
    const other = await read('', {origin: 'https://evil.example'});
    assert.equal(other.headers['access-control-allow-origin'], undefined);
    const url = `/v1/events/${id}/occurrences/${FIRST}/registrations/00000000-0000-4000-8000-0000000000ff`;
    const headers = {origin: 'https://evil.example'};
    const put = await hub.ask({method: 'PUT', url, headers, payload: {}});
    assert.equal(put.status, 403);
    const asked = await hub.ask({
      method: 'OPTIONS',
      url,
      headers: {origin: 'https://mairie.example', 'access-control-request-method': 'PUT'},
    });
    assert.match(String(asked.headers['access-control-allow-methods']), /PUT/);
  });

  it('shows one event by itself', async () => {
    const {hub} = await start();
    const {id} = await hub.write();
    await hub.write(COURSE);
    const {body} = await hub.ask({url: `${PUBLIC}/events/${id}?to=2026-12-01`});
    assert.deepEqual(dates(body as PublishedBody), ['20261128T080000']);
    const draft = await hub.write(MARKET, 'draft');
    assert.equal((await hub.ask({url: `${PUBLIC}/events/${draft.id}`})).status, 404);
  });
});
