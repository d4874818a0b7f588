import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sql} from 'kysely';
import type {InjectOptions} from 'fastify';
import type {RuledRoute} from '../../src/access/enforce-access.js';
import {TABLE_NAMES} from '../../src/database/table-names.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {addressOf, asked, nameOf, STREAMS} from './support/addresses.js';
import {strangeBody, strangeQueries, type Schema} from './support/strange-values.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld, type World} from './support/world.js';

/** More of them, for `HUB_STRANGE=all`. */
const MORE = [
  `") or 1=1 --`,
  `x'||(select token_hash from sessions)||'`,
  '%',
  '\\',
  '\ud800',
  '__proto__',
  '-1e309',
];

/** What would be something else in a query than a value, and what databases cannot keep. */
const STRANGE = [
  `' or '1'='1'; drop table orders; --`,
  '\u0000',
  ...(process.env['HUB_STRANGE'] === 'all' ? MORE : []),
];

forEachDatabase((_name, open) => {
  it('takes text for text wherever a request has some', async () => {
    const database = await open();
    const hub = await wholeHub(database, {shop: null});
    const world = await makeWorld(hub);
    const {headers} = await signedIn(hub, 'admin');
    const before = await tables(database.db);
    const broken: string[] = [];
    for (const route of asked(hub.routes)) {
      if (STREAMS.has(route.url) || route.method === 'HEAD') continue;
      for (const strange of STRANGE) {
        for (const request of requestsOf(route, world, strange)) {
          const who =
            route.access.who === 'visitor' || route.access.who === 'in room'
              ? {authorization: `Bearer ${world.fournil.visitor}`}
              : headers;
          const answer = await hub.ask({
            ...request,
            method: route.method,
            headers: {...who, 'idempotency-key': 'key-of-something-strange'},
          });
          if (answer.status === 500) broken.push(`${nameOf(route)} ${JSON.stringify(request)}`);
        }
      }
    }
    assert.deepEqual(broken, []);
    assert.deepEqual(await tables(database.db), before, 'the tables are what they were');
  });
});

/** The same question with something strange in each of its parts in turn. */
function requestsOf(route: RuledRoute, world: World, strange: string): InjectOptions[] {
  const url = addressOf(route, 'fournil', world.fournil);
  const parts = route.url.split('/');
  const inPath = parts.flatMap((part, at) =>
    part.includes(':')
      ? [
          {
            url: url
              .split('/')
              .with(at, encodeURIComponent(strange.replace('\ud800', 'x')))
              .join('/'),
          },
        ]
      : [],
  );
  const {querystring, body} = (route.options.schema ?? {}) as Record<string, Schema | undefined>;
  const inQuery = strangeQueries(querystring, strange).map(query => ({url: `${url}?${query}`}));
  const inBody = body ? [{url, payload: strangeBody(body, strange) as object}] : [];
  return [...inPath, ...inQuery, ...inBody];
}

/** Which of them can be asked: all, as long as there are all. */
async function tables(db: Parameters<typeof makeRows>[0]): Promise<string[]> {
  const there: string[] = [];
  for (const name of TABLE_NAMES) {
    await makeRows(db, name);
    there.push(name);
  }
  return there;
}

const makeRows = (db: Awaited<ReturnType<typeof wholeHub>>['context']['db'], name: string) =>
  sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
