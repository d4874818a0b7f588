import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readEvents, type EventsReading} from '@local-widgets/model';
import type {DeskEvent, EventImportReport} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../support/databases.js';
import {CALENDAR_FILE, listenSource} from './feeds/source.js';
import {AGENDA, eventHub, type EventHub, type PublishedBody} from './support/event-hub.js';

const UIDS = ['conte-1@mediatheque.example', 'expo-1@mediatheque.example'];

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await eventHub(await open(), {
      config: {
        events: {
          limits: {registrationsPerMinute: 100, proposalsPerHour: 100},
          feeds: {allowLoopback: true},
        },
      },
    });
    return {hub};
  };
  const upload = async (
    hub: EventHub,
    file: string,
    {isDryRun = false} = {},
  ): Promise<EventImportReport> => {
    const url = `${AGENDA}/import${isDryRun ? '?dry-run=1' : ''}`;
    const answer = await hub.as('merchant', 'POST', url, {body: file, type: 'text/calendar'});
    assert.equal(answer.status, 200, answer.text);
    return answer.body as EventImportReport;
  };
  const events = async (hub: EventHub) =>
    (await hub.as('merchant', 'GET', `${AGENDA}/events`)).body.events as DeskEvent[];

  it('tells what it would do, does it, and is on exactly when the source is', async () => {
    const {hub} = await start();
    const dry = await upload(hub, CALENDAR_FILE, {isDryRun: true});
    assert.deepEqual(
      dry.added.map(({uid}) => uid),
      UIDS,
    );
    assert.deepEqual(await events(hub), []);
    const report = await upload(hub, CALENDAR_FILE);
    assert.deepEqual(
      report.added.map(({uid, name, startDate}) => ({uid, name, startDate})),
      dry.added,
    );
    assert.deepEqual(
      report.rejected.map(({reason, message}) => [reason, /début/.test(message)]),
      [['no-start', true]],
    );
    const window = {from: '2026-11-23', to: '2027-07-15'};
    const {body} = await hub.ask({
      url: `/v1/calendars/agenda/events?from=${window.from}&to=${window.to}`,
    });
    const source = readEvents(CALENDAR_FILE, {
      from: `${window.from}T00:00:00+01:00`,
      to: `${window.to}T00:00:00+02:00`,
      timeZone: 'Europe/Paris',
    });
    const shown = (reading: Pick<EventsReading, 'events' | 'occurrences'>) =>
      reading.occurrences
        .map(({start, end, eventId, recurrenceId}) => {
          const {name, location} = reading.events.find(({id}) => id === eventId)!;
          return [start, end, recurrenceId, name, location?.name];
        })
        .sort((one, other) => Number(one[0]) - Number(other[0]));
    assert.ok(source.occurrences.length > 25);
    assert.deepEqual(shown(body as PublishedBody), shown(source));
  });

  it('changes what changed, keeps what was edited here, and deletes nothing', async () => {
    const {hub} = await start();
    await upload(hub, CALENDAR_FILE);
    const again = await upload(hub, CALENDAR_FILE);
    assert.deepEqual([again.unchanged, again.added, again.changed], [2, [], []]);
    const later = CALENDAR_FILE.replaceAll('T100000', 'T103000').replaceAll('T110000', 'T113000');
    const changed = await upload(hub, later);
    assert.deepEqual(
      changed.changed.map(({uid}) => uid),
      [UIDS[0]],
    );
    const story = (await events(hub)).find(({event}) => event.name === 'L’heure du conte')!;
    assert.equal(story.event.startDate, '2026-11-25T10:30:00');
    const body = {event: {...story.event, name: 'Heure du conte à la médiathèque'}};
    const url = `${AGENDA}/events/${story.id}`;
    assert.equal(
      (await hub.as('merchant', 'PUT', url, {body, version: story.version})).status,
      200,
    );
    const kept = await upload(hub, CALENDAR_FILE);
    assert.deepEqual(
      [kept.kept.map(({uid}) => uid), kept.changed, kept.unchanged],
      [[UIDS[0]], [], 1],
    );
    const fewer = CALENDAR_FILE.replace(/BEGIN:VEVENT\r\nUID:expo-1[\s\S]*?END:VEVENT\r\n/, '');
    const less = await upload(hub, fewer);
    assert.deepEqual(
      less.missing.map(({uid}) => uid),
      [UIDS[1]],
    );
    assert.equal((await events(hub)).length, 2);
  });

  it('takes what is cancelled, and leaves out what is over', async () => {
    const {hub} = await start();
    const off = CALENDAR_FILE.replace(
      'SUMMARY:Exposition',
      'STATUS:CANCELLED\r\nSUMMARY:Exposition',
    );
    await upload(hub, off);
    const [, expo] = (await events(hub)).sort((a, b) => (a.event.name < b.event.name ? 1 : -1));
    assert.deepEqual([expo?.event.name, expo?.state], ['Exposition', 'cancelled']);
    const other = CALENDAR_FILE.replaceAll('mediatheque.example', 'autre.example')
      .replaceAll('2026', '2025')
      .replaceAll('2027', '2026');
    const report = await upload(hub, other);
    assert.deepEqual(report.added, []);
  });

  it('imports a feed, and refuses what is no calendar', async () => {
    const {hub} = await start();
    const source = await listenSource();
    const settings = {name: 'Médiathèque', url: source.url, isPublic: false};
    await hub.as('merchant', 'PUT', `${AGENDA}/feeds/mediatheque`, {body: settings});
    const from = (body: object) => hub.as('merchant', 'POST', `${AGENDA}/import`, {body});
    const {body} = await from({feed: 'mediatheque'});
    assert.equal(body.added.length, 2);
    assert.equal((await events(hub))[0]?.importedFrom, 'mediatheque');
    assert.equal((await from({feed: 'nowhere'})).status, 404);
    assert.equal((await from({url: source.url})).body.fields[0].pointer, '/feed');
    const noCalendar = await hub.as('clerk', 'POST', `${AGENDA}/import`, {body: {feed: 'x'}});
    assert.equal(noCalendar.status, 403);
    source.answer = {status: 500};
    await hub.as('merchant', 'PUT', `${AGENDA}/feeds/autre`, {body: settings});
    assert.equal((await from({feed: 'autre'})).body.code, 'feed-unavailable');
  });

  it('deletes an imported event that nobody signed up for', async () => {
    const {hub} = await start();
    await upload(hub, CALENDAR_FILE);
    const {id, version} = (await events(hub))[0]!;
    const url = `${AGENDA}/events/${id}`;
    assert.equal((await hub.as('merchant', 'DELETE', url, {version})).status, 204);
  });
});
