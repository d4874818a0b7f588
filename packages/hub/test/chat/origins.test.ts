import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, describe, it} from 'node:test';
import {memoryDatabase} from '../support/memory.js';
import {addChatShop, chatConfig} from './support/chat-hub.js';
import type {ChatHubOptions} from './support/guests.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';

const databases: {drop(): Promise<void>}[] = [];
after(async () => {
  for (const database of databases) await database.drop();
});

async function hubOf(options: ChatHubOptions = {}) {
  const database = await memoryDatabase();
  databases.push(database);
  const hub = await chatHub(database, options);
  await addChatShop(database.db, {
    id: 'ferme',
    settings: {allowedOrigins: ['https://ferme.example']},
  });
  return {hub, database};
}

const TOWN = 'https://mairie.example';
const ELSEWHERE = 'https://elsewhere.example';

describe('pages of other sites', () => {
  it('may chat where the shop names their origin, with all that it takes', async () => {
    const {hub} = await hubOf();
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    for (const [method, path] of [
      ['PUT', `/v1/rooms/${randomUUID()}`],
      ['PUT', `/v1/rooms/${room}/messages/${randomUUID()}`],
      ['DELETE', `/v1/rooms/${room}`],
      ['GET', '/v1/events'],
      ['DELETE', '/v1/me'],
      ['POST', '/v1/challenges'],
      ['POST', `/v1/links/${'x'.repeat(43)}`],
      ['GET', '/v1/shops/fournil/chat'],
    ] as const) {
      const {status, headers} = await hub.ask({
        method: 'OPTIONS',
        url: path,
        headers: {
          origin: TOWN,
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization,content-type,last-event-id',
        },
      });
      assert.equal(status, 204, path);
      assert.equal(headers['access-control-allow-origin'], TOWN, path);
      assert.match(String(headers['access-control-allow-methods']), new RegExp(method), path);
      assert.match(String(headers['access-control-allow-headers']), /authorization.*last-event-id/);
      assert.equal(headers['access-control-allow-credentials'], undefined);
    }
    const {headers} = await visitor.ask('GET', `/v1/rooms/${room}`, undefined, {origin: TOWN});
    assert.equal(headers['access-control-allow-origin'], TOWN);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.match(String(headers['access-control-expose-headers']), /retry-after/);
  });

  it('may not where it does not', async () => {
    const {hub} = await hubOf();
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const headers = {origin: ELSEWHERE};
    const read = await visitor.ask('GET', `/v1/rooms/${room}/events`, undefined, headers);
    assert.equal(read.headers['access-control-allow-origin'], undefined);
    const stream = await visitor.ask('GET', '/v1/events?wait=0', undefined, headers);
    assert.equal(stream.headers['access-control-allow-origin'], undefined);
    const body = {shop: 'fournil', language: 'fr', consent: true};
    for (const [method, url, payload] of [
      ['PUT', `/v1/rooms/${randomUUID()}`, body],
      ['PUT', `/v1/rooms/${room}/messages/${randomUUID()}`, {text: 'x'}],
      ['DELETE', `/v1/rooms/${room}`, undefined],
      ['DELETE', '/v1/me', undefined],
      ['POST', '/v1/challenges', undefined],
    ] as const) {
      const {status, body} = await visitor.ask(method, url, payload, headers);
      assert.deepEqual([status, body.code], [403, 'forbidden'], `${method} ${url}`);
    }
    assert.equal((await visitor.room(room)).state, 'open');
  });

  it('begin conversations with the shops that name them alone', async () => {
    const {hub} = await hubOf();
    const visitor = new Visitor(hub);
    const begin = (shop: string) =>
      visitor.ask(
        'PUT',
        `/v1/rooms/${randomUUID()}`,
        {shop, language: 'fr', consent: true},
        {origin: TOWN},
      );
    assert.equal((await begin('ferme')).body.code, 'forbidden');
    assert.equal((await begin('fournil')).status, 201);
  });

  it('see nothing of the desk, and do nothing with its session', async () => {
    const {hub} = await hubOf();
    const room = await publicRoom(hub);
    const desk = await clerk(hub, 'merchant');
    for (const path of [
      '/v1/shops/fournil/rooms',
      '/v1/shops/fournil/chat/settings',
      '/v1/shops/fournil/reports',
    ]) {
      const {headers} = await desk.ask('GET', path, undefined, {origin: TOWN});
      assert.equal(headers['access-control-allow-origin'], undefined, path);
    }
    const url = `/v1/rooms/${room}/messages/${randomUUID()}`;
    const forged = await desk.ask('PUT', url, {text: 'x'}, {origin: TOWN});
    assert.equal(forged.status, 404);
    const away = await desk.ask(
      'PUT',
      '/v1/shops/fournil/chat/away',
      {isAway: true},
      {origin: TOWN},
    );
    assert.equal(away.status, 403);
  });
});

