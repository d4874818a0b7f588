import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import type {RuledRoute} from '../../src/access/enforce-access.js';
import {signedIn} from '../accounts/people-of-tests.js';
import type {TestDatabase} from '../support/databases.js';
import {memoryDatabase} from '../support/memory.js';
import type {TestHub} from '../support/test-hub.js';
import {addressOf, asked, nameOf} from './support/addresses.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld, type World} from './support/world.js';

/** Just below what the hub reads of a body. */
const ROOM = 60_000;

/** Bodies that cost whoever takes them apart carelessly. */
const HOSTILE: Readonly<Record<string, string>> = {
  'lists in lists': '['.repeat(ROOM / 2) + ']'.repeat(ROOM / 2),
  'objects in objects': `${'{"a":'.repeat(ROOM / 6)}1${'}'.repeat(ROOM / 6)}`,
  'lists that do not end': '['.repeat(ROOM),
  'thousands of fields': `{${Array.from({length: ROOM / 12}, (_, at) => `"f${at}":1`).join()}}`,
  'one field thousands of times': `{${'"shop":"x",'.repeat(ROOM / 12)}"shop":"x"}`,
  'a number without an end': `{"amount":${'9'.repeat(ROOM)}}`,
  'a way to all objects': `{"__proto__":{"role":"admin"},"a":${'['.repeat(9000)}${']'.repeat(9000)}}`,
  'a constructor': '{"constructor":{"prototype":{"role":"admin"}}}',
};

const hasBody = ({method, options}: RuledRoute): boolean =>
  ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && options.schema?.body !== undefined;

describe('bodies that are meant to harm', () => {
  let hub: TestHub;
  let world: World;
  let admin: Record<string, string>;
  let database: TestDatabase;

  before(async () => {
    database = await memoryDatabase();
    hub = await wholeHub(database, {shop: null});
    world = await makeWorld(hub);
    ({headers: admin} = await signedIn(hub, 'admin'));
  });
  after(async () => {
    await hub.close();
    await database.drop();
  });

  const send = (route: RuledRoute, payload: string | Buffer, more: Record<string, string> = {}) => {
    const isVisitor = route.access.who === 'visitor' || route.access.who === 'in room';
    const who = isVisitor ? {authorization: `Bearer ${world.fournil.visitor}`} : admin;
    const headers = {...who, 'content-type': 'application/json', 'idempotency-key': 'key-of-harm'};
    const url = addressOf(route, 'fournil', world.fournil);
    return hub.ask({method: route.method, url, payload, headers: {...headers, ...more}});
  };

  for (const [name, body] of Object.entries(HOSTILE)) {
    it(`are refused with a sentence by each route: ${name}`, async () => {
      const routes = asked(hub.routes).filter(hasBody);
      assert.ok(routes.length > 30, 'all routes that take a body');
      const other: string[] = [];
      for (const route of routes) {
        const {status, body: problem} = await send(route, body);
        const isRefused = status >= 400 && status < 500 && problem?.title;
        if (!isRefused) other.push(`${nameOf(route)} ${status}`);
      }
      assert.deepEqual(other, []);
      assert.equal(({} as {role?: string}).role, undefined, 'no object has got a role');
    });
  }

  it('are not unpacked: a few bytes do not become millions', async () => {
    const packed = gzipSync(`{"a":"${'x'.repeat(20_000_000)}"}`);
    assert.ok(packed.length < ROOM);
    for (const route of asked(hub.routes).filter(hasBody)) {
      const {status} = await send(route, packed, {'content-encoding': 'gzip'});
      assert.ok(status >= 400 && status < 500, `${nameOf(route)} ${status}`);
    }
  });
});
