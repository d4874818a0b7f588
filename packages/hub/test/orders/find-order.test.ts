import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import {HubProblem} from '../../src/http/problem.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {requireOrder, toOrders} from '../../src/orders/find-order.js';
import {forEachDatabase} from '../support/databases.js';
import {SETTINGS} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

const isNotFound = (error: unknown) => error instanceof HubProblem && error.code === 'not-found';

forEachDatabase((_name, open) => {
  it('finds an order by its id, and for another shop as if there were none', async () => {
    const {db, ...database} = await open();
    const hub = await testHub({db, ...database});
    const {order} = (await hub.order()).body as PlacedOrder;
    for (const shop of [undefined, 'fournil']) {
      assert.deepEqual((await requireOrder(db, order.id, shop)).order, order);
    }
    await assert.rejects(requireOrder(db, order.id, 'ferme'), isNotFound);
    await assert.rejects(requireOrder(db, 'none'), isNotFound);
  });

  it('reads many orders with what became of each, in the order of the rows', async () => {
    const {db, ...database} = await open();
    const hub = await testHub({db, ...database});
    const placed = [(await hub.order()).body, (await hub.order()).body] as PlacedOrder[];
    const [one, other] = placed.map(({order}) => order.id) as [string, string];
    await changeOrder(hub.context, {order: other, to: 'refused', by: 'shop', reason: 'Four froid'});
    const rows = await db.selectFrom('orders').selectAll().orderBy('id', 'desc').execute();
    const orders = await toOrders(db, rows, SETTINGS);
    assert.deepEqual(
      orders.map(({id, history}) => [id, history.map(({state}) => state)]),
      [
        [other, ['received', 'refused']],
        [one, ['received']],
      ],
    );
    for (const order of orders) assert.deepEqual(order, (await requireOrder(db, order.id)).order);
    assert.deepEqual(await toOrders(db, [], SETTINGS), []);
  });

  it('tells the steps of an order as its history, and no more of what happened', async () => {
    const {db, ...database} = await open();
    const hub = await testHub({db, ...database});
    const {order, token} = (await hub.order()).body as PlacedOrder;
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    await hub.ask({method: 'POST', url: `/api/orders/${token}/arrive`});
    const found = (await requireOrder(db, order.id)).order;
    assert.deepEqual(
      found.history.map(({state, by}) => [state, by]),
      [
        ['received', 'customer'],
        ['accepted', 'shop'],
      ],
    );
    await changeOrder(hub.context, {order: order.id, to: 'collected', by: 'shop'});
    const collected = (await requireOrder(db, order.id)).order;
    assert.equal(collected.cancelUntil, undefined);
    assert.ok(!('cancelUntil' in collected));
    await db.updateTable('orders').set({payment_url: 'https://pay.example/1'}).execute();
    assert.equal((await requireOrder(db, order.id)).order.payment.url, 'https://pay.example/1');
  });
});
