import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Event} from '@local-widgets/model';
import type {FeedState, Problem} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../../support/databases.js';
import {testClock} from '../../support/fixtures.js';
import {wait} from '../../support/seeded.js';
import {AGENDA, eventHub, type PublishedBody} from '../support/event-hub.js';
import {CALENDAR_FILE, listenSource} from './source.js';

const LIMITS = {registrationsPerMinute: 1000, proposalsPerHour: 1000};
const MINUTE = 1;

forEachDatabase((_name, open) => {
  const start = async (openAgendaKey?: string) => {
    const source = await listenSource();
    const clock = testClock();
    const database = await open();
    const hub = await eventHub(database, {
      clock,
      config: {
        events: {
          limits: LIMITS,
          feeds: {
            allowLoopback: true,
            ...(openAgendaKey !== undefined && {openAgendaKey, openAgendaUrl: source.url}),
          },
        },
      },
    });
    const put = (id: string, body: object, version?: number) =>
      hub.as('merchant', 'PUT', `${AGENDA}/feeds/${id}`, {body, version});
    const read = async (query = '', headers = {}) => {
      const url = `/v1/calendars/agenda/feeds/mediatheque/events${query}`;
      const answer = await hub.ask({url, headers});
      return {...answer, body: answer.body as PublishedBody & Problem & {feed: FeedState}};
    };
    const add = async () => {
      const body = {name: 'Médiathèque', url: `${source.url}/agenda.ics`, isPublic: true};
      assert.equal((await put('mediatheque', body)).status, 201);
    };
    return {hub, clock, source, put, read, add};
  };
  const names = ({events}: {events: readonly Event[]}) => events.map(({name}) => name);

  it('hands on what another agenda has, worked out for the window', async () => {
    const {read, add} = await start();
    await add();
    const {status, body, headers} = await read('?to=2026-12-10');
    assert.equal(status, 200);
    assert.deepEqual(names(body), [
      'L’heure du conte',
      'L’heure du conte, en musique',
      'Exposition',
    ]);
    assert.deepEqual(
      body.occurrences.map(({recurrenceId, startMinute}) => [recurrenceId, startMinute]),
      [
        ['20261125T100000', 600],
        ['20261201', 0],
        ['20261202T100000', 840],
        ['20261209T100000', 600],
      ],
    );
    assert.equal(body.calendar.name, 'Médiathèque');
    assert.deepEqual(
      body.rejected.map(({reason}) => reason),
      ['no-start'],
    );
    assert.deepEqual(body.feed, {
      id: 'mediatheque',
      name: 'Médiathèque',
      fetchedAt: '2026-11-23T07:00:00.000Z',
      isStale: false,
    });
    assert.match(String(headers['cache-control']), /max-age=300/);
    const filtered = await read('?to=2026-12-10&category=enfants');
    assert.deepEqual(names(filtered.body), ['L’heure du conte']);
  });

  it('asks as often as the desk sets, and keeps its copy when only the name changes', async () => {
    const {hub, clock, source, put, read} = await start();
    const body = {name: 'Médiathèque', url: `${source.url}/agenda.ics`, isPublic: true};
    assert.equal((await put('mediatheque', {...body, refreshMinutes: 5})).status, 400);
    assert.equal((await put('mediatheque', {...body, refreshMinutes: 120})).status, 201);
    await read();
    clock.pass(119 * MINUTE);
    await read();
    assert.equal(source.requests.length, 1);
    const renamed = {...body, name: 'La médiathèque', refreshMinutes: 60};
    assert.equal((await put('mediatheque', renamed)).body.code, 'version-missing');
    const changed = await put('mediatheque', renamed, 1);
    assert.deepEqual([changed.status, changed.body.settings], [200, renamed]);
    assert.equal((await read()).body.feed.name, 'La médiathèque');
    assert.equal(source.requests.length, 2);
    // another address is another agenda: nothing of the first is shown
    await put('mediatheque', {...renamed, url: `${source.url}/autre.ics`}, 2);
    source.answer = {status: 500};
    assert.equal((await read()).status, 502);
    const path = `${AGENDA}/feeds/mediatheque`;
    assert.equal((await hub.as('clerk', 'DELETE', path, {version: 3})).status, 403);
    assert.equal((await hub.as('merchant', 'DELETE', path, {version: 2})).status, 412);
    assert.equal((await hub.as('merchant', 'DELETE', path, {version: 3})).status, 204);
    assert.equal((await read()).status, 404);
  });

  it('asks the source once for many, and again after ten to fifteen minutes, by its tag', async () => {
    const {read, add, source, clock} = await start();
    source.answer.headers = {etag: '"1"'};
    await add();
    const answers = await Promise.all(Array.from({length: 20}, () => read()));
    assert.ok(answers.every(({status}) => status === 200));
    assert.equal(source.requests.length, 1);
    clock.pass(9 * MINUTE);
    const again = await read('', {'if-none-match': String(answers[0]!.headers['etag'])});
    assert.equal(again.status, 304);
    assert.equal(source.requests.length, 1);
    clock.pass(7 * MINUTE);
    const later = await read();
    assert.equal(later.body.feed.fetchedAt, '2026-11-23T07:16:00.000Z');
    assert.deepEqual(
      source.requests.map(({headers}) => headers['if-none-match']),
      [undefined, '"1"'],
    );
    source.answer = {body: CALENDAR_FILE.replace('Exposition', 'Expo photo')};
    clock.pass(16 * MINUTE);
    assert.ok(names((await read()).body).includes('Expo photo'));
  });

  it('shows the last copy while the source is down, says so, and leaves it in peace', async () => {
    const {read, add, source, clock} = await start();
    await add();
    await read();
    source.answer = {status: 500};
    clock.pass(16 * MINUTE);
    const stale = await read();
    assert.deepEqual(
      [stale.status, stale.body.feed.isStale, stale.body.feed.problem, names(stale.body).length],
      [200, true, 'unreachable', 3],
    );
    assert.equal(stale.headers['cache-control'], 'no-cache');
    const {length} = source.requests;
    await read();
    assert.equal(source.requests.length, length);
    // what is no feed does not replace the copy either
    source.answer = {body: '<h1>Maintenance</h1>'};
    clock.pass(2 * MINUTE);
    await read();
    const told = async (isFine: (state: FeedState) => boolean) => {
      for (;;) {
        const {body} = await read();
        if (isFine(body.feed)) return names(body);
        // lets the network have its turn
        await wait(5);
      }
    };
    assert.equal((await told(({problem}) => problem === 'unreadable')).length, 3);
    source.answer = {body: CALENDAR_FILE};
    clock.pass(2 * MINUTE);
    assert.equal((await told(({isStale}) => !isStale)).length, 3);
  });

  it('says what is wrong with a source that never gave anything', async () => {
    const {hub, read, add, source} = await start();
    source.answer = {status: 404};
    await add();
    const {status, body} = await read();
    assert.deepEqual([status, body.code], [502, 'feed-unavailable']);
    assert.match(body.detail!, /refuse/);
    const {feeds} = (await hub.as('clerk', 'GET', `${AGENDA}/feeds`)).body;
    assert.deepEqual(feeds[0].state, {
      id: 'mediatheque',
      name: 'Médiathèque',
      isStale: false,
      problem: 'refused',
    });
  });

  it('asks for no address but those that a merchant set, which are on the public web', async () => {
    const {hub, put, read, source} = await start();
    const faults = {
      'http://10.0.0.1/a.ics': 'not-public',
      'http://[::ffff:10.0.0.1]/': 'not-public',
      'https://example.org:22/': 'bad-port',
      'https://a:b@example.org/': 'has-credentials',
    };
    for (const url of Object.keys(faults)) {
      const {status, body} = await put('mediatheque', {name: 'X', url, isPublic: true});
      assert.deepEqual([status, body.fields?.[0].pointer], [400, '/url'], url);
    }
    const query = `?src=${encodeURIComponent(source.url)}&url=${encodeURIComponent(source.url)}`;
    assert.equal((await read(query)).status, 404);
    const own = {name: 'X', url: source.url, isPublic: false};
    assert.equal((await put('mediatheque', own)).status, 201);
    assert.equal((await read(query)).status, 404);
    assert.deepEqual(source.requests, []);
    const byClerk = await hub.as('clerk', 'PUT', `${AGENDA}/feeds/autre`, {body: own});
    assert.equal(byClerk.status, 403);
  });

  it('forgets the copy when the address changes, and nothing else of it', async () => {
    const {put, read, add, source} = await start();
    await add();
    await read();
    const renamed = {name: 'Bibliothèque', url: `${source.url}/agenda.ics`, isPublic: true};
    assert.equal((await put('mediatheque', renamed)).status, 428);
    assert.equal((await put('mediatheque', renamed, 1)).headers['etag'], '"2"');
    assert.equal((await read()).body.feed.name, 'Bibliothèque');
    assert.equal(source.requests.length, 1);
    await put('mediatheque', {...renamed, url: `${source.url}/autre.ics`}, 2);
    await read();
    assert.deepEqual(
      source.requests.map(({url}) => url),
      ['/agenda.ics', '/autre.ics'],
    );
  });

  it('reads OpenAgenda with a key that stays here, and nothing of its members', async () => {
    const {hub, put, read, source} = await start('0123456789abcdef');
    const event = {
      uid: 1,
      title: {fr: 'Bal'},
      timings: [{begin: '2026-12-05T20:00:00+01:00', end: '2026-12-05T23:00:00+01:00'}],
      timezone: 'Europe/Paris',
      location: {name: 'Salle', city: 'Brest', email: 'secret@salle.example'},
      member: {name: 'Jeanne Secrète', email: 'jeanne@secret.example', phone: '0611223344'},
      creatorUid: 4242,
      'champ-interne': 'confidentiel',
    };
    source.answer = {body: JSON.stringify({total: 1, events: [event], after: null})};
    const settings = {name: 'OpenAgenda', agenda: '12345', isPublic: true};
    assert.equal((await put('mediatheque', settings)).status, 201);
    const {body, text} = await read();
    assert.deepEqual(names(body), ['Bal']);
    const [request] = source.requests;
    assert.equal(request?.headers['key'], '0123456789abcdef');
    assert.match(request.url, /^\/v2\/agendas\/12345\/events\?size=300/);
    const rows = await hub.context.db.selectFrom('calendar_feeds').selectAll().execute();
    const desk = await hub.as('clerk', 'GET', `${AGENDA}/feeds`);
    const everything = text + desk.text + JSON.stringify(rows);
    for (const secret of ['0123456789abcdef', 'Jeanne', '0611223344', '4242', 'confidentiel']) {
      assert.ok(!everything.includes(secret), secret);
    }
    const {gunzipSync} = await import('node:zlib');
    const copy = gunzipSync(Buffer.from(rows[0]!.body!, 'base64')).toString();
    assert.doesNotMatch(copy, /Jeanne|secret|4242|confidentiel/);
  });

  it('reads all pages of OpenAgenda', async () => {
    const {put, read, source} = await start('0123456789abcdef');
    const events = (from: number, count: number) =>
      Array.from({length: count}, (_, at) => ({
        uid: from + at,
        title: {fr: `Bal ${from + at}`},
        timings: [{begin: '2026-12-05T20:00:00+01:00', end: '2026-12-05T23:00:00+01:00'}],
      }));
    source.answer = {body: JSON.stringify({events: events(1, 300), after: [7, 'x']})};
    await put('mediatheque', {name: 'OpenAgenda', agenda: '1', isPublic: true});
    const reading = read();
    // the same page again and again ends as well
    const {body} = await reading;
    assert.equal(source.requests.length, 20);
    assert.match(source.requests[1]!.url, /after%5B%5D=7&after%5B%5D=x/);
    assert.ok(body.events.length > 300);
  });

  it('is refused without a key for OpenAgenda', async () => {
    const {put} = await start();
    const {body} = await put('mediatheque', {name: 'OpenAgenda', agenda: '1', isPublic: true});
    assert.equal(body.fields[0].pointer, '/agenda');
    const both = await put('mediatheque', {name: 'X', isPublic: true});
    assert.equal(both.body.fields[0].pointer, '/url');
  });
});
