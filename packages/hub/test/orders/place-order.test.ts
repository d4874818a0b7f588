import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {OrderRequest} from '@local-widgets/model/schemas.js';
import {PlacedOrder, Problem} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import {sha256Hex} from '../../src/chance-and-clock.js';
import {forEachDatabase} from '../support/databases.js';
import {orderRequest, SETTINGS, testClock} from '../support/fixtures.js';
import type {ShopFixture} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

const ADDRESS = {streetAddress: '3 rue Haute', postalCode: '29200', addressLocality: 'Brest'};

interface Refusal {
  name: string;
  request?: Partial<OrderRequest>;
  shop?: ShopFixture;
  status: number;
  code: string;
  /** JSON Pointer of the wrong field. */
  pointer?: string;
  says?: RegExp;
}

const REFUSALS: Refusal[] = [
  {
    name: 'a shop that pauses',
    shop: {settings: {isPaused: true}},
    status: 409,
    code: 'paused',
    says: /ne prend pas de commandes en ce moment/,
  },
  {
    name: 'a shop without legal identity',
    shop: {settings: {legal: undefined as never}},
    status: 409,
    code: 'not-open-yet',
  },
  {
    name: 'words on the button that are not the shop’s',
    request: {contract: 'reservation'},
    status: 400,
    code: 'invalid',
    pointer: '/contract',
    says: /obligation de paiement/,
  },
  {
    name: 'terms that were not accepted',
    request: {acceptsTerms: false},
    status: 400,
    code: 'invalid',
    pointer: '/acceptsTerms',
  },
  {
    name: 'a contact that cannot be reached',
    request: {contact: {name: 'Anne'}},
    status: 400,
    code: 'invalid',
    pointer: '/contact',
    says: /e-mail ou un numéro/,
  },
  {
    name: 'a means of payment that the shop does not take',
    request: {payment: 'cheque'},
    status: 400,
    code: 'invalid',
    pointer: '/payment',
  },
  {
    name: 'online payment without an account of the shop',
    shop: {settings: {payments: ['online']}},
    request: {payment: 'online'},
    status: 400,
    code: 'invalid',
    pointer: '/payment',
  },
  {
    name: 'a mode that the shop does not offer',
    request: {mode: 'drive'},
    status: 400,
    code: 'invalid',
    pointer: '/mode',
  },
  {
    name: 'a product that is not there',
    request: {lines: [{product: 'brioche', quantity: 1}]},
    status: 409,
    code: 'product-gone',
  },
  {
    name: 'a hidden product',
    request: {lines: [{product: 'secret', quantity: 1}], expectedTotal: 100},
    status: 409,
    code: 'product-gone',
  },
  {
    name: 'more than there is',
    request: {lines: [{product: 'tarte', quantity: 6}], expectedTotal: 8700},
    status: 409,
    code: 'out-of-stock',
    says: /Tarte aux pommes » : il en reste 5/,
  },
  {
    name: 'more of a product than one order may have',
    shop: {products: [{id: 'pain', name: 'Pain', price: 320, vatRate: 550, maxPerOrder: 2}]},
    request: {lines: [{product: 'pain', quantity: 3}], expectedTotal: 960},
    status: 400,
    code: 'invalid',
    pointer: '/lines',
    says: /Pain/,
  },
  {
    name: 'another total than the hub’s own',
    request: {expectedTotal: 300},
    status: 409,
    code: 'price-changed',
    says: /3,20/,
  },
  {
    name: 'a time that is no slot',
    request: {slot: {startsAt: '2026-11-23T16:10:00.000Z'}},
    status: 409,
    code: 'slot-gone',
  },
  {
    name: 'a slot that is too soon',
    request: {slot: {startsAt: '2026-11-23T07:30:00.000Z'}},
    status: 409,
    code: 'slot-gone',
  },
  {
    name: 'a delivery without an address',
    request: {mode: 'delivery', expectedTotal: 620},
    status: 400,
    code: 'invalid',
    pointer: '/address',
  },
  {
    name: 'a delivery to elsewhere',
    request: {mode: 'delivery', expectedTotal: 620, address: {...ADDRESS, postalCode: '75001'}},
    status: 409,
    code: 'not-delivered-there',
  },
  {
    name: 'a delivery below the minimum',
    request: {mode: 'delivery', expectedTotal: 620, address: ADDRESS},
    status: 409,
    code: 'below-minimum',
    says: /10,00/,
  },
  {
    name: 'a quantity that is no number',
    request: {lines: [{product: 'pain', quantity: '2' as never}]},
    status: 400,
    code: 'invalid',
    pointer: '/lines/0/quantity',
    says: /nombre entier/,
  },
  {
    name: 'a field that is not known',
    request: {discount: 5} as never,
    status: 400,
    code: 'invalid',
    pointer: '/discount',
  },
  {
    name: 'a field that is missing',
    request: {contact: {email: 'anne@example.org'} as never},
    status: 400,
    code: 'invalid',
    pointer: '/contact/name',
    says: /obligatoire/,
  },
];

