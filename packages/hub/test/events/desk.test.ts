import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {
  DeskEvent,
  EventDocument,
  EventHistoryLine,
  Problem,
} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../support/databases.js';
import {
  AGENDA,
  CALENDAR,
  COURSE,
  eventHub,
  MARKET,
  uuid,
  type EventHub,
} from './support/event-hub.js';

const pathOf = (id: string) => `${AGENDA}/events/${id}`;

forEachDatabase((_name, open) => {
  const start = async () => eventHub(await open());
  const put = (
    hub: EventHub,
    role: 'merchant' | 'clerk',
    id: string,
    body: {event?: EventDocument; state?: string},
    version?: number,
  ) => hub.as(role, 'PUT', pathOf(id), {body: {event: MARKET, ...body}, version});

  it('makes calendars, whose settings are changed by version, each under one name in the hub', async () => {
    const hub = await start();
    const [first] = (await hub.as('clerk', 'GET', '/v1/shops/fournil/calendars')).body.calendars;
    assert.deepEqual([first.id, first.settings, first.version], ['agenda', CALENDAR, 1]);
    const settings = {...CALENDAR, name: 'Agenda'};
    assert.equal((await hub.as('merchant', 'PUT', AGENDA, {body: settings})).status, 428);
    const stale = await hub.as('merchant', 'PUT', AGENDA, {body: settings, version: 7});
    assert.deepEqual([stale.status, stale.body.code], [412, 'version-changed']);
    const changed = await hub.as('merchant', 'PUT', AGENDA, {body: settings, version: 1});
    assert.deepEqual([changed.status, changed.headers['etag']], [200, '"2"']);
    const zone = {...settings, timeZone: 'Europe/Atlantis'};
    const wrong = await hub.as('merchant', 'PUT', AGENDA, {body: zone, version: 2});
    assert.equal(wrong.body.fields[0].pointer, '/timeZone');
    assert.equal((await hub.as('clerk', 'PUT', AGENDA, {body: settings, version: 2})).status, 403);
  });

  it('writes an event once, and lets nobody write over what another wrote', async () => {
    const hub = await start();
    const id = uuid();
    const made = await put(hub, 'clerk', id, {});
    assert.deepEqual([made.status, made.body.state, made.body.version], [201, 'draft', 1]);
    assert.equal(made.body.date.recurrenceId, '20261128T080000');
    assert.equal((await put(hub, 'clerk', id, {})).status, 428);
    const event = {...MARKET, name: 'Grand marché'};
    const edited = await put(hub, 'clerk', id, {event}, 1);
    assert.deepEqual([edited.status, edited.headers['etag']], [200, '"2"']);
    assert.equal((await put(hub, 'merchant', id, {}, 1)).status, 412);
    const {history} = edited.body;
    assert.deepEqual(
      (history as EventHistoryLine[]).map(({action, by, person, fields}) => [
        action,
        by,
        person,
        fields,
      ]),
      [
        ['created', 'person', 'agent@example.org', undefined],
        ['edited', 'person', 'agent@example.org', ['name']],
      ],
    );
  });

  it('keeps dates in one form, whatever form they came in', async () => {
    const hub = await start();
    const id = uuid();
    const event: EventDocument = {
      ...MARKET,
      startDate: '2026-11-07T08:00',
      recurrence: {
        rule: 'rrule:freq=weekly;byday=sa',
        exceptDates: ['2026-12-26T08:00', '2026-12-05T08:00:00'],
      },
    };
    const {body} = await put(hub, 'clerk', id, {event});
    assert.equal(body.event.startDate, '2026-11-07T08:00:00');
    assert.deepEqual(body.event.recurrence, {
      rule: 'FREQ=WEEKLY;BYDAY=SA',
      exceptDates: ['2026-12-05T08:00:00', '2026-12-26T08:00:00'],
    });
  });

  it('says by the field what is wrong with an event', async () => {
    const hub = await start();
    const faults: [Partial<EventDocument>, string][] = [
      [{startDate: '2026-02-30T08:00:00'}, '/event/startDate'],
      [{startDate: '2026-11-07'}, '/event/startDate'],
      [{endDate: '2026-11-07T07:00:00'}, '/event/endDate'],
      [{timeZone: 'Europe/Atlantis'}, '/event/timeZone'],
      [{recurrence: {}}, '/event/recurrence/rule'],
      [{recurrence: {rule: 'FREQ=OFTEN'}}, '/event/recurrence/rule'],
      [{recurrence: {rule: 'FREQ=SECONDLY'}}, '/event/recurrence/rule'],
      [
        {recurrence: {rule: 'FREQ=WEEKLY', dates: ['2026-13-01T08:00:00']}},
        '/event/recurrence/dates/0',
      ],
      [
        {recurrence: {rule: 'FREQ=DAILY;COUNT=1', exceptDates: [MARKET.startDate]}},
        '/event/recurrence/rule',
      ],
      [{overrides: [{recurrenceId: '20261129T080000'}]}, '/event/overrides/0/recurrenceId'],
      [{overrides: [{recurrenceId: '20261128'}]}, '/event/overrides/0/recurrenceId'],
      [
        {overrides: [{recurrenceId: '20261128T080000'}, {recurrenceId: '20261128T080000'}]},
        '/event/overrides/1/recurrenceId',
      ],
      [{image: {url: 'https://a.example/a.jpg'} as never}, '/event/image/caption'],
      [{typicalAgeRange: {}}, '/event/typicalAgeRange/min'],
      [{typicalAgeRange: {min: 12, max: 6}}, '/event/typicalAgeRange/max'],
      [{isAccessibleForFree: true, offers: [{price: 500}]}, '/event/isAccessibleForFree'],
      [{offers: [{price: 500, maxPrice: 100}]}, '/event/offers/0/maxPrice'],
      [
        {signUp: COURSE.signUp!, registration: [{type: 'url', value: 'https://a.example'}]},
        '/event/registration',
      ],
      [{name: ''}, '/event/name'],
    ];
    for (const [change, pointer] of faults) {
      const {status, body} = await put(hub, 'clerk', uuid(), {event: {...MARKET, ...change}});
      assert.equal(status, 400, pointer);
      assert.deepEqual(
        (body as Problem).fields?.map(({pointer: at}) => at),
        [pointer],
      );
      assert.ok(body.fields[0].message.length > 5);
    }
  });

  it('lets clerks propose and merchants decide, and tells both sides', async () => {
    const hub = await start();
    const id = uuid();
    assert.equal((await put(hub, 'clerk', id, {state: 'published'})).status, 403);
    const proposed = await put(hub, 'clerk', id, {state: 'proposed'});
    assert.deepEqual([proposed.status, proposed.body.state], [201, 'proposed']);
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['proposal-received'],
    );
    const decide = (body: object, version: number, role: 'clerk' | 'merchant' = 'merchant') =>
      hub.as(role, 'POST', `${pathOf(id)}/decision`, {body, version});
    assert.equal((await decide({decision: 'accept'}, 1, 'clerk')).status, 403);
    const silent = await decide({decision: 'reject'}, 1);
    assert.equal(silent.body.fields[0].pointer, '/reason');
    const rejected = await decide({decision: 'reject', reason: 'Doublon.'}, 1);
    assert.deepEqual([rejected.body.state, rejected.body.reason], ['rejected', 'Doublon.']);
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['proposal-rejected'],
    );
    await put(hub, 'clerk', id, {state: 'proposed'}, 2);
    const accepted = await decide({decision: 'accept'}, 3);
    assert.deepEqual([accepted.body.state, accepted.body.reason], ['published', undefined]);
    assert.match(
      String(accepted.body.page),
      new RegExp(`^https://hub.example/agenda/agenda/${id}$`),
    );
    assert.deepEqual((await hub.mails()).map(({template}) => template).sort(), [
      'proposal-accepted',
      'proposal-received',
    ]);
    assert.equal((await decide({decision: 'accept'}, 4)).body.code, 'wrong-state');
  });

  it('keeps a clerk’s change of a published event beside it until it is decided', async () => {
    const hub = await start();
    const {id} = await hub.write();
    const event = {...MARKET, name: 'Marché de Noël'};
    const proposed = await put(hub, 'clerk', id, {event}, 1);
    assert.deepEqual(
      [proposed.body.state, proposed.body.event.name, proposed.body.change.name],
      ['published', 'Marché du samedi', 'Marché de Noël'],
    );
    // a merchant's own edit meanwhile does not lose it
    const own = {...MARKET, categories: ['Noël']};
    const edited = await put(hub, 'merchant', id, {event: own}, 2);
    assert.equal(edited.body.change.name, 'Marché de Noël');
    const list = await hub.as('merchant', 'GET', `${AGENDA}/events?change=1`);
    assert.equal(list.body.events.length, 1);
    const accepted = await hub.as('merchant', 'POST', `${pathOf(id)}/decision`, {
      body: {decision: 'accept'},
      version: 3,
    });
    assert.deepEqual(
      [accepted.body.event.name, accepted.body.change],
      ['Marché de Noël', undefined],
    );
  });

  it('cancels a series and one of its dates, and takes that back', async () => {
    const hub = await start();
    const {id} = await hub.write();
    const date = `${pathOf(id)}/occurrences/20261128T080000/cancellation`;
    const called = await hub.as('merchant', 'PUT', date, {body: {reason: 'Tempête'}, version: 1});
    assert.deepEqual(called.body.event.overrides, [
      {recurrenceId: '20261128T080000', isCancelled: true, reason: 'Tempête'},
    ]);
    const back = await hub.as('merchant', 'DELETE', date, {version: 2});
    assert.equal(back.body.event.overrides, undefined);
    const other = `${pathOf(id)}/occurrences/20261129T080000/cancellation`;
    assert.equal((await hub.as('merchant', 'PUT', other, {body: {}, version: 3})).status, 404);
    const series = `${pathOf(id)}/cancellation`;
    assert.equal((await hub.as('clerk', 'PUT', series, {body: {}, version: 3})).status, 403);
    const off = await hub.as('merchant', 'PUT', series, {body: {reason: 'Travaux'}, version: 3});
    assert.deepEqual([off.body.state, off.body.reason], ['cancelled', 'Travaux']);
    assert.equal((await hub.as('merchant', 'PUT', series, {body: {}, version: 4})).status, 409);
    const on = await hub.as('merchant', 'DELETE', series, {version: 4});
    assert.deepEqual([on.body.state, on.body.reason], ['published', undefined]);
    assert.deepEqual(
      (on.body.history as EventHistoryLine[]).map(({action}) => action),
      ['created', 'published', 'date-cancelled', 'date-restored', 'cancelled', 'restored'],
    );
  });

  it('deletes drafts, and no published event', async () => {
    const hub = await start();
    const draft = await hub.write(MARKET, 'draft');
    assert.equal((await hub.as('clerk', 'DELETE', pathOf(draft.id), {version: 1})).status, 204);
    assert.equal((await hub.as('clerk', 'GET', pathOf(draft.id))).status, 404);
    const {id} = await hub.write();
    const refused = await hub.as('merchant', 'DELETE', pathOf(id), {version: 1});
    assert.deepEqual([refused.status, refused.body.code], [409, 'wrong-state']);
    assert.equal((await hub.as('merchant', 'DELETE', AGENDA, {version: 1})).status, 409);
  });

  it('lists events by their next date, by state, by words, page by page', async () => {
    const hub = await start();
    await hub.write();
    await hub.write(COURSE, 'draft');
    const past = {
      ...COURSE,
      name: 'Fête d’été',
      startDate: '2026-06-21T18:00',
      endDate: '2026-06-21T23:00',
    };
    await hub.write({...past, recurrence: {rule: 'FREQ=DAILY;COUNT=1'}});
    const names = async (query: string) => {
      const {body} = await hub.as('clerk', 'GET', `${AGENDA}/events?${query}`);
      return (body.events as DeskEvent[]).map(({event}) => event.name);
    };
    assert.deepEqual(await names(''), ['Fête d’été', 'Marché du samedi', 'Atelier pain']);
    assert.deepEqual(await names('when=upcoming'), ['Marché du samedi', 'Atelier pain']);
    assert.deepEqual(await names('when=past'), ['Fête d’été']);
    assert.deepEqual(await names('state=draft&state=proposed'), ['Atelier pain']);
    assert.deepEqual(await names('search=ETE%20fete'), ['Fête d’été']);
    const first = (await hub.as('clerk', 'GET', `${AGENDA}/events?limit=2`)).body;
    assert.equal(first.next, 2);
    assert.deepEqual(await names(`limit=2&after=${first.next}`), ['Atelier pain']);
    const [calendar] = (await hub.as('clerk', 'GET', '/v1/shops/fournil/calendars')).body.calendars;
    assert.deepEqual([calendar.counts.published, calendar.counts.draft], [2, 1]);
  });

  it('shows another shop’s calendar to nobody', async () => {
    const hub = await start();
    const {id} = await hub.write();
    const url = `/v1/shops/autre/calendars/agenda/events/${id}`;
    assert.equal((await hub.as('merchant', 'GET', url)).status, 403);
    assert.equal((await hub.ask({url: pathOf(id)})).status, 401);
  });
});
