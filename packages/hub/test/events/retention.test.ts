import assert from 'node:assert/strict';
import {it} from 'node:test';
import {eraseOldProposals} from '../../src/events/retention/erase-old-proposals.js';
import {eraseOldRegistrations} from '../../src/events/retention/erase-old-registrations.js';
import {runRetentionWhenDue} from '../../src/retention/run-retention.js';
import {without} from '../../src/events/without.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {AGENDA, COURSE, COURSE_DATES, eventHub, uuid, type EventHub} from './support/event-hub.js';

const [FIRST, SECOND] = COURSE_DATES;

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await eventHub(await open(), {clock, config: {retention: {contactDays: 30}}});
    const at = (day: string) => clock.set(new Date(`${day}T12:00:00Z`));
    return {hub, context: hub.context, db: hub.context.db, at};
  };
  const propose = (hub: EventHub) =>
    hub.ask({
      method: 'POST',
      url: '/v1/calendars/agenda/proposals',
      headers: {'idempotency-key': uuid()},
      payload: {
        event: without(COURSE, 'signUp'),
        contact: {name: 'Claire', email: 'claire@chorale.example'},
        language: 'fr',
        consent: true,
      },
    });

  it('erases who signed up thirty days after the date, and keeps how many came', async () => {
    const {hub, context, db, at} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST, {places: 2});
    const other = {contact: {name: 'Bob', email: 'bob@example.org'}};
    const {token} = (await hub.register(id, FIRST, other)).body as {token: string};
    await hub.ask({method: 'POST', url: `/v1/registrations/${token}/cancellation`});
    await hub.register(id, SECOND);
    at('2026-12-30');
    assert.equal(await eraseOldRegistrations(context), 0);
    at('2027-01-01');
    assert.equal(await eraseOldRegistrations(context), 2);
    const rows = await db
      .selectFrom('registrations')
      .selectAll()
      .where('recurrence_id', '=', FIRST)
      .execute();
    assert.ok(rows.every(({contact, erased_at}) => contact === null && erased_at !== null));
    assert.deepEqual(rows.map(({state, places}) => [state, places]).sort(), [
      ['cancelled', 1],
      ['confirmed', 2],
    ]);
    const everything = await Promise.all(
      (['registrations', 'outbox', 'idempotency_keys', 'event_links'] as const).map(table =>
        db.selectFrom(table).selectAll().execute(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(everything), /bob@/i);
    const date = await db
      .selectFrom('event_dates')
      .select(['taken', 'waiting'])
      .where('recurrence_id', '=', FIRST)
      .executeTakeFirst();
    assert.deepEqual(date, {taken: 2, waiting: 0});
    at('2027-02-01');
    assert.equal(await eraseOldRegistrations(context), 1);
  });

  it('deletes proposals that nobody confirmed, and forgets who proposed what was decided', async () => {
    const {hub, context, db, at} = await start();
    await propose(hub);
    await propose(hub);
    const mail = (await hub.mails()).find(({template}) => template === 'proposal-confirm')!;
    const token = mail.url!.slice(-43);
    await hub.ask({method: 'POST', url: `/v1/proposals/${token}/confirmation`});
    at('2026-11-24');
    assert.equal(await eraseOldProposals(context), 0);
    at('2026-11-26');
    assert.equal(await eraseOldProposals(context), 1);
    const rows = () =>
      db.selectFrom('calendar_events').select(['id', 'state', 'proposer']).execute();
    const {id, state} = (await rows())[0]!;
    assert.equal(state, 'proposed');
    await hub.as('merchant', 'POST', `${AGENDA}/events/${id}/decision`, {
      body: {decision: 'accept'},
      version: 1,
    });
    at('2026-12-25');
    assert.equal(await eraseOldProposals(context), 0);
    at('2026-12-27');
    assert.equal(await eraseOldProposals(context), 1);
    assert.deepEqual(
      (await rows()).map(({state: now, proposer}) => [now, proposer]),
      [['published', null]],
    );
  });

  it('is part of the daily run, which proves it', async () => {
    const {hub, context, db, at} = await start();
    const {id} = await hub.write(COURSE);
    await hub.register(id, FIRST);
    at('2027-03-01');
    const run = await runRetentionWhenDue(context);
    assert.deepEqual([run?.registrationsErased, run?.proposalsErased], [1, 0]);
    const proof = await db
      .selectFrom('retention_runs')
      .select(['registrations_erased', 'proposals_erased'])
      .execute();
    assert.deepEqual(proof, [{registrations_erased: 1, proposals_erased: 0}]);
  });
});
