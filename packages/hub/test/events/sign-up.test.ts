import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {
  EventDocument,
  PlacedRegistration,
  SignUpSettings,
} from '@local-widgets/model/schemas.js';
import {remindOfDates} from '../../src/events/signup/remind.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {
  AGENDA,
  COURSE,
  COURSE_DATES,
  eventHub,
  MARKET,
  uuid,
  type EventHub,
} from './support/event-hub.js';

const [FIRST, SECOND] = COURSE_DATES;

/** The course with other settings of its sign-up. */
const course = (signUp: Partial<SignUpSettings> = {}): EventDocument => ({
  ...COURSE,
  signUp: {...COURSE.signUp!, ...signUp},
});

forEachDatabase((_name, open) => {
  const start = async (document = COURSE) => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock});
    const {id} = await hub.write(document);
    const {db} = hub.context;
    const dates = () => db.selectFrom('event_dates').selectAll().orderBy('recurrence_id').execute();
    const people = () =>
      db
        .selectFrom('registrations')
        .select(['id', 'state', 'places', 'position', 'recurrence_id', 'contact'])
        .orderBy('position')
        .execute();
    return {hub, id, clock, db, dates, people};
  };
  const signUp = async (hub: EventHub, id: string, places = 1, date: string = FIRST) => {
    const {status, body} = await hub.register(id, date, {places});
    assert.equal(status, 201, JSON.stringify(body));
    return body as PlacedRegistration;
  };
  const rewrite = async (hub: EventHub, id: string, event: EventDocument) => {
    const {body} = await hub.as('merchant', 'GET', `${AGENDA}/events/${id}`);
    return hub.as('merchant', 'PUT', `${AGENDA}/events/${id}`, {
      body: {event},
      version: body.version as number,
    });
  };

  it('signs somebody up once, however often it is asked with the same UUID', async () => {
    const {hub, id, people} = await start();
    const key = uuid();
    const first = await hub.register(id, FIRST, {places: 2}, key);
    assert.deepEqual([first.status, first.body.registration.state], [201, 'confirmed']);
    assert.match(String(first.body.url), /^https:\/\/hub\.example\/r\/[\w-]{43}$/);
    const again = await hub.register(id, FIRST, {places: 2}, key);
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, first.body);
    const other = await hub.register(id, FIRST, {places: 1}, key);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused']);
    assert.equal((await people()).length, 1);
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['registration-confirmed'],
    );
  });

  it('gives the same answer without its secret once that is forgotten', async () => {
    const {hub, id, db} = await start();
    const key = uuid();
    const first = await hub.register(id, FIRST, {}, key);
    await db.deleteFrom('idempotency_keys').execute();
    const again = await hub.register(id, FIRST, {}, key);
    assert.deepEqual(again.body, {registration: first.body.registration});
    assert.equal(again.status, 200);
  });

  it('says why one cannot sign up', async () => {
    const {hub, id, clock} = await start(course({opensAt: '2026-11-24T09:00:00'}));
    const market = await hub.write(MARKET);
    const draft = await hub.write(course(), 'draft');
    const refused = async (event: string, date: string, request = {}) => {
      const {status, body} = await hub.register(event, date, request);
      return [status, body.code, body.detail ?? body.fields?.[0].pointer] as unknown[];
    };
    assert.deepEqual(await refused(id, FIRST), [
      409,
      'sign-up-closed',
      'Les inscriptions ne sont pas encore ouvertes.',
    ]);
    clock.set(new Date('2026-11-24T08:00:00Z'));
    const many = await refused(id, FIRST, {places: 5});
    assert.deepEqual(many.slice(1), ['invalid', '/places']);
    const nobody = await refused(id, FIRST, {contact: {name: 'Anne'}});
    assert.deepEqual(nobody.slice(1), ['invalid', '/contact/email']);
    assert.equal((await refused(id, '20261202T183000'))[0], 404);
    assert.equal((await refused(id, '20269999T183000'))[0], 404);
    assert.equal((await refused(draft.id, FIRST))[0], 404);
    assert.deepEqual(await refused(market.id, '20261128T080000'), [
      409,
      'sign-up-closed',
      'On ne s’inscrit pas ici à cet évènement.',
    ]);
    clock.set(new Date('2026-12-01T16:45:00Z'));
    assert.match(String((await refused(id, FIRST))[2]), /closes/);
    clock.set(new Date('2026-12-01T21:00:00Z'));
    assert.match(String((await refused(id, FIRST))[2]), /passée/);
    assert.equal((await hub.register(id, SECOND)).status, 201);
  });

  it('keeps a waiting list in order, which nobody passes', async () => {
    const {hub, id, people} = await start(course({capacity: 4}));
    const first = await signUp(hub, id, 3);
    const wantsTwo = await signUp(hub, id, 2);
    const wantsOne = await signUp(hub, id, 1);
    assert.deepEqual(
      [wantsTwo, wantsOne].map(({registration}) => [registration.state, registration.position]),
      [
        ['waiting', 1],
        ['waiting', 2],
      ],
    );
    await hub.mails();
    const cancelled = await hub.ask({
      method: 'POST',
      url: `/v1/registrations/${first.token}/cancellation`,
    });
    assert.deepEqual([cancelled.body.state, cancelled.body.cancelledBy], ['cancelled', 'person']);
    assert.deepEqual(
      (await people()).map(({state}) => state),
      ['cancelled', 'confirmed', 'confirmed'],
    );
    assert.deepEqual((await hub.mails()).map(({template}) => template).sort(), [
      'registration-cancelled',
      'registration-moved-up',
      'registration-moved-up',
    ]);
  });

  it('lets the head of the waiting list wait for all its places', async () => {
    const {hub, id, people} = await start(course({capacity: 4}));
    const first = await signUp(hub, id, 1);
    await signUp(hub, id, 3);
    await signUp(hub, id, 2);
    await signUp(hub, id, 1);
    await hub.ask({method: 'POST', url: `/v1/registrations/${first.token}/cancellation`});
    assert.deepEqual(
      (await people()).map(({state}) => state),
      ['cancelled', 'confirmed', 'waiting', 'waiting'],
    );
    // the one place that is free is not for who comes later
    const late = await signUp(hub, id, 1);
    assert.deepEqual([late.registration.state, late.registration.position], ['waiting', 3]);
  });

  it('refuses when it is full and nobody may wait, or nobody could ever move up', async () => {
    const {hub, id} = await start(course({capacity: 3, hasWaitingList: false}));
    await signUp(hub, id, 2);
    const {status, body} = await hub.register(id, FIRST, {places: 2});
    assert.deepEqual([status, body.code, body.detail], [409, 'fully-booked', 'Il reste 1 place.']);
    const small = await start(course({capacity: 2}));
    assert.equal((await small.hub.register(small.id, FIRST, {places: 3})).status, 409);
    await small.hub.close();
  });

  it('moves people up when there are more places, and turns nobody out when there are fewer', async () => {
    const {hub, id, people, dates} = await start(course({capacity: 2}));
    const {token} = await signUp(hub, id, 2);
    await signUp(hub, id, 2);
    await rewrite(hub, id, course({capacity: 4}));
    assert.deepEqual(
      (await people()).map(({state}) => state),
      ['confirmed', 'confirmed'],
    );
    await rewrite(hub, id, course({capacity: 1}));
    const [date] = await dates();
    assert.deepEqual([date?.taken, date?.capacity, date?.kept], [4, 1, 4]);
    assert.equal((await hub.register(id, FIRST)).body.registration.state, 'waiting');
    await hub.ask({method: 'POST', url: `/v1/registrations/${token}/cancellation`});
    assert.deepEqual(
      (await people()).map(({state}) => state),
      ['cancelled', 'confirmed', 'waiting'],
    );
  });

  it('takes people along when their date moves within its day, and tells them', async () => {
    const {hub, id, people, dates} = await start();
    const {registration} = await signUp(hub, id);
    await hub.mails();
    const later = {...COURSE, startDate: '2026-12-01T19:00:00', endDate: '2026-12-01T21:00:00'};
    assert.equal((await rewrite(hub, id, later)).status, 200);
    const [date] = await dates();
    assert.equal(date?.recurrence_id, '20261201T190000');
    assert.equal((await people())[0]?.recurrence_id, '20261201T190000');
    const [mail, ...others] = await hub.mails();
    assert.deepEqual(
      [mail?.template, mail?.registration],
      ['registration-changed', registration.id],
    );
    assert.deepEqual(others, []);
  });

  it('refuses to make a date disappear that people signed up for', async () => {
    const {hub, id} = await start();
    await signUp(hub, id);
    const onThursday = {...COURSE, startDate: '2026-12-03T18:30', endDate: '2026-12-03T20:30'};
    const gone = await rewrite(hub, id, onThursday);
    assert.deepEqual([gone.status, gone.body.code], [409, 'people-signed-up']);
    assert.match(String(gone.body.detail), /1 décembre 2026/);
    const {body} = await hub.as('merchant', 'GET', `${AGENDA}/events/${id}`);
    assert.equal(body.event.startDate, '2026-12-01T18:30:00');
    const draft = await hub.as('merchant', 'PUT', `${AGENDA}/events/${id}`, {
      body: {event: COURSE, state: 'draft'},
      version: 1,
    });
    assert.equal(draft.body.code, 'people-signed-up');
  });

  it('tells who signed up that a date, or all, is cancelled, and that it takes place after all', async () => {
    const {hub, id} = await start();
    await signUp(hub, id);
    await signUp(hub, id, 1, SECOND);
    await hub.mails();
    const templates = async () => (await hub.mails()).map(({template}) => template);
    const date = `${AGENDA}/events/${id}/occurrences/${FIRST}/cancellation`;
    await hub.as('merchant', 'PUT', date, {body: {reason: 'Panne'}, version: 1});
    assert.deepEqual(await templates(), ['date-cancelled']);
    assert.equal((await hub.register(id, FIRST)).body.code, 'sign-up-closed');
    const series = `${AGENDA}/events/${id}/cancellation`;
    await hub.as('merchant', 'PUT', series, {body: {}, version: 2});
    // who knew already is not told again
    assert.deepEqual(await templates(), ['date-cancelled']);
    await hub.as('merchant', 'DELETE', series, {version: 3});
    assert.deepEqual(await templates(), ['date-restored']);
    await hub.as('merchant', 'DELETE', date, {version: 4});
    assert.deepEqual(await templates(), ['date-restored']);
  });

  it('reminds those who come, once, so many hours before', async () => {
    const {hub, id, clock} = await start();
    await signUp(hub, id);
    const gone = await signUp(hub, id);
    await hub.ask({method: 'POST', url: `/v1/registrations/${gone.token}/cancellation`});
    await hub.mails();
    clock.set(new Date('2026-11-30T17:29:00Z'));
    assert.equal(await remindOfDates(hub.context), 0);
    clock.set(new Date('2026-11-30T17:30:00Z'));
    const runs = await Promise.all([1, 2, 3].map(() => remindOfDates(hub.context)));
    assert.deepEqual(runs.sort(), [0, 0, 1]);
    const mails = await hub.mails();
    assert.deepEqual(
      mails.map(({template}) => template),
      ['registration-reminder'],
    );
    assert.match(mails[0]!.url!, /\/r\/[\w-]{43}$/);
  });

  it('shows, exports, cancels and erases by any of the links that were sent', async () => {
    const {hub, id, db, people} = await start();
    const {token, registration} = await signUp(hub, id, 2);
    const seen = await hub.ask({url: `/v1/registrations/${token}`});
    assert.deepEqual(seen.body, registration);
    const all = await hub.ask({url: `/v1/registrations/${token}/export`});
    assert.deepEqual(all.body.registration, registration);
    assert.equal(all.body.messages.length, 1);
    assert.equal((await hub.ask({url: `/v1/registrations/${'x'.repeat(43)}`})).status, 404);
    await hub.register(id, FIRST, {places: 4});
    await hub.register(id, FIRST, {places: 4});
    const late = await hub.register(id, FIRST, {places: 2});
    assert.equal(late.body.registration.state, 'waiting');
    const erased = await hub.ask({method: 'DELETE', url: `/v1/registrations/${token}`});
    assert.equal(erased.status, 204);
    const rows = await people();
    assert.deepEqual([rows[0]?.state, rows[0]?.contact], ['cancelled', null]);
    assert.equal(rows.find(row => row.id === late.body.registration.id)?.state, 'confirmed');
    const kept = await db
      .selectFrom('idempotency_keys')
      .select('answer')
      .where('answer', 'like', `%${registration.id}%`)
      .execute();
    assert.deepEqual(kept, []);
    const left = await db
      .selectFrom('outbox')
      .select('id')
      .where('registration_id', '=', registration.id)
      .execute();
    assert.deepEqual(left, []);
  });

  it('lists who comes for the desk, also as a spreadsheet that runs nothing', async () => {
    const {hub, id} = await start(course({capacity: 1}));
    await hub.register(id, FIRST, {contact: {name: '=CMD("a;b")', telephone: '+33 6 11 22 33 44'}});
    await hub.register(id, FIRST, {contact: {name: 'Bob', email: 'bob@example.org'}});
    const url = `${AGENDA}/events/${id}/registrations`;
    const {body} = await hub.as('clerk', 'GET', url);
    const [date] = body.dates;
    assert.deepEqual(
      [date.recurrenceId, date.capacity, date.confirmed, date.waiting, date.registrations.length],
      [FIRST, 1, 1, 1, 2],
    );
    const {text, headers} = await hub.as('clerk', 'GET', `${url}.csv?date=${FIRST}`);
    assert.match(String(headers['content-type']), /text\/csv/);
    const [head, first, second] = text.split('\r\n');
    assert.ok(head?.startsWith('\ufeffDate;Heure;État'));
    assert.match(first!, /confirmée;;1;"'=CMD\(""a;b""\)";;\+33 6 11 22 33 44;/);
    assert.match(second!, /en attente;1;1;Bob;bob@example.org/);
    const id2 = body.dates[0].registrations[0].id as string;
    const off = await hub.as('clerk', 'DELETE', `${AGENDA}/registrations/${id2}?reason=Doublon`);
    assert.deepEqual([off.body.state, off.body.cancelledBy], ['cancelled', 'organizer']);
    assert.equal((await hub.ask({url})).status, 401);
  });
});
