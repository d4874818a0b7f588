import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forEachDatabase} from '../support/databases.js';
import {addressOf, asked, nameOf, UNKNOWN} from './support/addresses.js';
import {makeCallers, type Caller} from './support/callers.js';
import {expected} from './support/expected.js';
import {wholeHub} from './support/whole-hub.js';
import {makeWorld, SHOPS} from './support/world.js';

/** What the probe answers in place of a body's being read. */
const LET_IN = 299;
const NO_SECRETS = {order: UNKNOWN, registration: UNKNOWN, proposal: UNKNOWN};

forEachDatabase((_name, open) => {
  it('lets each caller in where the rule of the route says so, before the body is read', async () => {
    const database = await open();
    const filled = await wholeHub(database, {shop: null});
    const world = await makeWorld(filled);
    const callers = await makeCallers(filled, world);
    const hub = await wholeHub(database, {
      shop: null,
      // of the moment when bodies begin to be read: nothing happens after it
      prepare: server =>
        server.addHook('preParsing', async (_request, reply) => reply.code(LET_IN).send()),
    });
    const wrong: string[] = [];
    let questions = 0;
    for (const route of asked(hub.routes)) {
      for (const shop of SHOPS) {
        const url = addressOf(route, shop, world[shop]);
        for (const caller of callers) {
          const method = route.method as 'GET';
          const {status} = await hub.ask({method, url, headers: caller.headers});
          const wanted = expected(route, shop, caller);
          questions += 1;
          if (status !== (wanted === 'in' ? LET_IN : wanted)) {
            wrong.push(`${nameOf(route)}, ${caller.name} at ${shop}: ${status}, not ${wanted}`);
          }
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(questions > 5000, `${questions} questions`);
  });

  it('tells nobody what is not there, and takes no sign for all shops as a shop', async () => {
    const database = await open();
    const hub = await wholeHub(database, {shop: null});
    const world = await makeWorld(hub);
    const callers = await makeCallers(hub, world);
    const found: string[] = [];
    for (const route of asked(hub.routes)) {
      const {access} = route;
      const ask = async (url: string, caller: Caller) =>
        (await hub.ask({method: route.method, url, headers: caller.headers})).status;
      if (access.who === 'holder') {
        const url = addressOf(route, 'fournil', {...world.fournil, tokens: NO_SECRETS});
        const visitor = callers.find(({visitorAt}) => visitorAt === 'fournil')!;
        const status = await ask(url, visitor);
        if (status !== 404) found.push(`${nameOf(route)} by an unknown secret: ${status}`);
      }
      if (access.who !== 'at shop') continue;
      for (const shop of ['nowhere', '*', '%2A']) {
        const url = addressOf(route, 'fournil', world.fournil).replace('/fournil', `/${shop}`);
        const status = await ask(
          url,
          callers.find(({name}) => name === 'admin of *')!,
        );
        if (status !== 404) found.push(`${nameOf(route)} at ${shop}: ${status}`);
      }
    }
    assert.deepEqual(found, []);
  });
});
