import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {Catalogue, ShopProfile, SlotOffer} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {importCatalogue} from '../../src/desk/catalogue-import.js';
import {memoryDatabase} from '../support/memory.js';
import {orderRequest, PRODUCTS} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import type {TestHubOptions} from '../support/test-hub.js';

const databases: {drop(): Promise<void>}[] = [];

async function hubOf(options: TestHubOptions = {}) {
  const database = await memoryDatabase();
  databases.push(database);
  return testHub(database, options);
}

after(async () => {
  for (const database of databases) await database.drop();
});

const ORIGIN = 'https://mairie.example';

describe('the public routes', () => {
  it('show shops without who may embed them', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask({url: '/api/shops'});
    assert.equal(body.length, 1);
    const one = await hub.ask({url: '/api/shops/fournil'});
    assert.deepEqual(one.body, body[0]);
    assert.deepEqual([...Value.Errors(ShopProfile, one.body)], []);
    assert.equal(one.body.acceptsOrders, true);
    assert.equal((await hub.ask({url: '/api/shops/ferme'})).body.code, 'not-found');
    assert.equal((await hub.ask({url: '/api/shops/Not An Id'})).status, 400);
  });

  it('tell whether a shop takes orders, as its merchant changes the catalogue', async () => {
    const hub = await hubOf();
    const flan = {id: 'flan', name: 'Flan', price: 300, vatRate: 550, isFood: true};
    const takesOrdersWith = async (product: object) => {
      const source = {products: [product]};
      const question = {shopId: 'fournil', source, isDryRun: false, language: 'fr'} as const;
      await importCatalogue(hub.context, question);
      const [list, one] = [
        await hub.ask({url: '/api/shops'}),
        await hub.ask({url: '/api/shops/fournil'}),
      ];
      assert.deepEqual(list.body[0], one.body);
      return one.body.acceptsOrders as boolean;
    };
    assert.equal(await takesOrdersWith(flan), false);
    assert.equal(await takesOrdersWith({...flan, allergens: []}), true);
    assert.equal(await takesOrdersWith({...flan, name: 'Flan nature'}), false);
  });

  it('show the catalogue without hidden products, and 304 as long as nothing changed', async () => {
    const hub = await hubOf();
    const url = '/api/shops/fournil/catalogue';
    const first = await hub.ask({url});
    assert.deepEqual([...Value.Errors(Catalogue, first.body)], []);
    assert.deepEqual(
      (first.body as Catalogue).products.map(({id}) => id),
      ['pain', 'tarte', 'tablier'],
    );
    const tag = String(first.headers['etag']);
    const again = await hub.ask({url, headers: {'if-none-match': `W/"x", ${tag}`}});
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    assert.equal(again.headers['etag'], tag);
    await hub.order({lines: [{product: 'tarte', quantity: 1}], expectedTotal: 1450});
    const sold = await hub.ask({url, headers: {'if-none-match': tag}});
    assert.equal(sold.status, 200);
    assert.equal(sold.body.products[1].stock, 4);
  });

  it('offer the slots in which a basket fits', async () => {
    const hub = await hubOf();
    const url = '/api/shops/fournil/slots?mode=collect&lines=pain:2,tarte:1&limit=3';
    const {body, headers} = await hub.ask({url});
    assert.deepEqual([...Value.Errors(SlotOffer, body)], []);
    assert.equal(body.slots.length, 3);
    assert.equal(headers['cache-control'], 'no-store');
    await hub.order({slot: {startsAt: body.slots[0].startsAt}});
    const after = await hub.ask({url});
    assert.equal(after.body.slots[0].remainingOrders, 9);
    for (const wrong of ['mode=plane', 'mode=collect&lines=pain', 'mode=collect&limit=many']) {
      const answer = await hub.ask({url: `/api/shops/fournil/slots?${wrong}`});
      assert.equal(answer.status, 400, wrong);
      assert.equal(answer.body.fields.length, 1, wrong);
    }
  });

  it('offer the slots that any basket could have before there is one', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask({url: '/api/shops/fournil/slots?mode=collect'});
    // at eight, with an hour's notice
    assert.equal(body.slots[0].startsAt, '2026-11-23T08:00:00.000Z');
    assert.equal(body.slots.length, 40);
  });

  it('offer none that is too small for the basket, or too early for a product', async () => {
    const cake = {id: 'piece', name: 'Pièce montée', price: 9000, vatRate: 550};
    const products = [...PRODUCTS, {...cake, preparationMinutes: 2880}];
    const hub = await hubOf({shop: {products}});
    const offer = async (mode: string, lines: string) => {
      const {body} = await hub.ask({url: `/api/shops/fournil/slots?mode=${mode}&lines=${lines}`});
      return body as SlotOffer;
    };
    assert.ok((await offer('delivery', 'pain:12,tarte:2')).slots.length > 0);
    assert.deepEqual((await offer('delivery', 'pain:21')).reason, 'full');
    assert.equal(
      (await offer('collect', 'pain:1,piece:1')).slots[0]!.startsAt.slice(0, 10),
      '2026-11-25',
    );
  });

  it('say where lines are none', async () => {
    const hub = await hubOf();
    for (const lines of [
      'pain:0',
      'pain:1000',
      'pain:-1',
      'x pain:1',
      'pain:1 x',
      'pain:1,',
      ':1',
    ]) {
      const {status, body} = await hub.ask({
        url: '/api/shops/fournil/slots',
        query: {mode: 'collect', lines},
      });
      assert.equal(status, 400, lines);
      const message = 'Écrivez les articles ainsi : pain:2,tarte:1.';
      assert.deepEqual(body.fields, [{pointer: '/lines', message}], lines);
    }
  });

  it('speak the language of the request', async () => {
    const hub = await hubOf();
    const ask = (language: string) =>
      hub.ask({url: '/api/shops/ferme', headers: {'accept-language': language}});
    assert.equal((await ask('de')).body.title, 'Introuvable.');
    assert.equal((await ask('fr-CA, en;q=0.5')).body.title, 'Introuvable.');
    assert.equal((await ask('de, en-GB;q=0.8, fr;q=0.2')).body.title, 'Not found.');
  });
});