describe('requests', () => {
  it('of a chat have a limit of their own', async () => {
    const {hub} = await hubOf({
      config: {chat: chatConfig({limits: {requestsPerMinute: 3}})},
    });
    const profile = () => hub.ask({url: '/v1/shops/fournil/chat'});
    for (let times = 0; times < 3; times++) assert.equal((await profile()).status, 200);
    const {status, body, headers} = await profile();
    assert.deepEqual([status, body.code], [429, 'too-many-requests']);
    assert.ok(Number(headers['retry-after']) > 0);
    assert.equal((await hub.ask({url: '/api/shops'})).status, 200);
  });

  it('are described, each of them', async () => {
    const {hub} = await hubOf();
    const {body} = await hub.ask({url: '/openapi.json'});
    const paths = body.paths as Record<string, Record<string, {requestBody?: unknown}>>;
    for (const [method, path] of [
      ['get', '/v1/shops/{shop}/chat'],
      ['post', '/v1/challenges'],
      ['put', '/v1/rooms/{room}'],
      ['put', '/v1/rooms/{room}/contact'],
      ['put', '/v1/rooms/{room}/members/me'],
      ['put', '/v1/rooms/{room}/messages/{uuid}'],
      ['delete', '/v1/rooms/{room}/messages/{uuid}'],
      ['put', '/v1/rooms/{room}/images/{uuid}'],
      ['get', '/v1/rooms/{room}/events'],
      ['get', '/v1/events'],
      ['put', '/v1/rooms/{room}/read'],
      ['put', '/v1/rooms/{room}/delivered'],
      ['post', '/v1/rooms/{room}/typing'],
      ['post', '/v1/rooms/{room}/end'],
      ['delete', '/v1/rooms/{room}'],
      ['post', '/v1/rooms/{room}/transcript'],
      ['post', '/v1/rooms/{room}/reports'],
      ['post', '/v1/rooms/{room}/links'],
      ['post', '/v1/links/{token}'],
      ['get', '/v1/me'],
      ['get', '/v1/shops/{shop}/rooms'],
      ['patch', '/v1/shops/{shop}/rooms/{room}'],
      ['get', '/v1/shops/{shop}/chat/events'],
      ['put', '/v1/shops/{shop}/chat/settings'],
      ['put', '/v1/shops/{shop}/chat/away'],
      ['get', '/v1/shops/{shop}/chat/people'],
      ['put', '/v1/shops/{shop}/public-rooms/{room}'],
      ['post', '/v1/rooms/{room}/messages/{uuid}/approval'],
      ['post', '/v1/rooms/{room}/messages/{uuid}/removal'],
      ['get', '/v1/shops/{shop}/reports'],
      ['post', '/v1/reports/{id}/decision'],
      ['put', '/v1/rooms/{room}/members/{id}/ban'],
      ['get', '/v1/shops/{shop}/chat/audit'],
      ['put', '/v1/push-subscriptions'],
    ] as const) {
      assert.ok(paths[path]?.[method], `${method} ${path}`);
    }
    assert.match(JSON.stringify(paths['/v1/rooms/{room}']!['put']), /consent/);
  });
});
