import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {InjectOptions} from 'fastify';
import {SETTINGS} from '../support/fixtures.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';
import {signedIn} from '../accounts/people-of-tests.js';

const DESK = '/api/shops/fournil/desk';
const ORDER = '01931f00-0000-7000-8000-000000000000';

interface Case {
  method: NonNullable<InjectOptions['method']>;
  url: string;
  payload?: object;
}

/** What a clerk may do; a merchant may as well. */
const FOR_CLERKS: Case[] = [
  {method: 'GET', url: `${DESK}/orders?state=open`},
  {method: 'GET', url: `${DESK}/orders?day=2026-11-23`},
  {method: 'GET', url: `${DESK}/orders/${ORDER}`},
  {method: 'POST', url: `${DESK}/orders/${ORDER}/state`, payload: {to: 'accepted'}},
  {method: 'GET', url: `${DESK}/slots?day=2026-11-23`},
  {method: 'GET', url: `${DESK}/preparation?day=2026-11-23`},
  {method: 'GET', url: `${DESK}/settings`},
  {method: 'PATCH', url: `${DESK}/settings`, payload: {isPaused: false}},
  {method: 'GET', url: `${DESK}/catalogue`},
  {method: 'PATCH', url: `${DESK}/products/pain`, payload: {stock: 3}},
];

const FOR_MERCHANTS: Case[] = [
  {method: 'PATCH', url: `${DESK}/settings`, payload: {name: 'Le Fournil'}},
  {method: 'PUT', url: `${DESK}/catalogue?dry-run=1`, payload: {products: []}},
  {
    method: 'PUT',
    url: `${DESK}/products/pain`,
    payload: {id: 'pain', name: 'Pain', price: 1, vatRate: 550},
  },
  {method: 'PATCH', url: `${DESK}/products/pain`, payload: {price: 330}},
  {method: 'PATCH', url: `${DESK}/products/pain`, payload: {stock: 3, isHidden: false}},
  {method: 'GET', url: `${DESK}/people`},
  {method: 'POST', url: `${DESK}/people`, payload: {email: 'x@example.org', role: 'clerk'}},
  {method: 'DELETE', url: `${DESK}/people/nobody`},
  {method: 'GET', url: `${DESK}/tokens`},
  {method: 'POST', url: `${DESK}/tokens`, payload: {name: 'caisse', role: 'clerk'}},
  {method: 'DELETE', url: `${DESK}/tokens/none`},
  {method: 'GET', url: `${DESK}/webhooks`},
  {method: 'POST', url: `${DESK}/webhooks`, payload: {url: 'https://till.example/hooks'}},
  {method: 'DELETE', url: `${DESK}/webhooks/none`},
  {method: 'GET', url: `${DESK}/webhooks/none/attempts`},
  {method: 'POST', url: `${DESK}/webhooks/none/replay`, payload: {outboxId: 'none'}},
  {method: 'POST', url: `${DESK}/webhooks/none/rotate`},
  {method: 'DELETE', url: `${DESK}/products/secret`},
];

const FOR_ADMINS: Case[] = [
  {method: 'POST', url: '/api/shops', payload: {id: 'librairie', settings: SETTINGS}},
];

/** Which of the routes refuse somebody: 401 or 403. */
async function refused(hub: TestHub, cases: readonly Case[], headers: Record<string, string>) {
  const found: string[] = [];
  for (const one of cases) {
    const {status} = await hub.ask({...one, headers});
    if (status === 401 || status === 403) found.push(`${status} ${one.method} ${one.url}`);
    else assert.ok(status < 500, `${status} ${one.method} ${one.url}`);
  }
  return found;
}

const all = (status: number, cases: readonly Case[]) =>
  cases.map(({method, url}) => `${status} ${method} ${url}`);

