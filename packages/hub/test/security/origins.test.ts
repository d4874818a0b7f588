import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import type {RuledRoute} from '../../src/access/enforce-access.js';
import {cookieOf, signedIn} from '../accounts/people-of-tests.js';
import {memoryDatabase} from '../support/memory.js';
import type {TestHub} from '../support/test-hub.js';
import {addressOf, asked, nameOf, STREAMS} from './support/addresses.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld, type World} from './support/world.js';

const databases: {drop(): Promise<void>}[] = [];
after(async () => {
  for (const database of databases) await database.drop();
});

/** What the probe answers in place of a body's being read. */
const LET_IN = 299;
const OWN = 'https://hub.example';
const TOWN = 'https://mairie.example';
const EVIL = 'https://evil.example';
const SAFE = new Set(['GET', 'HEAD']);

async function start(isProbed: boolean): Promise<{hub: TestHub; world: World}> {
  const database = await memoryDatabase();
  databases.push(database);
  const filled = await wholeHub(database, {shop: null});
  const world = await makeWorld(filled);
  if (!isProbed) return {hub: filled, world};
  const hub = await wholeHub(database, {
    shop: null,
    prepare: server =>
      server.addHook('preParsing', async (_request, reply) => reply.code(LET_IN).send()),
  });
  return {hub, world};
}

describe('another site', () => {
  it('writes nothing with the cookie of who is signed in, whatever it calls itself', async () => {
    const {hub, world} = await start(true);
    const {cookie} = (await signedIn(hub, 'admin')).headers;
    const byCookie = new Set<string>(['own page', 'signed in', 'at shop', 'admin']);
    const writes = asked(hub.routes).filter(
      ({method, access}) => !SAFE.has(method) && byCookie.has(access.who),
    );
    assert.ok(writes.length > 45, `${writes.length} writes`);
    const wrong: string[] = [];
    for (const route of writes) {
      const url = addressOf(route, 'fournil', world.fournil);
      for (const [name, headers, status] of ORIGINS) {
        const answer = await hub.ask({
          method: route.method,
          url,
          headers: {cookie, ...headers},
        });
        if (answer.status !== status) wrong.push(`${nameOf(route)} from ${name}: ${answer.status}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('writes nothing in a room of the chat as the shop', async () => {
    const {hub, world} = await start(true);
    const {cookie} = (await signedIn(hub, 'merchant')).headers;
    const wrong: string[] = [];
    for (const route of asked(hub.routes)) {
      if (route.access.who !== 'in room' || SAFE.has(route.method)) continue;
      const url = addressOf(route, 'fournil', world.fournil);
      const headers = {cookie, origin: EVIL};
      const {status} = await hub.ask({method: route.method, url, headers});
      if (status !== 403 && status !== 404) wrong.push(`${nameOf(route)}: ${status}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('reads nothing that the shop does not open to it, and never with cookies', async () => {
    const {hub, world} = await start(false);
    const {cookie} = (await signedIn(hub, 'admin')).headers;
    const wrong: string[] = [];
    const ask = async (route: RuledRoute, origin: string) => {
      const url = addressOf(route, 'fournil', world.fournil);
      const headers = {origin, cookie, authorization: `Bearer ${world.fournil.visitor}`};
      // a stream would not end
      if (STREAMS.has(route.url)) return {};
      return (await hub.ask({method: route.method, url, headers})).headers;
    };
    for (const route of asked(hub.routes).filter(({method}) => method === 'GET')) {
      for (const origin of [EVIL, 'null', `${TOWN}.evil.example`, TOWN, OWN]) {
        const headers = await ask(route, origin);
        const allowed = headers['access-control-allow-origin'];
        const isRight =
          allowed === undefined ||
          (allowed === '*' && FOR_ALL.has(route.url)) ||
          (allowed === origin && ([TOWN, OWN].includes(origin) || FOR_ALL.has(route.url)));
        if (!isRight) wrong.push(`${route.url} for ${origin}: ${JSON.stringify(allowed)}`);
        if (headers['access-control-allow-credentials'] !== undefined) {
          wrong.push(`${route.url} for ${origin}, with cookies`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

/** Where a write comes from, and what becomes of it. */
const ORIGINS: readonly (readonly [string, Record<string, string>, number])[] = [
  ['another site', {origin: EVIL}, 403],
  ['a page that the shop lets order', {origin: TOWN}, 403],
  ['nowhere', {}, 403],
  ['a sandbox', {origin: 'null'}, 403],
  ['a sandbox of another site', {origin: 'null', 'sec-fetch-site': 'cross-site'}, 403],
  ['a page of a subdomain', {origin: 'null', 'sec-fetch-site': 'same-site'}, 403],
  ['a longer name', {origin: `${OWN}.evil.example`}, 403],
  ['another port', {origin: `${OWN}:8443`}, 403],
  // whoever stands between browser and hub can make such a page, but not one of https
  ['the same host without https', {origin: 'http://hub.example', host: 'hub.example'}, 403],
  ['the hub', {origin: OWN}, LET_IN],
  ['the hub, without referrer', {origin: 'null', 'sec-fetch-site': 'same-origin'}, LET_IN],
];

/** What pages of any site may read, written by hand: files, lists that are public, and their descriptions. */
const FOR_ALL = new Set([
  '/api/shops',
  '/v1/calendars/:calendar/events.atom',
  '/v1/calendars/:calendar/events.ics',
  '/v1/calendars/:calendar/events/:event.ics',
  '/v/:version/:file',
  '/v/latest/:file',
  '/assets/embed/*',
  '/assets/console/*',
  '/oembed',
  '/openapi.json',
]);

describe('a session', () => {
  it('is never the one that was offered before signing in, and ends on the server', async () => {
    const {hub} = await start(false);
    const name = '__Host-local-hub';
    const offered = `${name}=${'f'.repeat(43)}`;
    await signedIn(hub, 'merchant');
    const sent = await hub.ask({
      ...{method: 'POST', url: '/api/session/link', headers: {origin: OWN, cookie: offered}},
      payload: {email: 'merchant@example.org'},
    });
    assert.equal(sent.status, 202);
    const rows = await hub.context.db
      .selectFrom('outbox')
      .select('payload')
      .orderBy('id')
      .execute();
    const token = rows.map(({payload}) => /token=([\w-]{43})/.exec(payload)?.[1]).findLast(Boolean);
    const signIn = () =>
      hub.ask({
        ...{method: 'POST', url: '/api/session', headers: {origin: OWN, cookie: offered}},
        payload: {token},
      });
    const answer = await signIn();
    assert.equal(answer.status, 200);
    const cookie = cookieOf(answer.headers);
    assert.notEqual(cookie, offered);
    assert.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Lax; Secure$/);
    const who = (own: string) => hub.ask({url: '/api/session', headers: {cookie: own}});
    assert.equal((await who(offered)).status, 401, 'what was offered opens nothing');
    assert.equal((await who(cookie)).status, 200);
    assert.equal((await signIn()).status, 401, 'a link is good once');

    const out = await hub.ask({
      method: 'DELETE',
      url: '/api/session',
      headers: {origin: OWN, cookie},
    });
    assert.equal(out.status, 204);
    assert.equal((await who(cookie)).status, 401, 'kept by somebody, it is worth nothing');
    const left = await hub.context.db.selectFrom('sessions').selectAll().execute();
    assert.ok(!JSON.stringify(left).includes(cookie.slice(name.length + 1)));
  });
});
