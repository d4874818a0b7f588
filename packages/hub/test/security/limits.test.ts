import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import type {InjectOptions} from 'fastify';
import {limitedAddress} from '../../src/log/truncate-address.js';
import {chatConfig} from '../chat/support/chat-hub.js';
import {orderRequest} from '../support/fixtures.js';
import {memoryDatabase} from '../support/memory.js';
import type {Answer} from '../support/test-hub.js';
import {addressOf, asked, nameOf, STREAMS} from './support/addresses.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld} from './support/world.js';

const databases: {drop(): Promise<void>}[] = [];
after(async () => {
  for (const database of databases) await database.drop();
});

const MOST = 4;
const LIMITS = {requestsPerMinute: MOST, ordersPerMinute: MOST, signInsPerHour: MOST};
const EVERYWHERE = {
  events: {
    limits: {registrationsPerMinute: MOST, proposalsPerHour: MOST},
    feeds: {allowLoopback: false},
  },
  // enough for what the shops of the test are made with
  chat: chatConfig({limits: {requestsPerMinute: 5 * MOST}}),
};
/** A passkey is begun more often than used: browsers ask ahead. */
const PATIENCE = 10 * MOST;

async function start(config = {}, options = {}) {
  const database = await memoryDatabase();
  databases.push(database);
  return wholeHub(database, {config: {limits: LIMITS, ...config}, ...options});
}

describe('limits', () => {
  it('count an address of IPv4 as the same one however it is written, and no other', () => {
    // a socket that listens on IPv6 as well tells addresses of IPv4 in the second form
    assert.equal(limitedAddress('::ffff:203.0.113.7'), limitedAddress('203.0.113.7'));
    assert.notEqual(limitedAddress('::ffff:203.0.113.7'), limitedAddress('::ffff:203.0.113.8'));
    assert.equal(limitedAddress('::ffff:cb00:7107'), limitedAddress('203.0.113.7'));
    assert.equal(limitedAddress('2001:DB8:0:1::2'), limitedAddress('2001:0db8::1:ffff:0:0:1'));
    assert.notEqual(limitedAddress('2001:db8:0:1::2'), limitedAddress('2001:db8:0:2::2'));
  });

  it('let nobody order more by asking at another spelling of the address', async () => {
    const hub = await start();
    const statuses: number[] = [];
    for (const [key, url] of [
      '/api/shops/fournil/orders',
      '/api/shops/fournil/orders?',
      '/api/shops/fournil/orders?again=1',
      '/api/shops/fournil/orders?again=2',
      '/api/shops/fournil/orders?again=3',
      '/api/shops/%66ournil/orders',
      '/api/shops/fourni%6C/orders',
    ].entries()) {
      const headers = {'idempotency-key': `key-of-spelling-${key}`};
      const answer = await hub.ask({method: 'POST', url, headers, payload: orderRequest()});
      statuses.push(answer.status);
    }
    assert.deepEqual(statuses, [201, 201, 201, 201, 429, 429, 429]);
  });

  it('believe nobody who says that they are somebody else', async () => {
    const hub = await start();
    const ask = (at: number) =>
      hub.ask({
        url: '/api/shops',
        headers: {'x-forwarded-for': `198.51.100.${at}`, forwarded: `for=198.51.100.${at}`},
      });
    for (let at = 1; at <= 4; at++) assert.equal((await ask(at)).status, 200);
    assert.equal((await ask(5)).status, 429);
  });

  it('hold for the network that a household has', async () => {
    const hub = await start();
    const from = (remoteAddress: string) =>
      hub.ask({url: '/api/shops', remoteAddress} satisfies InjectOptions);
    for (let at = 1; at <= 4; at++) await from(`2001:db8:0:1::${at}`);
    assert.equal((await from('2001:db8:0:1:ffff::5')).status, 429);
    assert.equal((await from('2001:db8:0:2::1')).status, 200);
  });

  it('hold for all routes but those that cost nothing, or are asked by a machine that has a secret', async () => {
    const hub = await start();
    const free = asked(hub.routes)
      .filter(({options}) => options.config?.rateLimit === false)
      .filter(({method}) => method !== 'HEAD')
      .map(({method, url}) => `${method} ${url}`);
    assert.deepEqual(free.toSorted(), [
      'GET /_matrix/app/v1/rooms/:alias',
      'GET /_matrix/app/v1/users/:userId',
      'GET /embed/frame.css',
      'GET /embed/frame.js',
      'GET /healthz',
      'GET /metrics',
      'GET /v/:version/:file',
      'GET /v/latest/:file',
      'POST /_matrix/app/v1/ping',
      'POST /v1/bridges/mail',
      'PUT /_matrix/app/v1/transactions/:txnId',
    ]);
  });

  it('end the requests of one address at each route that has not said why not', async () => {
    const hub = await start(EVERYWHERE, {shop: null});
    const world = await makeWorld(hub);
    const limited = asked(hub.routes)
      .filter(({options}) => options.config?.rateLimit !== false)
      .filter(({url}) => !STREAMS.has(url));
    assert.ok(limited.length > 90, 'nearly all there are');
    const endless: string[] = [];
    for (const [at, route] of limited.entries()) {
      const request = {
        method: route.method,
        url: addressOf(route, 'fournil', world.fournil),
        remoteAddress: `198.51.${at >> 8}.${at & 255}`,
      };
      let ended: Answer | undefined;
      for (let turn = 0; turn <= PATIENCE && ended?.status !== 429; turn++)
        ended = await hub.ask(request);
      const isTold = ended?.status === 429 && Number(ended.headers['retry-after']) > 0;
      if (!isTold) endless.push(`${nameOf(route)} ${ended?.status}`);
    }
    assert.deepEqual(endless, []);
  });
});
