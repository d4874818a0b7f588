import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Event} from '@local-widgets/model';
import type {ProposalRequest} from '@local-widgets/model/schemas.js';
import {without} from '../../src/events/without.js';
import {forEachDatabase} from '../support/databases.js';
import {AGENDA, COURSE, eventHub, MARKET, uuid, type EventHub} from './support/event-hub.js';

const PROPOSALS = '/v1/calendars/agenda/proposals';
const CONCERT = {...without(COURSE, 'signUp'), name: 'Concert de la chorale'};

forEachDatabase((_name, open) => {
  const propose = (hub: EventHub, change: Partial<ProposalRequest> = {}, key = uuid()) =>
    hub.ask({
      method: 'POST',
      url: PROPOSALS,
      headers: {'idempotency-key': key},
      payload: {
        event: CONCERT,
        contact: {name: 'Claire', email: 'claire@chorale.example'},
        organization: 'La Chorale',
        language: 'fr',
        consent: true,
        ...change,
      },
    });
  const tokenOf = async (hub: EventHub) => {
    const mail = (await hub.mails()).find(({template}) => template === 'proposal-confirm');
    return /\/p\/([\w-]{43})$/.exec(mail?.url ?? '')![1]!;
  };
  const listed = async (hub: EventHub) =>
    (await hub.as('merchant', 'GET', `${AGENDA}/events`)).body.events as {
      id: string;
      state: string;
      version: number;
      proposer?: {contact: {name: string}; organization: string};
    }[];

  it('waits for its link, then for the town, and is seen by nobody before', async () => {
    const hub = await eventHub(await open());
    assert.equal((await propose(hub)).status, 202);
    assert.deepEqual(await listed(hub), []);
    const token = await tokenOf(hub);
    const url = `/v1/proposals/${token}`;
    assert.equal((await hub.ask({url})).body.state, 'unconfirmed');
    const confirmed = await hub.ask({method: 'POST', url: `${url}/confirmation`});
    assert.equal(confirmed.body.state, 'proposed');
    assert.equal((await hub.ask({method: 'POST', url: `${url}/confirmation`})).status, 200);
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['proposal-received'],
    );
    const [proposal] = await listed(hub);
    assert.deepEqual(
      [proposal?.state, proposal?.proposer?.contact.name, proposal?.proposer?.organization],
      ['proposed', 'Claire', 'La Chorale'],
    );
    const published = async () =>
      (await hub.ask({url: '/v1/calendars/agenda/events'})).body.events as Event[];
    assert.deepEqual(await published(), []);
    const {id, version} = proposal!;
    const decision = `${AGENDA}/events/${id}/decision`;
    await hub.as('merchant', 'POST', decision, {body: {decision: 'accept'}, version});
    const [event] = await published();
    assert.equal(event?.name, 'Concert de la chorale');
    assert.ok(!JSON.stringify(event).includes('claire'));
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['proposal-accepted'],
    );
    const seen = (await hub.ask({url})).body;
    assert.deepEqual(
      [seen.state, seen.page],
      ['published', `https://hub.example/agenda/agenda/${id}`],
    );
    assert.equal((await hub.ask({method: 'DELETE', url})).body.code, 'wrong-state');
  });

  it('tells who proposed it why it was rejected, and can be taken back', async () => {
    const hub = await eventHub(await open());
    await propose(hub);
    const token = await tokenOf(hub);
    const url = `/v1/proposals/${token}`;
    await hub.ask({method: 'POST', url: `${url}/confirmation`});
    await hub.mails();
    const {id, version} = (await listed(hub))[0]!;
    const body = {decision: 'reject', reason: 'Hors de la commune.'};
    await hub.as('merchant', 'POST', `${AGENDA}/events/${id}/decision`, {body, version});
    assert.deepEqual(
      (await hub.mails()).map(({template}) => template),
      ['proposal-rejected'],
    );
    assert.equal((await hub.ask({url})).body.reason, 'Hors de la commune.');
    assert.equal((await hub.ask({method: 'DELETE', url})).status, 204);
    assert.equal((await hub.ask({url})).status, 404);
    assert.deepEqual(await listed(hub), []);
  });

  it('is one proposal however often it is sent, and few of one address wait at a time', async () => {
    const hub = await eventHub(await open());
    const key = uuid();
    await propose(hub, {}, key);
    assert.equal((await propose(hub, {}, key)).status, 202);
    assert.equal((await hub.mails()).length, 1);
    const other = await propose(hub, {organization: 'Autre'}, key);
    assert.equal(other.body.code, 'idempotency-key-reused');
    await propose(hub);
    await propose(hub);
    const many = await propose(hub, {contact: {name: 'Claire', email: 'CLAIRE@chorale.example'}});
    assert.deepEqual([many.status, many.body.code], [429, 'too-many-requests']);
    assert.equal(
      (await propose(hub, {contact: {name: 'Paul', email: 'paul@chorale.example'}})).status,
      202,
    );
  });

  it('is refused with a sentence by the field', async () => {
    const hub = await eventHub(await open());
    const pointerOf = async (change: object) =>
      (await propose(hub, change)).body.fields[0].pointer as string;
    assert.equal(await pointerOf({contact: {name: 'Claire'}}), '/contact/email');
    assert.equal(await pointerOf({consent: false}), '/consent');
    assert.equal(
      await pointerOf({event: {...CONCERT, endDate: '2026-01-01T10:00:00'}}),
      '/event/endDate',
    );
    assert.equal(await pointerOf({event: COURSE}), '/event/signUp');
    const missing = await hub.ask({method: 'POST', url: PROPOSALS, payload: {}});
    assert.equal(missing.status, 400);
  });

  it('is not taken where the calendar takes none', async () => {
    const hub = await eventHub(await open(), {calendar: {acceptsProposals: false}});
    assert.equal((await propose(hub, {event: MARKET})).status, 403);
  });

  it('is held to so many an hour from one address', async () => {
    const hub = await eventHub(await open(), {
      config: {
        events: {
          limits: {registrationsPerMinute: 5, proposalsPerHour: 2},
          feeds: {allowLoopback: false},
        },
      },
    });
    const statuses = [await propose(hub), await propose(hub), await propose(hub)];
    assert.deepEqual(
      statuses.map(({status}) => status),
      [202, 202, 429],
    );
  });
});