forEachDatabase((_name, open) => {
  it('takes an order and writes all of it', async () => {
    const {db} = await open().then(async database => {
      const hub = await testHub(database);
      const {status, body} = await hub.order();
      assert.equal(status, 201);
      assert.deepEqual([...Value.Errors(PlacedOrder, body)], []);
      const {order, token, url} = body as PlacedOrder;
      assert.equal(order.state, 'received');
      assert.equal(order.total, 320);
      assert.equal(order.acceptBy, '2026-11-23T07:30:00.000Z');
      assert.equal(order.cancelUntil, '2026-11-23T14:00:00.000Z');
      assert.equal(order.withdrawUntil, undefined, 'bread is perishable');
      assert.equal(url, `https://hub.example/o/${token}`);
      const row = await database.db.selectFrom('orders').selectAll().executeTakeFirstOrThrow();
      assert.equal(row.token_hash, sha256Hex(token));
      const followed = await hub.ask({url: `/api/orders/${token}`});
      assert.deepEqual(followed.body.order, order);
      return database;
    });
    const events = await db.selectFrom('order_events').selectAll().execute();
    assert.deepEqual(
      events.map(({kind, state, actor}) => ({kind, state, actor})),
      [{kind: 'state', state: 'received', actor: 'customer'}],
    );
    const slot = await db.selectFrom('slots').selectAll().executeTakeFirstOrThrow();
    assert.equal(slot.taken_orders, 1);
    assert.equal(slot.capacity_orders, 10);
    const outbox = await db.selectFrom('outbox').selectAll().execute();
    assert.deepEqual(
      outbox.map(({kind}) => kind),
      ['mail', 'mail'],
    );
    const kept = await db.selectFrom('idempotency_keys').selectAll().executeTakeFirstOrThrow();
    assert.doesNotMatch(JSON.stringify(kept), /Anne|anne@|key-of-test/);
  });

  it('accepts by itself for a shop that gives itself no time', async () => {
    const hub = await testHub(await open(), {shop: {settings: {acceptWithinMinutes: 0}}});
    const {body} = await hub.order();
    assert.equal(body.order.state, 'accepted');
    assert.equal(body.order.acceptBy, undefined);
    assert.deepEqual(
      (body as PlacedOrder).order.history.map(({state, by}) => [state, by]),
      [
        ['received', 'customer'],
        ['accepted', 'hub'],
      ],
    );
    const followed = await hub.ask({url: `/api/orders/${body.token}`});
    assert.deepEqual(followed.body.order, body.order);
  });

  it('never waits for acceptance beyond the slot', async () => {
    const hub = await testHub(await open(), {shop: {settings: {acceptWithinMinutes: 10_000}}});
    const {body} = await hub.order();
    assert.equal(body.order.acceptBy, body.order.slot.startsAt);
  });

  it('takes a delivery with its fee, and a withdrawable product with its period', async () => {
    const hub = await testHub(await open());
    const {status, body} = await hub.order({
      mode: 'delivery',
      address: ADDRESS,
      lines: [{product: 'tablier', quantity: 1}],
      expectedTotal: 2800,
    });
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.order.deliveryFee, 300);
    assert.deepEqual(body.order.address, ADDRESS);
    assert.match(String(body.order.withdrawUntil), /^2026-12-/);
  });

  it('delivers from the minimum on, which its fee does not help to reach', async () => {
    const product = {id: 'panier', name: 'Panier', price: 500, vatRate: 550};
    const hub = await testHub(await open(), {shop: {products: [product]}});
    const deliver = (quantity: number, expectedTotal: number) =>
      hub.order({
        mode: 'delivery',
        address: ADDRESS,
        lines: [{product: 'panier', quantity}],
        expectedTotal,
      });
    assert.equal((await deliver(1, 800)).body.code, 'below-minimum');
    assert.equal((await deliver(2, 1300)).status, 201);
  });

  it('knows no shop that is not there', async () => {
    const hub = await testHub(await open());
    const headers = {'idempotency-key': 'a-key-for-no-shop'};
    const url = '/api/shops/ferme/orders';
    const {status, body} = await hub.ask({method: 'POST', url, headers, payload: orderRequest()});
    assert.deepEqual([status, body.code], [404, 'not-found']);
  });

  it('asks for no terms where nothing is sold yet', async () => {
    const hub = await testHub(await open(), {shop: {settings: {contract: 'reservation'}}});
    const {status, body} = await hub.order({contract: 'reservation', acceptsTerms: false});
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.order.contract, 'reservation');
  });

  it('keeps which car comes, where one comes by car', async () => {
    const [collect] = SETTINGS.pickup;
    const pickup = [collect!, {...collect!, mode: 'drive' as const}];
    const hub = await testHub(await open(), {shop: {settings: {pickup}}});
    const orders = await Promise.all(
      (['drive', 'collect'] as const).map(mode => hub.order({mode, vehicle: 'Clio bleue'})),
    );
    assert.deepEqual(
      orders.map(({body}) => (body as PlacedOrder).order.vehicle),
      ['Clio bleue', undefined],
    );
    assert.ok(!('vehicle' in (orders[1]!.body as PlacedOrder).order));
  });

  it('leads to the payment through its own address', async () => {
    const hub = await testHub(await open(), {
      shop: {settings: {payments: ['online']}},
      config: {payments: {fournil: {provider: 'mollie', apiKey: 'test_abc'}}},
    });
    const {body} = await hub.order({payment: 'online'});
    assert.deepEqual(body.order.payment, {
      means: 'online',
      status: 'pending',
      url: `${body.url}/pay`,
    });
  });

  it('names the next slots when one is full, and leaves nothing behind', async () => {
    const database = await open();
    const pickup = SETTINGS.pickup.map(rules => ({
      ...rules,
      offer: {...rules.offer, capacity: {orders: 1}},
    })) as typeof SETTINGS.pickup;
    const hub = await testHub(database, {shop: {settings: {pickup}}});
    assert.equal((await hub.order()).status, 201);
    const {status, body} = await hub.order();
    assert.equal(status, 409);
    assert.equal(body.code, 'slot-full');
    assert.deepEqual([...Value.Errors(Problem, body)], []);
    assert.equal(body.slots.length, 6);
    assert.ok((body as Problem).slots!.every(({startsAt}) => !startsAt.includes('T16:00')));
    const {keys} = await database.db
      .selectFrom('idempotency_keys')
      .select(eb => eb.fn.countAll<number>().as('keys'))
      .executeTakeFirstOrThrow();
    assert.equal(keys, 1);
  });

  describe('refuses', () => {
    for (const {name, request, shop, status, code, pointer, says} of REFUSALS) {
      it(name, async () => {
        const database = await open();
        const hub = await testHub(database, {clock: testClock(), ...(shop && {shop})});
        const answer = await hub.order(request);
        assert.equal(answer.status, status, answer.text);
        assert.equal(answer.body.code, code);
        assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
        assert.deepEqual([...Value.Errors(Problem, answer.body)], []);
        if (pointer !== undefined) {
          assert.ok(
            (answer.body as Problem).fields?.some(field => field.pointer === pointer),
            answer.text,
          );
        }
        if (says) assert.match(answer.text, says);
        const rows = await database.db.selectFrom('orders').select('id').execute();
        assert.deepEqual(rows, []);
      });
    }
  });
});
