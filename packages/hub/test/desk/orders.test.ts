import assert from 'node:assert/strict';
import {it} from 'node:test';
import {Order} from '@local-widgets/model/schemas.js';
import {Value} from 'typebox/value';
import type {DeskOrders} from '../../src/desk/desk-orders.js';
import type {SlotLoad} from '../../src/desk/slot-load.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop} from '../support/fixtures.js';
import {testHub, type TestHub} from '../support/test-hub.js';

const DESK = '/api/shops/fournil/desk';

async function desk(hub: TestHub) {
  const {id, headers} = await signedIn(hub, 'clerk');
  const get = (path: string) => hub.ask({url: DESK + path, headers});
  const move = (order: string, payload: object) =>
    hub.ask({method: 'POST', url: `${DESK}/orders/${order}/state`, headers, payload});
  return {id, get, move};
}

const tarts = (quantity: number, startsAt: string) => ({
  lines: [
    {product: 'tarte', quantity},
    {product: 'pain', quantity: 1},
  ],
  expectedTotal: quantity * 1450 + 320,
  slot: {startsAt},
});

forEachDatabase((_name, open) => {
  it('lists the orders that are not over, and those of a day of the shop', async () => {
    const hub = await testHub(await open());
    const {get, move} = await desk(hub);
    const later = await hub.order({slot: {startsAt: '2026-11-24T10:00:00.000Z'}});
    const sooner = await hub.order();
    const refused = await hub.order();
    await move(refused.body.order.id as string, {to: 'refused', reason: 'Four en panne'});
    const ids = ({orders}: DeskOrders) => orders.map(({id}) => id);

    const openOnes = (await get('/orders?state=open')).body as DeskOrders;
    assert.deepEqual(ids(openOnes), [sooner.body.order.id, later.body.order.id]);
    assert.deepEqual([...Value.Errors(Order, openOnes.orders[0])], []);
    const events = await hub.context.db.selectFrom('order_events').select('id').execute();
    assert.equal(openOnes.cursor, Math.max(...events.map(({id}) => id)));

    const today = (await get('/orders?day=2026-11-23')).body as DeskOrders;
    assert.deepEqual(
      ids(today).sort(),
      [sooner.body.order.id as string, refused.body.order.id as string].sort(),
    );
    assert.deepEqual(ids((await get('/orders?day=2026-11-24')).body as DeskOrders), [
      later.body.order.id,
    ]);
    assert.equal((await get('/orders?day=2026-02-30')).status, 400);
  });

  it('shows one order, also when it is over, and none of another shop', async () => {
    const hub = await testHub(await open());
    const {get, move} = await desk(hub);
    const {body} = await hub.order();
    const {id} = body.order as Order;
    await move(id, {to: 'refused', reason: 'Four en panne'});
    const {status, body: order} = await get(`/orders/${id}`);
    assert.equal(status, 200);
    assert.deepEqual([...Value.Errors(Order, order)], []);
    assert.equal((order as Order).state, 'refused');
    assert.equal((await get('/orders/01931f00-0000-7000-8000-000000000000')).status, 404);
    await addShop(hub.context.db, {id: 'librairie'});
    const {headers} = await signedIn(hub, 'merchant', {shop: 'librairie'});
    const other = await hub.ask({url: `/api/shops/librairie/desk/orders/${id}`, headers});
    assert.equal(other.status, 404);
  });

  it('moves an order, says who did, and gives back what a refusal frees', async () => {
    const hub = await testHub(await open());
    const {get, move, id: personId} = await desk(hub);
    const {body} = await hub.order(tarts(2, '2026-11-23T16:00:00.000Z'));
    const {id} = body.order as Order;
    const accepted = await move(id, {to: 'accepted', from: 'received'});
    assert.equal(accepted.status, 200);
    assert.equal(accepted.body.state, 'accepted');
    const event = await hub.context.db
      .selectFrom('order_events')
      .select(['actor', 'person_id'])
      .where('state', '=', 'accepted')
      .executeTakeFirst();
    assert.deepEqual(event, {actor: 'shop', person_id: personId});

    const stale = await move(id, {to: 'ready', from: 'received'});
    assert.deepEqual([stale.status, stale.body.code], [409, 'wrong-state']);
    assert.equal((await move(id, {to: 'expired'})).status, 409);
    assert.equal((await move('nothing', {to: 'ready'})).status, 404);
    assert.equal((await move(id, {to: 'lost'})).status, 400);

    const cancelled = await move(id, {to: 'cancelled', reason: 'Plus de pommes'});
    assert.equal((cancelled.body as Order).history.at(-1)?.reason, 'Plus de pommes');
    const load = (await get('/slots?day=2026-11-23')).body.slots as SlotLoad[];
    const [slot] = load.filter(
      ({mode, startsAt}) => mode === 'collect' && startsAt === '2026-11-23T16:00:00.000Z',
    );
    assert.equal(slot?.takenOrders, 0);
  });

  it('moves no order of another shop', async () => {
    const hub = await testHub(await open());
    const {body} = await hub.order();
    await addShop(hub.context.db, {id: 'librairie'});
    const {headers} = await signedIn(hub, 'merchant', {shop: 'librairie'});
    const url = `/api/shops/librairie/desk/orders/${body.order.id}/state`;
    const {status} = await hub.ask({method: 'POST', url, headers, payload: {to: 'refused'}});
    assert.equal(status, 404);
  });

  it('shows how full each slot of a day is, those that are over included', async () => {
    const hub = await testHub(await open());
    const {get} = await desk(hub);
    await hub.order();
    await hub.order();
    const slots = (await get('/slots?day=2026-11-23')).body.slots as SlotLoad[];
    const collect = slots.filter(({mode}) => mode === 'collect');
    assert.equal(collect.length, 24, 'half hours from eight to eight');
    assert.equal(collect[0]?.startsAt, '2026-11-23T07:00:00.000Z');
    assert.deepEqual(
      collect.find(({startsAt}) => startsAt === '2026-11-23T16:00:00.000Z'),
      {
        mode: 'collect',
        startsAt: '2026-11-23T16:00:00.000Z',
        endsAt: '2026-11-23T16:30:00.000Z',
        takenOrders: 2,
        takenItems: 2,
        capacityOrders: 10,
      },
    );
    const sunday = (await get('/slots?day=2026-11-22')).body.slots;
    assert.deepEqual(sunday, []);
  });

  it('adds up what is still to be prepared, by product and slot', async () => {
    const hub = await testHub(await open());
    const {get, move} = await desk(hub);
    await hub.order(tarts(2, '2026-11-23T16:00:00.000Z'));
    await hub.order(tarts(1, '2026-11-23T17:00:00.000Z'));
    await hub.order({slot: {startsAt: '2026-11-24T10:00:00.000Z'}});
    const done = await hub.order();
    await move(done.body.order.id as string, {to: 'accepted'});
    await move(done.body.order.id as string, {to: 'ready'});
    const {products} = (await get('/preparation?day=2026-11-23')).body;
    assert.deepEqual(products, [
      {
        product: 'pain',
        name: 'Pain de campagne',
        quantity: 2,
        bySlot: [
          {startsAt: '2026-11-23T16:00:00.000Z', quantity: 1},
          {startsAt: '2026-11-23T17:00:00.000Z', quantity: 1},
        ],
      },
      {
        product: 'tarte',
        name: 'Tarte aux pommes',
        quantity: 3,
        bySlot: [
          {startsAt: '2026-11-23T16:00:00.000Z', quantity: 2},
          {startsAt: '2026-11-23T17:00:00.000Z', quantity: 1},
        ],
      },
    ]);
  });
});