describe('pages of other sites', () => {
  it('may order when the shop names their origin', async () => {
    const hub = await hubOf();
    const answer = await hub.ask({
      method: 'OPTIONS',
      url: '/api/shops/fournil/orders',
      headers: {
        origin: ORIGIN,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers['access-control-allow-origin'], ORIGIN);
    assert.match(String(answer.headers['access-control-allow-headers']), /idempotency-key/);
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    const get = await hub.ask({url: '/api/shops/fournil', headers: {origin: ORIGIN}});
    assert.equal(get.headers['access-control-allow-origin'], ORIGIN);
    assert.equal(get.headers['cross-origin-resource-policy'], 'cross-origin');
    assert.match(String(get.headers['vary']), /Origin/i);
  });

  it('may not when it does not', async () => {
    const hub = await hubOf();
    const origin = 'https://elsewhere.example';
    const get = await hub.ask({url: '/api/shops/fournil', headers: {origin}});
    assert.equal(get.headers['access-control-allow-origin'], undefined);
    const post = await hub.ask({
      method: 'POST',
      url: '/api/shops/fournil/orders',
      headers: {origin, 'idempotency-key': 'key-of-elsewhere'},
      payload: orderRequest(),
    });
    assert.equal(post.status, 403);
  });

  it('follow an order under the rules of its shop', async () => {
    const hub = await hubOf();
    const {body} = await hub.order();
    const url = `/api/orders/${body.token}`;
    for (const [origin, allowed] of [
      [ORIGIN, ORIGIN],
      ['https://hub.example', 'https://hub.example'],
      ['https://elsewhere.example', undefined],
    ] as const) {
      const {headers} = await hub.ask({url, headers: {origin}});
      assert.equal(headers['access-control-allow-origin'], allowed);
      assert.equal(headers['cache-control'], 'no-store');
    }
  });

  it('may all when the shop says so', async () => {
    const hub = await hubOf({shop: {settings: {allowedOrigins: ['*']}}});
    const {headers} = await hub.ask({url: '/api/shops/fournil', headers: {origin: ORIGIN}});
    assert.equal(headers['access-control-allow-origin'], ORIGIN);
  });
});

describe('every answer', () => {
  it('has a strict policy, and no referrer', async () => {
    const hub = await hubOf();
    const {headers} = await hub.ask({url: '/'});
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/);
  });

  it('is a problem when the body is no JSON, of another type, or too large', async () => {
    const hub = await hubOf();
    const post = (payload: string, type = 'application/json') =>
      hub.ask({
        method: 'POST',
        url: '/api/shops/fournil/orders',
        headers: {'content-type': type, 'idempotency-key': 'key-of-this-test'},
        payload,
      });
    for (const [answer, status, code] of [
      [await post('{"a":'), 400, 'invalid'],
      [await post('a=1', 'text/plain'), 400, 'invalid'],
      [await post(JSON.stringify({note: 'x'.repeat(70_000)})), 413, 'too-large'],
      [await hub.ask({url: '/nowhere'}), 404, 'not-found'],
    ] as const) {
      assert.equal(answer.status, status);
      assert.equal(answer.body?.code ?? code, code);
    }
  });

  it('is 429 with a time when there were too many', async () => {
    const limits = {requestsPerMinute: 1000, ordersPerMinute: 2, signInsPerHour: 5};
    const hub = await hubOf({config: {limits}});
    await hub.order();
    await hub.order();
    const {status, body, headers} = await hub.order();
    assert.equal(status, 429);
    assert.equal(body.code, 'too-many-requests');
    assert.ok(Number(headers['retry-after']) > 0);
  });

  it('is 503 when the database is gone, and health says so', async () => {
    const hub = await hubOf();
    assert.deepEqual((await hub.ask({url: '/healthz'})).body, {
      status: 'ok',
      database: 'reachable',
      migrations: 'done',
    });
    await databases.at(-1)!.drop();
    const {status, body} = await hub.ask({url: '/healthz'});
    assert.equal(status, 503);
    assert.equal(body.database, 'unreachable');
    assert.ok((await hub.ask({url: '/api/shops'})).status >= 500);
  });
});

describe('the description', () => {
  it('names every route of the hub, for machines and for people', async () => {
    const hub = await hubOf();
    const {body} = await hub.ask({url: '/openapi.json'});
    assert.equal(body.openapi, '3.1.0');
    for (const path of [
      '/api/shops',
      '/api/shops/{shop}/orders',
      '/api/orders/{token}/withdraw',
      '/api/session/link',
      '/api/shops/{shop}/desk/orders',
      '/api/shops/{shop}/desk/events',
      '/api/payments/{provider}/webhook',
      '/healthz',
    ]) {
      assert.ok(Object.hasOwn(body.paths as object, path), path);
    }
    const docs = await hub.ask({url: '/docs', headers: {'accept-language': 'en'}});
    assert.match(docs.text, /POST \/api\/shops\/\{shop\}\/orders/);
    assert.doesNotMatch(docs.text, /<script|style=|src="http/);
  });

  it('counts for Prometheus', async () => {
    const hub = await hubOf();
    await hub.order();
    const {text} = await hub.ask({url: '/metrics'});
    assert.match(text, /hub_orders_open\{state="received"\} 1/);
    assert.match(text, /hub_order_states_total\{state="received"\} 1/);
    assert.match(text, /hub_outbox_waiting\{kind="mail"\} 2/);
    assert.match(
      text,
      /hub_request_seconds_count\{method="POST",route="\/api\/shops\/:shop\/orders"/,
    );
    assert.doesNotMatch(text, /Anne/);
  });
});
