import assert from 'node:assert/strict';
import {it} from 'node:test';
import {changeSettings} from '../../src/shops/shop-store.js';
import {forEachDatabase} from '../support/databases.js';
import {orderRequest, testChance, testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import type {TestHub} from '../support/test-hub.js';

const KEY = '6f1f6a3e-2f4e-4d53-9f0e-6a4d5b1f0c11';

const setPaused = ({context: {db}}: TestHub, isPaused: boolean) =>
  changeSettings(db, 'fournil', settings => ({...settings, isPaused}));

forEachDatabase((_name, open) => {
  const send = (payload: object, headers: Record<string, string>) =>
    ({method: 'POST', url: '/api/shops/fournil/orders', payload, headers}) as const;

  it('refuses an order without a key, or with one that is no key', async () => {
    const hub = await testHub(await open());
    const without = await hub.ask(send(orderRequest(), {}));
    assert.equal(without.status, 400);
    assert.equal(without.body.code, 'idempotency-key-missing');
    for (const key of ['', ' ']) {
      const {status, body} = await hub.ask(send(orderRequest(), {'idempotency-key': key}));
      assert.deepEqual([status, body.code], [400, 'idempotency-key-missing'], key);
    }
    for (const key of ['short', 'with a space', 'é'.repeat(20), 'x'.repeat(300)]) {
      const {status, body} = await hub.ask(send(orderRequest(), {'idempotency-key': key}));
      assert.deepEqual([status, body.code], [400, 'invalid'], key);
      assert.match(String(body.fields[0].message), /Idempotency-Key/);
    }
  });

  it('answers the same to the same, byte for byte, whatever happened since', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const first = await hub.order({}, KEY);
    await setPaused(hub, true);
    clock.pass(60 * 24 * 3);
    const again = await hub.order({}, KEY);
    assert.equal(again.status, 201);
    assert.equal(again.text, first.text);
    assert.equal(again.headers['idempotency-replayed'], 'true');
    assert.equal((await hub.order()).body.code, 'paused');
  });

  it('does not mind the order of fields, nor the quotes of the draft', async () => {
    const hub = await testHub(await open());
    const first = await hub.order({}, KEY);
    const fields = Object.entries(orderRequest()).reverse();
    const again = await hub.ask(send(Object.fromEntries(fields), {'idempotency-key': `"${KEY}"`}));
    assert.equal(again.text, first.text);
  });

  it('refuses the same key for another order', async () => {
    const hub = await testHub(await open());
    await hub.order({}, KEY);
    const {status, body} = await hub.order({note: 'bien cuit'}, KEY);
    assert.equal(status, 422);
    assert.equal(body.code, 'idempotency-key-reused');
  });

  it('keeps the keys of shops apart', async () => {
    const database = await open();
    const hub = await testHub(database, {shop: {id: 'ferme'}});
    const other = await testHub(database, {chance: testChance(2)});
    const url = (shop: string) => ({
      ...send(orderRequest(), {'idempotency-key': KEY}),
      url: `/api/shops/${shop}/orders`,
    });
    const [one, two] = [await hub.ask(url('ferme')), await other.ask(url('fournil'))];
    assert.equal(one.status, 201);
    assert.equal(two.status, 201);
    assert.notEqual(one.body.token, two.body.token);
  });

  it('tells a second attempt that the first is under way', async () => {
    let goOn = () => {};
    const paused = new Promise<void>(resolve => (goOn = resolve));
    let reached = () => {};
    const isThere = new Promise<void>(resolve => (reached = resolve));
    const hub = await testHub(await open(), {
      pauseAt: async point => {
        if (point !== 'before-commit') return;
        reached();
        await paused;
      },
    });
    const first = hub.order({}, KEY);
    await isThere;
    const second = await hub.order({}, KEY);
    assert.equal(second.status, 409);
    assert.equal(second.body.code, 'in-progress');
    assert.equal(second.headers['retry-after'], '1');
    const another = hub.order({}, 'another-key-of-another-person');
    goOn();
    assert.equal((await another).status, 201, 'who orders with another key need not wait');
    assert.equal((await first).status, 201);
    assert.equal((await hub.order({}, KEY)).text, (await first).text);
  });

  it('keeps no refusal: the same key orders once what was wrong is mended', async () => {
    const database = await open();
    const hub = await testHub(database, {shop: {settings: {isPaused: true}}});
    assert.equal((await hub.order({}, KEY)).status, 409);
    await setPaused(hub, false);
    assert.equal((await hub.order({}, KEY)).status, 201);
  });

  it('keeps no failure of its own: the transaction and its key are undone together', async () => {
    const database = await open();
    let isBroken = true;
    const hub = await testHub(database, {
      pauseAt: point => {
        if (point === 'before-commit' && isBroken) throw new Error('the disk is gone');
        return Promise.resolve();
      },
    });
    const {status, body} = await hub.order({}, KEY);
    assert.equal(status, 500);
    assert.equal(body.code, 'internal');
    assert.doesNotMatch(JSON.stringify(body), /disk/);
    for (const table of [
      'orders',
      'idempotency_keys',
      'outbox',
      'order_events',
      'slots',
    ] as const) {
      assert.deepEqual(await database.db.selectFrom(table).selectAll().execute(), [], table);
    }
    isBroken = false;
    assert.equal((await hub.order({}, KEY)).status, 201);
  });

  it('forgets the answer with the person: a late attempt orders nothing', async () => {
    const database = await open();
    const hub = await testHub(database);
    const {body} = await hub.order({}, KEY);
    const other = await hub.order({}, 'another-key-of-another-person');
    await hub.ask({method: 'POST', url: `/api/orders/${body.token}/cancel`});
    const erased = await hub.ask({method: 'POST', url: `/api/orders/${body.token}/erase`});
    assert.equal(erased.status, 200, erased.text);
    assert.equal(erased.body.contact, undefined);
    const late = await hub.order({}, KEY);
    assert.deepEqual([late.status, late.body.code], [422, 'idempotency-key-reused']);
    const orders = await database.db.selectFrom('orders').select('id').execute();
    assert.equal(orders.length, 2);
    const kept = await database.db.selectFrom('idempotency_keys').selectAll().execute();
    assert.deepEqual(
      kept.filter(({answer}) => answer === '').map(({body_hash}) => body_hash),
      [''],
    );
    const again = await hub.order({}, 'another-key-of-another-person');
    assert.equal(again.text, other.text, 'the answers to others are kept');
  });
});
