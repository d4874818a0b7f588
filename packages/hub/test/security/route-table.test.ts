import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {anyone, clerk, holder, inRoom, type Access} from '../../src/access/access.js';
import {enforceAccess} from '../../src/access/enforce-access.js';
import {createServer} from '../../src/http/server.js';
import {memoryDatabase} from '../support/memory.js';
import {testClock} from '../support/fixtures.js';
import {asked, nameOf} from './support/addresses.js';
import {PUBLIC} from './support/public-routes.js';
import {routesPage} from './support/routes-page.js';
import {wholeHub} from './support/whole-hub.js';

const PAGE = fileURLToPath(new URL('../../../../docs/hub-routes.md', import.meta.url));

describe('the routes of a hub', () => {
  it('are in the documentation, with who may use each', async () => {
    const hub = await wholeHub(await memoryDatabase());
    const text = routesPage(hub.routes);
    if (process.env['WRITE_HUB_ROUTES'] === '1') await writeFile(PAGE, text);
    const kept = await readFile(PAGE, 'utf8').catch(() => '');
    assert.equal(kept, text, 'docs/hub-routes.md is stale: npm run hub:routes writes it anew');
    await hub.close();
  });

  it('are open to anyone where a person has written down that they are, and nowhere else', async () => {
    const hub = await wholeHub(await memoryDatabase());
    const open = asked(hub.routes).filter(({access}) => OPEN.has(access.who));
    const names = open.filter(({method}) => method !== 'HEAD').map(nameOf);
    assert.deepEqual(names.toSorted(), [...PUBLIC].toSorted());
    await hub.close();
  });

  it('say in their summary which role they ask for', async () => {
    const hub = await wholeHub(await memoryDatabase());
    const wrong = hub.routes.flatMap(route => {
      const {access, options} = route;
      const {summary = ''} = (options.schema ?? {}) as {summary?: string};
      const said = /\b(clerk|merchant|admin)\b/i.exec(summary)?.[1]?.toLowerCase();
      const role = roleOf(access);
      const isRight = said === role || (access.who === 'at shop' && said === access.alone?.role);
      return isRight ? [] : [`${nameOf(route)}: ${summary}`];
    });
    assert.deepEqual(wrong, []);
    await hub.close();
  });
});

/** Rules that let in whoever comes. */
const OPEN = new Set<Access['who']>(['anyone', 'own page', 'signer']);

function roleOf(access: Access): string | undefined {
  if (access.who === 'at shop') return access.role;
  if (access.who === 'admin') return 'admin';
  return access.who === 'in room' && access.as === 'moderator' ? 'clerk' : undefined;
}

describe('a hub', () => {
  const handler = () => 'secret';
  /** A server that holds rules, with one more route. */
  const startWith = async (config: object) => {
    const {context} = await wholeHub(await memoryDatabase());
    const server = createServer(context.config, testClock());
    enforceAccess(server, context);
    server.get('/new', {config: config as {access: Access}}, handler);
    await server.ready();
  };

  it('does not start with a route that does not say who may use it', async () => {
    await assert.rejects(startWith({}), /GET \/new does not say who may use it/);
  });

  it('does not start with a rule about a parameter that the route does not have', async () => {
    for (const [access, name] of [
      [clerk, 'shop'],
      [holder('order'), 'token'],
      [inRoom('reader'), 'room'],
    ] as const) {
      await assert.rejects(startWith({access}), new RegExp(`has no :${name}`));
    }
  });

  it('starts with one that says so', async () => {
    await startWith({access: anyone});
  });

  it('does not start with a route that came before somebody held the rules', async () => {
    const early = wholeHub(await memoryDatabase(), {
      prepare: server => void server.get('/new', {config: {access: anyone}}, handler),
    });
    await assert.rejects(async () => (await early).ask({url: '/new'}), /may use GET \/new/);
  });
});
