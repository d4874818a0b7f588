import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {ShopPerson} from '../../src/accounts/people.js';
import type {WebhookAttempt} from '../../src/desk/webhook-store.js';
import {cookieOf, linkToken, signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub, type TestHub} from '../support/test-hub.js';

const DESK = '/api/shops/fournil/desk';

function asker(hub: TestHub, headers: Record<string, string>) {
  return (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    hub.ask({method, url: DESK + path, headers, ...(payload && {payload})});
}

forEachDatabase((_name, open) => {
  it('invites a clerk, who comes in by the link of the mail', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'merchant');
    const ask = asker(hub, headers);
    const invited = await ask('POST', '/people', {
      email: 'Paul@Example.org',
      name: 'Paul',
      role: 'clerk',
    });
    assert.equal(invited.status, 201, invited.text);
    const {id, ...paul} = invited.body;
    assert.deepEqual(paul, {email: 'paul@example.org', name: 'Paul', role: 'clerk'});
    const entered = await hub.ask({
      method: 'POST',
      url: '/api/session',
      headers: {origin: headers.origin},
      payload: {token: await linkToken(hub)},
    });
    assert.equal(entered.status, 200);

    assert.equal((await ask('DELETE', `/people/${id}`)).status, 204);
    const session = await hub.ask({
      url: '/api/session',
      headers: {cookie: cookieOf(entered.headers)},
    });
    assert.equal(session.status, 401, 'their sessions end with their work');
    assert.equal((await ask('DELETE', `/people/${id}`)).status, 404);
  });

  it('keeps somebody who runs the shop, unless an admin says otherwise', async () => {
    const hub = await testHub(await open());
    const {id, headers} = await signedIn(hub, 'merchant');
    const ask = asker(hub, headers);
    const left = await ask('DELETE', `/people/${id}`);
    assert.deepEqual([left.status, left.body.code], [409, 'wrong-state']);
    const demoted = {email: 'merchant@example.org', role: 'clerk'};
    assert.equal((await ask('POST', '/people', demoted)).status, 409);
    assert.equal((await ask('POST', '/people', {...demoted, role: 'admin'})).status, 400);
    await ask('POST', '/people', {email: 'second@example.org', role: 'merchant'});
    assert.equal((await ask('POST', '/people', demoted)).status, 201);

    const admin = asker(hub, (await signedIn(hub, 'admin')).headers);
    const people = (await admin('GET', '/people')).body.people as ShopPerson[];
    assert.deepEqual(people.map(({email, role}) => [email, role]).sort(), [
      ['merchant@example.org', 'clerk'],
      ['second@example.org', 'merchant'],
    ]);
    assert.equal((await admin('DELETE', `/people/${people[1]!.id}`)).status, 204);
  });

  it('tells a webhook’s secret once, exchanges it, and switches the endpoint off', async () => {
    const hub = await testHub(await open());
    const ask = asker(hub, (await signedIn(hub, 'merchant')).headers);
    const {status, body} = await ask('POST', '/webhooks', {url: 'https://till.example/hooks'});
    assert.equal(status, 201);
    assert.match(body.secret as string, /^whsec_/);
    const rotated = await ask('POST', `/webhooks/${body.id}/rotate`, {});
    assert.notEqual(rotated.body.secret, body.secret);
    const list = await ask('GET', '/webhooks');
    assert.ok(!list.text.includes('whsec_'));
    const kept = await hub.context.db.selectFrom('webhook_endpoints').selectAll().execute();
    assert.equal(kept[0]?.secret, rotated.body.secret);
    assert.equal(kept[0]?.previous_secret, body.secret, 'it signs as well for now');
    const off = await ask('PATCH', `/webhooks/${body.id}`, {isEnabled: false});
    assert.equal(off.body.isEnabled, false);
    assert.equal((await ask('DELETE', `/webhooks/${body.id}`)).status, 204);
    assert.deepEqual((await ask('GET', '/webhooks')).body, {webhooks: []});
  });

  it('takes no endpoint that is not on the public Internet', async () => {
    const hub = await testHub(await open());
    const ask = asker(hub, (await signedIn(hub, 'merchant')).headers);
    for (const url of [
      'http://till.example',
      'https://10.0.0.1/',
      'https://a:b@till.example',
      'x',
    ]) {
      const {status, body} = await ask('POST', '/webhooks', {url});
      assert.deepEqual([status, body.fields[0].pointer], [400, '/url'], url);
    }
  });

  it('shows the attempts of an endpoint, and sends a message again', async () => {
    const hub = await testHub(await open());
    const ask = asker(hub, (await signedIn(hub, 'merchant')).headers);
    const {body: endpoint} = await ask('POST', '/webhooks', {url: 'https://till.example/hooks'});
    await hub.order();
    const {db} = hub.context;
    const message = await db
      .selectFrom('outbox')
      .select('id')
      .where('endpoint_id', '=', endpoint.id)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('webhook_attempts')
      .values({
        outbox_id: message.id,
        endpoint_id: endpoint.id,
        at: 1000,
        status: null,
        error: 'timeout',
        duration_ms: 15_000,
      })
      .execute();
    const {body: shown} = await ask('GET', `/webhooks/${endpoint.id}/attempts`);
    const attempts = shown.attempts as WebhookAttempt[];
    assert.deepEqual(
      attempts.map(attempt => ({...attempt, id: 0})),
      [
        {
          id: 0,
          outboxId: message.id,
          at: '1970-01-01T00:00:01.000Z',
          error: 'timeout',
          durationMs: 15_000,
        },
      ],
    );
    const replay = () => ask('POST', `/webhooks/${endpoint.id}/replay`, {outboxId: message.id});
    assert.equal((await replay()).status, 404, 'it still waits');
    await db
      .updateTable('outbox')
      .set({status: 'failed', due_at: null})
      .where('id', '=', message.id)
      .execute();
    assert.equal((await replay()).status, 202);
  });
});
