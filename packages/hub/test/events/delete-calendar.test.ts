import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readEvents} from '@local-widgets/model';
import {CalendarDeletion} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {recordingCarriers} from '../outbox/support/carriers.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {AGENDA, COURSE, COURSE_DATES, eventHub, uuid} from './support/event-hub.js';

const [FIRST, SECOND] = COURSE_DATES;
const PROPOSALS = '/v1/calendars/agenda/proposals';

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock});
    const carriers = recordingCarriers();
    const sent = async () => {
      await runOutboxOnce(hub.context, carriers);
      return carriers.mails.splice(0);
    };
    const remove = (query = '', version = 1) =>
      hub.as('merchant', 'DELETE', `${AGENDA}${query}`, {version});
    return {hub, clock, sent, remove};
  };

  it('tells a merchant what would go with a calendar', async () => {
    const {hub} = await start();
    const {id} = await hub.write({...COURSE, signUp: {...COURSE.signUp!, capacity: 2}});
    await hub.write(COURSE, 'draft');
    await hub.write(COURSE, 'proposed');
    await hub.register(id, FIRST, {places: 2});
    await hub.register(id, FIRST, {contact: {name: 'Bob', telephone: '02 98 11 22 33'}});
    const url = `${AGENDA}/deletion`;
    assert.equal((await hub.as('clerk', 'GET', url)).status, 403);
    assert.equal((await hub.ask({url})).status, 401);
    const {status, body} = await hub.as('merchant', 'GET', url);
    assert.equal(status, 200);
    assert.deepEqual(Value.Errors(CalendarDeletion, body), []);
    assert.deepEqual(body, {
      events: 1,
      drafts: 1,
      proposals: 1,
      feeds: 0,
      confirmed: 1,
      waiting: 1,
      withoutEmail: [{name: 'Bob', telephone: '02 98 11 22 33'}],
    });
  });

  it('counts neither what is over nor what was called off: those people know', async () => {
    const {hub, clock} = await start();
    await hub.write();
    const course = await hub.write(COURSE);
    await hub.register(course.id, FIRST);
    await hub.register(course.id, SECOND);
    const cancellation = `${AGENDA}/events/${course.id}/occurrences/${SECOND}/cancellation`;
    await hub.as('merchant', 'PUT', cancellation, {body: {}, version: course.version});
    const people = async () => {
      const {body} = await hub.as('merchant', 'GET', `${AGENDA}/deletion`);
      return [Number(body.confirmed), Number(body.events)];
    };
    assert.deepEqual(await people(), [1, 2]);
    clock.pass(10 * 24 * 60);
    assert.deepEqual(await people(), [0, 2]);
  });

  it('deletes an empty calendar, and nobody else’s', async () => {
    const {hub, remove} = await start();
    assert.equal((await hub.as('clerk', 'DELETE', AGENDA, {version: 1})).status, 403);
    assert.equal((await hub.as('merchant', 'DELETE', AGENDA)).body.code, 'version-missing');
    assert.equal((await remove('', 7)).body.code, 'version-changed');
    assert.equal((await remove()).status, 204);
    assert.equal((await hub.ask({url: '/v1/calendars/agenda'})).status, 404);
    const again = await hub.as('merchant', 'PUT', AGENDA, {
      body: {name: 'Agenda', timeZone: 'Europe/Paris', acceptsProposals: false, holidays: 'FR'},
    });
    assert.equal(again.status, 201, 'its name is free again');
  });

  it('refuses while there are published events or other people than one knows of', async () => {
    const {hub, remove} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST);
    const refused = await remove();
    assert.deepEqual([refused.status, refused.body.code], [409, 'wrong-state']);
    const unknown = await remove('?events=1');
    assert.deepEqual(
      [unknown.status, unknown.body.code, unknown.body.detail],
      [409, 'people-signed-up', 'Une personne est inscrite à une date à venir.'],
    );
    await hub.register(id, SECOND);
    assert.equal((await remove('?events=1&people=1')).body.code, 'people-signed-up');
    assert.equal((await hub.ask({url: '/v1/calendars/agenda'})).status, 200);
    assert.equal((await remove('?events=1&people=2')).status, 204);
  });

  it('tells by mail who loses a place, with the cancelled date and the reason', async () => {
    const {hub, sent, remove} = await start();
    const {id} = await hub.write({...COURSE, signUp: {...COURSE.signUp!, capacity: 1}});
    await hub.register(id, FIRST);
    await hub.register(id, FIRST, {
      contact: {name: 'Bob', email: 'bob@example.org'},
      language: 'en',
    });
    await hub.register(id, SECOND, {contact: {name: 'Céline', telephone: '02 98 11 22 33'}});
    await sent();
    const answer = await remove(
      '?events=1&people=3&reason=L%E2%80%99association%20s%E2%80%99arr%C3%AAte',
    );
    assert.equal(answer.status, 204);
    const mails = (await sent()).sort((one, other) => (one.to.address < other.to.address ? -1 : 1));
    assert.deepEqual(
      mails.map(({to, subject}) => [to.name, subject]),
      [
        ['Anne', 'Annulé : Atelier pain, mardi 1 décembre 2026, de 18:30 à 20:30'],
        ['Bob', 'Cancelled: Atelier pain, Tuesday, 1 December 2026, from 18:30 to 20:30'],
      ],
    );
    const [anne] = mails;
    for (const part of ['Agenda de Sainte-Aubrette', 'L’association s’arrête', '02 98 00 00 00']) {
      assert.ok(anne!.text.includes(part), part);
      assert.ok(anne!.html.includes(part), part);
    }
    assert.ok(!anne!.text.includes('/r/'), 'no link to a page that is gone');
    const read = readEvents(anne!.calendar!, {
      from: '2026-11-01',
      to: '2027-01-01',
      timeZone: 'Europe/Paris',
    });
    assert.deepEqual(
      read.events.map(({eventStatus}) => eventStatus),
      ['cancelled'],
    );
    const {db} = hub.context;
    const outbox = await db.selectFrom('outbox').select('payload').execute();
    assert.ok(!outbox.some(({payload}) => /anne@|Anne/.test(payload)), 'nothing stays behind');
    for (const table of ['registrations', 'event_dates', 'event_links', 'event_history'] as const) {
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table);
    }
    const kept = await db.selectFrom('idempotency_keys').select(['scope', 'answer']).execute();
    const toPeople = kept.filter(({scope}) => scope.includes('registrations'));
    assert.ok(toPeople.every(({answer}) => answer === ''));
  });

  it('tells who proposed what nobody has decided about', async () => {
    const {hub, sent, remove} = await start();
    const event = {...COURSE, signUp: undefined};
    const proposed = await hub.ask({
      method: 'POST',
      url: PROPOSALS,
      headers: {'idempotency-key': uuid()},
      payload: {
        event,
        contact: {name: 'Paul', email: 'paul@aines.example'},
        language: 'fr',
        consent: true,
      },
    });
    assert.equal(proposed.status, 202);
    const [confirm] = await sent();
    const [, token] = /\/p\/([\w-]+)/.exec(confirm!.text)!;
    const confirmed = await hub.ask({
      method: 'POST',
      url: `/v1/proposals/${token!}/confirmation`,
    });
    assert.ok(confirmed.status < 300, confirmed.text);
    await sent();
    assert.equal((await remove('?reason=Fin')).status, 204);
    const mails = await sent();
    assert.deepEqual(
      mails.map(({to, subject}) => [to.address, subject]),
      [['paul@aines.example', 'Proposition refusée : Atelier pain']],
    );
  });

  it('deletes once while people sign up: whoever was told a place exists is told it is gone', async () => {
    const {hub, remove} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST);
    const [removed, signedUp] = await Promise.all([
      remove('?events=1&people=1'),
      hub.register(id, SECOND, {contact: {name: 'Bob', email: 'bob@example.org'}}),
    ]);
    const {db} = hub.context;
    const left = await db.selectFrom('registrations').select('id').execute();
    if (removed.status === 204) {
      assert.equal(signedUp.status, 404);
      assert.deepEqual(left, []);
    } else {
      assert.deepEqual([removed.body.code, signedUp.status], ['people-signed-up', 201]);
      assert.equal(left.length, 2);
    }
  });
});
