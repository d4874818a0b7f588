import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readEvents} from '@local-widgets/model';
import type {PlacedRegistration} from '@local-widgets/model/schemas.js';
import type {Mail} from '../../src/mail/mailer.js';
import {without} from '../../src/events/without.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {recordingCarriers} from '../outbox/support/carriers.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {AGENDA, COURSE, COURSE_DATES, eventHub, uuid} from './support/event-hub.js';

const [FIRST] = COURSE_DATES;

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock});
    const carriers = recordingCarriers();
    /** What is sent now. */
    const sent = async (): Promise<Mail[]> => {
      await runOutboxOnce(hub.context, carriers);
      return carriers.mails.splice(0);
    };
    return {hub, clock, sent};
  };
  const whole = ({subject, text, html}: Mail) => [subject, text, html].join('\n');

  it('confirms a registration with its date for the calendar, and the link to cancel it', async () => {
    const {hub, sent} = await start();
    const {id} = await hub.write({
      ...COURSE,
      signUp: {...COURSE.signUp!, instructions: 'Apportez un tablier.'},
    });
    const {body} = await hub.register(id, FIRST, {places: 2});
    const {url} = body as PlacedRegistration;
    const [mail] = await sent();
    assert.deepEqual(
      [mail?.to, mail?.from.name],
      [{name: 'Anne', address: 'anne@example.org'}, 'Le Fournil'],
    );
    assert.equal(
      mail?.subject,
      'Inscription confirmée : Atelier pain, mardi 1 décembre 2026, de 18:30 à 20:30',
    );
    for (const part of [url!, 'Apportez un tablier.', 'Fournil', '02 98 00 00 00']) {
      assert.ok(mail.text.includes(part), part);
      assert.ok(mail.html.includes(part), part);
    }
    assert.equal(mail.calendarName, 'evenement.ics');
    const read = readEvents(mail.calendar!, {
      from: '2026-11-01',
      to: '2027-01-01',
      timeZone: 'Europe/Paris',
    });
    assert.deepEqual(
      read.occurrences.map(({start}) => new Date(start).toISOString()),
      ['2026-12-01T17:30:00.000Z'],
    );
    // nothing of it stays behind in the outbox
    const rows = await hub.context.db.selectFrom('outbox').select('payload').execute();
    assert.ok(!rows.some(({payload}) => payload.includes('/r/')));
  });

  it('tells in the language of who signed up what becomes of the registration', async () => {
    const {hub, sent, clock} = await start();
    const {id} = await hub.write({...COURSE, signUp: {...COURSE.signUp!, capacity: 1}});
    const {body} = await hub.register(id, FIRST, {language: 'en'});
    const {token} = body as PlacedRegistration;
    await hub.register(id, FIRST, {contact: {name: 'Bob', email: 'bob@example.org'}});
    // each is sent beside the others
    const byName = (one: Mail, other: Mail) => (one.to.name! < other.to.name! ? -1 : 1);
    const [confirmed, waiting] = (await sent()).sort(byName);
    assert.match(confirmed!.subject, /^You are registered: Atelier pain, Tuesday, 1 December 2026/);
    assert.match(waiting!.text, /en tête de la liste d’attente/);
    await hub.ask({method: 'POST', url: `/v1/registrations/${token!}/cancellation`});
    const mails = await sent();
    const subjects = mails.map(({subject}) => subject).sort();
    assert.match(subjects[0]!, /^Registration cancelled/);
    assert.match(subjects[1]!, /^Une place s’est libérée/);
    const later = {...COURSE, signUp: {...COURSE.signUp!, capacity: 1}};
    const event = {...later, startDate: '2026-12-01T19:00', endDate: '2026-12-01T21:00'};
    await hub.as('merchant', 'PUT', `${AGENDA}/events/${id}`, {body: {event}, version: 1});
    const [changed] = await sent();
    assert.match(changed!.text, /Prévu avant.: mardi 1 décembre 2026, de 18:30 à 20:30/);
    assert.match(changed!.subject, /de 19:00 à 21:00/);
    clock.set(new Date('2026-11-30T18:00:00Z'));
    const {remindOfDates} = await import('../../src/events/signup/remind.js');
    await remindOfDates(hub.context);
    const [reminder] = await sent();
    assert.match(reminder!.subject, /^Rappel/);
    const series = `${AGENDA}/events/${id}/cancellation`;
    await hub.as('merchant', 'PUT', series, {body: {reason: 'Panne du four'}, version: 2});
    const [cancelled] = await sent();
    assert.match(cancelled!.text, /Panne du four/);
    assert.match(cancelled!.calendar!, /STATUS:CANCELLED/);
    await hub.as('merchant', 'DELETE', series, {version: 3});
    const [restored] = await sent();
    assert.match(restored!.subject, /^A bien lieu/);
    for (const mail of [
      confirmed!,
      waiting!,
      ...mails,
      changed!,
      reminder!,
      cancelled!,
      restored!,
    ]) {
      assert.doesNotMatch(whole(mail), /undefined|\[object|null/);
    }
  });

  it('writes to nobody who gave a telephone number alone', async () => {
    const {hub, sent} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST, {contact: {name: 'Anne', telephone: '06 11 22 33 44'}});
    assert.deepEqual(await sent(), []);
  });

  it('leads a proposal from its link to the decision', async () => {
    const {hub, sent} = await start();
    const payload = {
      event: without(COURSE, 'signUp'),
      contact: {name: 'Claire', email: 'claire@chorale.example'},
      organization: 'La Chorale',
      language: 'en',
      consent: true,
    };
    const headers = {'idempotency-key': uuid()};
    await hub.ask({method: 'POST', url: '/v1/calendars/agenda/proposals', headers, payload});
    const [confirm] = await sent();
    assert.equal(confirm?.subject, 'Confirm your proposal: Atelier pain');
    assert.equal(confirm.to.address, 'claire@chorale.example');
    const token = /\/p\/([\w-]{43})/.exec(confirm.text)![1]!;
    await hub.ask({method: 'POST', url: `/v1/proposals/${token}/confirmation`});
    const received = await sent();
    // those who decide, not clerks
    assert.deepEqual(
      received.map(({to}) => to.address),
      ['mairie@example.org'],
    );
    assert.match(received[0]!.text, /La Chorale/);
    assert.doesNotMatch(received[0]!.text, /Claire/);
    const {events} = (await hub.as('merchant', 'GET', `${AGENDA}/events`)).body as {
      events: {id: string}[];
    };
    const decision = `${AGENDA}/events/${events[0]!.id}/decision`;
    const body = {decision: 'reject', reason: 'Too late.'};
    await hub.as('merchant', 'POST', decision, {body, version: 1});
    const [rejected] = await sent();
    assert.deepEqual(
      [rejected?.subject, /Too late\./.test(rejected!.text)],
      ['Proposal rejected: Atelier pain', true],
    );
    for (const mail of [confirm, ...received, rejected!]) {
      assert.doesNotMatch(whole(mail), /undefined|\[object/);
    }
  });
});