forEachDatabase((_name, open) => {
  it('lets each role do what is its own, and nothing more', async () => {
    const hub = await testHub(await open());
    const clerk = (await signedIn(hub, 'clerk')).headers;
    assert.deepEqual(await refused(hub, FOR_CLERKS, clerk), []);
    assert.deepEqual(await refused(hub, FOR_MERCHANTS, clerk), all(403, FOR_MERCHANTS));
    assert.deepEqual(await refused(hub, FOR_ADMINS, clerk), all(403, FOR_ADMINS));
    const merchant = (await signedIn(hub, 'merchant')).headers;
    assert.deepEqual(await refused(hub, [...FOR_CLERKS, ...FOR_MERCHANTS], merchant), []);
    assert.deepEqual(await refused(hub, FOR_ADMINS, merchant), all(403, FOR_ADMINS));
    const admin = (await signedIn(hub, 'admin')).headers;
    const everything = [...FOR_CLERKS, ...FOR_MERCHANTS, ...FOR_ADMINS];
    assert.deepEqual(await refused(hub, everything, admin), []);
  });

  it('lets nobody in without a session, nor the people of another shop', async () => {
    const hub = await testHub(await open());
    const everything = [...FOR_CLERKS, ...FOR_MERCHANTS, ...FOR_ADMINS];
    const nobody = {origin: 'https://hub.example'};
    assert.deepEqual(await refused(hub, everything, nobody), all(401, everything));
    await addShop(hub.context.db, {id: 'librairie'});
    const other = await signedIn(hub, 'merchant', {shop: 'librairie', email: 'o@example.org'});
    assert.deepEqual(await refused(hub, everything, other.headers), all(403, everything));
  });

  it('takes no write of another origin, and lets reads be', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'admin');
    const fromElsewhere = {...headers, origin: 'https://evil.example'};
    const everything = [...FOR_CLERKS, ...FOR_MERCHANTS, ...FOR_ADMINS];
    const writes = everything.filter(({method}) => method !== 'GET');
    assert.deepEqual(await refused(hub, everything, fromElsewhere), all(403, writes));
  });

  it('tells an admin that a shop is not there', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'admin');
    const {status} = await hub.ask({url: '/api/shops/nowhere/desk/settings', headers});
    assert.equal(status, 404);
  });

  it('lets programs in by a token, until it is revoked', async () => {
    const hub = await testHub(await open());
    const {headers} = await signedIn(hub, 'merchant');
    const made = await hub.ask({
      method: 'POST',
      url: `${DESK}/tokens`,
      headers,
      payload: {name: 'caisse', role: 'clerk'},
    });
    assert.equal(made.status, 201);
    const {id, token} = made.body as {id: string; token: string};
    assert.match(token, /^lwhub_[\w-]{43}$/);
    // a program has no origin, and needs none
    const bearer = {authorization: `Bearer ${token}`};
    assert.deepEqual(await refused(hub, FOR_CLERKS, bearer), []);
    assert.deepEqual(await refused(hub, FOR_MERCHANTS, bearer), all(403, FOR_MERCHANTS));
    await addShop(hub.context.db, {id: 'librairie'});
    const elsewhere = await hub.ask({
      url: '/api/shops/librairie/desk/settings',
      headers: bearer,
    });
    assert.equal(elsewhere.status, 403);

    const list = await hub.ask({url: `${DESK}/tokens`, headers});
    assert.equal(list.body.tokens.length, 1);
    assert.ok(!list.text.includes(token), 'it is told once');
    assert.ok(list.body.tokens[0].lastUsedAt);
    const kept = await hub.context.db.selectFrom('api_tokens').selectAll().execute();
    assert.ok(!JSON.stringify(kept).includes(token));

    const url = `${DESK}/tokens/${id}`;
    assert.equal((await hub.ask({method: 'DELETE', url, headers})).status, 204);
    assert.deepEqual(await refused(hub, FOR_CLERKS, bearer), all(401, FOR_CLERKS));
    assert.deepEqual((await hub.ask({url: `${DESK}/tokens`, headers})).body, {tokens: []});
  });
});
