import assert from 'node:assert/strict';
import {it} from 'node:test';
import {
  CalendarFile,
  type DeskCalendar,
  type DeskEvent,
  type EventInFile,
} from '@local-widgets/model/schemas.js';
import {Type} from 'typebox';
import {Value} from 'typebox/value';
import {exportCalendars} from '../../src/events/calendars/export-calendars.js';
import {importCalendars} from '../../src/events/calendars/import-calendars.js';
import {HubProblem} from '../../src/http/problem.js';
import {createShop} from '../../src/shops/shop-store.js';
import {forEachDatabase} from '../support/databases.js';
import {SETTINGS} from '../support/fixtures.js';
import {
  AGENDA,
  CALENDAR,
  COURSE,
  COURSE_DATES,
  eventHub,
  MARKET,
  uuid,
} from './support/event-hub.js';

const [FIRST] = COURSE_DATES;

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await eventHub(await open());
    const bring = (events: EventInFile[], more: Partial<CalendarFile> = {}) =>
      importCalendars(hub.context, 'fournil', [
        {id: 'agenda', settings: CALENDAR, events, ...more},
      ]);
    const find = async (id: string) => {
      const {body} = await hub.as('merchant', 'GET', `${AGENDA}/events/${id}`);
      return body as unknown as DeskEvent;
    };
    return {hub, bring, find};
  };

  it('makes a calendar with events in each state, and its feeds', async () => {
    const {hub, find} = await start();
    const [market, course, off, proposed, draft] = [uuid(), uuid(), uuid(), uuid(), uuid()];
    const settings = {...CALENDAR, name: 'Ateliers', color: '#1d5c96'};
    const feed = {name: 'Médiathèque', url: 'https://mediatheque.example/a.ics', isPublic: true};
    const file: CalendarFile = {
      id: 'ateliers',
      settings,
      events: [
        {id: market, uid: 'marche@fournil.example', event: MARKET},
        {id: course, state: 'published', event: COURSE},
        {id: off, state: 'cancelled', reason: 'Vent fort', event: COURSE},
        {id: proposed, state: 'proposed', event: COURSE},
        {id: draft, state: 'rejected', event: COURSE},
        {id: uuid(), state: 'unconfirmed', event: COURSE},
      ],
      feeds: [{id: 'mediatheque', settings: feed}],
    };
    const imported = await importCalendars(hub.context, 'fournil', [file]);
    assert.deepEqual(imported, [{calendar: 'ateliers', added: 5, changed: 0, unchanged: 1}]);
    const {calendars} = (await hub.as('clerk', 'GET', '/v1/shops/fournil/calendars')).body;
    const desk = (calendars as DeskCalendar[]).find(({id}) => id === 'ateliers');
    assert.deepEqual(desk?.settings, settings);
    assert.deepEqual(desk.counts, {
      draft: 1,
      proposed: 1,
      published: 2,
      cancelled: 1,
      rejected: 0,
      changes: 0,
    });
    const {body} = await hub.as('clerk', 'GET', '/v1/shops/fournil/calendars/ateliers/feeds');
    assert.deepEqual(body.feeds[0].settings, feed);
    const published = await hub.ask({url: '/v1/calendars/ateliers/events'});
    const uids = (published.body.events as {uid: string; description?: string}[]).map(
      ({uid}) => uid,
    );
    assert.ok(uids.includes('marche@fournil.example'));
    assert.ok(JSON.stringify(published.body.events).includes('Vent fort'));
    assert.equal((await importCalendars(hub.context, 'fournil', [file]))[0]?.unchanged, 6);
    assert.equal((await find(market)).id, undefined, 'an event is of one calendar');
  });

  it('brings up to date what is there; people are told, and what the desk decided stays', async () => {
    const {hub, bring, find} = await start();
    const [course, proposed] = [uuid(), uuid()];
    const events: EventInFile[] = [
      {id: course, event: COURSE},
      {id: proposed, state: 'proposed', event: {...COURSE, name: 'Loto'}},
    ];
    await bring(events);
    await hub.register(course, FIRST);
    await hub.as('merchant', 'POST', `${AGENDA}/events/${proposed}/decision`, {
      body: {decision: 'accept'},
      version: 1,
    });
    await hub.mails();
    const later = {...COURSE, startDate: '2026-12-01T19:00:00', endDate: '2026-12-01T21:00:00'};
    const [report] = await bring([{id: course, event: later}, events[1]!]);
    assert.deepEqual(report, {calendar: 'agenda', added: 0, changed: 1, unchanged: 1});
    assert.equal((await find(course)).event.startDate, '2026-12-01T19:00:00');
    assert.equal((await find(proposed)).state, 'published');
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['registration-changed'],
    );
    await bring([{id: course, state: 'cancelled', event: later}]);
    assert.equal((await find(course)).state, 'cancelled');
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['date-cancelled'],
    );
    await bring([{id: course, event: later}]);
    assert.equal((await find(course)).state, 'published');
  });

  it('names what is wrong by its place in the file', async () => {
    const {hub, bring} = await start();
    const wrong = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof HubProblem);
      return error.extras.fields?.map(({pointer}) => pointer);
    };
    assert.deepEqual(await wrong(importCalendars(hub.context, 'fournil', [{id: 'agenda'}])), [
      '/calendars/0/settings',
    ]);
    const event = {...COURSE, endDate: '2026-11-01T10:00:00'};
    assert.deepEqual(await wrong(bring([{id: uuid(), event}])), [
      '/calendars/0/events/0/event/endDate',
    ]);
    const settings = {name: 'x', url: 'http://10.0.0.1/a.ics', isPublic: false};
    assert.deepEqual(await wrong(bring([], {feeds: [{id: 'x', settings}]})), [
      '/calendars/0/feeds/0/settings/url',
    ]);
    const others = {id: 'agenda', settings: CALENDAR};
    const {db, clock} = hub.context;
    await createShop(db, {id: 'ferme', settings: SETTINGS, now: clock.now()});
    assert.deepEqual(await wrong(importCalendars(hub.context, 'ferme', [others])), [
      '/calendars/0/settings/id',
    ]);
  });

  it('exports all that is held in the form that is imported', async () => {
    const {hub, bring} = await start();
    const [market, course] = [uuid(), uuid()];
    await bring([
      {id: market, uid: 'marche@fournil.example', event: MARKET},
      {id: course, state: 'published', event: COURSE},
    ]);
    await hub.register(course, FIRST);
    const exported = JSON.parse(
      JSON.stringify(await exportCalendars(hub.context, 'fournil')),
    ) as unknown[];
    assert.deepEqual(Value.Errors(Type.Array(CalendarFile), exported), []);
    const text = JSON.stringify(exported);
    for (const part of ['anne@example.org', 'marche@fournil.example', '"action":"published"']) {
      assert.ok(text.includes(part), part);
    }
    const other = await start();
    const [report] = await importCalendars(other.hub.context, 'fournil', exported);
    assert.deepEqual(report, {calendar: 'agenda', added: 2, changed: 0, unchanged: 0});
    const {dates} = (
      await other.hub.as('merchant', 'GET', `${AGENDA}/events/${course}/registrations`)
    ).body;
    assert.deepEqual(dates, [], 'who signed up stays where they signed up');
  });
});
