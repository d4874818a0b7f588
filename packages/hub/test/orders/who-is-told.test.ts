import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {OrderActor, OrderState, PlacedOrder} from '@local-widgets/model/schemas.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {addEndpoint, addPerson} from '../outbox/support/people.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub, type TestHub} from '../support/test-hub.js';

interface Payload {
  template?: string;
  event?: string;
  person?: string;
  to?: string;
  data?: {alarm?: string};
}

const APRON = {lines: [{product: 'tablier', quantity: 1}], expectedTotal: 2500};

forEachDatabase((_name, open) => {
  /** A shop of two people and a program, and a way to ask what they were told since it was last asked. */
  const start = async () => {
    const database = await open();
    const hub = await testHub(database);
    for (const id of ['louis', 'marie']) await addPerson(database.db, {id});
    await addEndpoint(database.db);
    const news = async () => {
      const rows = await database.db.selectFrom('outbox').select('payload').execute();
      await database.db.deleteFrom('outbox').execute();
      return rows.map(({payload}) => said(JSON.parse(payload) as Payload)).sort();
    };
    return {hub, news};
  };

  const said = ({template, event, person, to, data}: Payload): string =>
    event ?? [template, data?.alarm, person ?? to].filter(Boolean).join(' ');

  const place = async (hub: TestHub, request = {}): Promise<PlacedOrder> => {
    const {status, body, text} = await hub.order(request);
    assert.equal(status, 201, text);
    return body as PlacedOrder;
  };

  it('tells of a new order: its customer, each of the shop, and its programs', async () => {
    const {hub, news} = await start();
    await place(hub);
    assert.deepEqual(await news(), [
      'order-alarm received louis',
      'order-alarm received marie',
      'order-received',
      'order.received',
    ]);
  });

  it('tells the shop’s own address while the shop has no people', async () => {
    const {db, ...database} = await open();
    const hub = await testHub({db, ...database});
    await place(hub);
    const rows = await db.selectFrom('outbox').select('payload').execute();
    const alarm = rows.map(({payload}) => JSON.parse(payload) as object);
    assert.ok(alarm.some(one => 'toShop' in one && one.toShop === true));
  });

  it('tells each step to its customer, and all of them to programs', async () => {
    const {hub, news} = await start();
    const {order, token} = await place(hub);
    await news();
    const steps: [OrderState, OrderActor, string[]][] = [
      ['accepted', 'shop', ['order-accepted', 'order.accepted']],
      ['ready', 'shop', ['order-ready', 'order.ready']],
      // undone at the desk: no news to a customer
      ['accepted', 'shop', ['order.accepted']],
      ['collected', 'shop', ['order.collected']],
    ];
    for (const [to, by, expected] of steps) {
      await changeOrder(hub.context, {order: order.id, to, by});
      assert.deepEqual(await news(), expected, to);
    }
    assert.equal((await hub.ask({method: 'POST', url: `/api/orders/${token}/erase`})).status, 200);
    assert.deepEqual(await news(), ['order.erased']);
  });

  it('tells the shop that its customer cancels, and not what it did itself', async () => {
    const {hub, news} = await start();
    const [one, other, refused] = [await place(hub), await place(hub), await place(hub)];
    await news();
    await hub.ask({method: 'POST', url: `/api/orders/${one.token}/cancel`});
    assert.deepEqual(await news(), [
      'order-alarm cancelled louis',
      'order-alarm cancelled marie',
      'order-cancelled',
      'order.cancelled',
    ]);
    await changeOrder(hub.context, {order: other.order.id, to: 'accepted', by: 'shop'});
    await news();
    await changeOrder(hub.context, {order: other.order.id, to: 'cancelled', by: 'shop'});
    assert.deepEqual(await news(), ['order-cancelled', 'order.cancelled']);
    await changeOrder(hub.context, {order: refused.order.id, to: 'refused', by: 'shop'});
    assert.deepEqual(await news(), ['order-refused', 'order.refused']);
  });

  it('tells that somebody stands at the door', async () => {
    const {hub, news} = await start();
    const {order, token} = await place(hub);
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    await news();
    await hub.ask({method: 'POST', url: `/api/orders/${token}/arrive`});
    assert.deepEqual(await news(), ['order.arrived']);
  });

  it('sends the receipt of a withdrawal to who declared it, and tells the shop', async () => {
    const {hub, news} = await start();
    const {order, token} = await place(hub, APRON);
    for (const to of ['accepted', 'collected'] as const) {
      await changeOrder(hub.context, {order: order.id, to, by: 'shop'});
    }
    await news();
    const payload = {name: 'Anne', email: 'anne.b@example.org'};
    await hub.ask({method: 'POST', url: `/api/orders/${token}/withdraw`, payload});
    assert.deepEqual(await news(), [
      'order-alarm withdrawn louis',
      'order-alarm withdrawn marie',
      'order-withdrawn anne.b@example.org',
      'order.withdrawn',
    ]);
  });
});
