import assert from 'node:assert/strict';
import {it} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {OrderStream} from '../../src/desk/order-stream.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {sha256Hex} from '../../src/chance-and-clock.js';
import {requireShop} from '../../src/shops/shop-store.js';
import {signedIn} from '../accounts/people-of-tests.js';
import {forEachDatabase, type TestDatabase} from '../support/databases.js';
import {testHub, type TestHub} from '../support/test-hub.js';
import {listeningHub, StreamReader, type ListeningHub} from './listening-hub.js';

const EVENTS = '/api/shops/fournil/desk/events';

/** A hub that takes orders, and another on the same database to which desks listen. */
async function twoHubs(database: TestDatabase, options: {heartbeat?: number} = {}) {
  const hub = await testHub(database);
  const desk = await listeningHub(database, options);
  // the name of the cookie is that of http on one's own machine
  const {id, headers} = await signedIn({...hub, context: desk.context} as TestHub, 'clerk');
  return {hub, desk, personId: id, headers};
}

async function listen({url}: ListeningHub, headers: Record<string, string>) {
  const response = await fetch(url + EVENTS, {headers});
  assert.equal(response.status, 200);
  return {response, reader: new StreamReader(response)};
}

/** So many orders beside one that was placed, long and over, each with its event. */
async function manyOrders(hub: TestHub, count: number): Promise<void> {
  const {body} = await hub.order();
  const {db} = hub.context;
  const row = await db
    .selectFrom('orders')
    .selectAll()
    .where('id', '=', body.order.id as string)
    .executeTakeFirstOrThrow();
  const many = Array.from({length: count}, (_, at) => ({
    ...row,
    id: `${row.id.slice(0, -4)}${String(at).padStart(4, '0')}`,
    code: `A${at}`,
    token_hash: sha256Hex(String(at)),
    state: 'collected',
    note: 'x'.repeat(1000),
  }));
  for (const some of [many.slice(0, count / 2), many.slice(count / 2)]) {
    await db.insertInto('orders').values(some).execute();
    const events = some.map(({id, state}) => ({
      order_id: id,
      shop_id: 'fournil',
      kind: 'state',
      state,
      actor: 'shop',
      person_id: null,
      reason: null,
      at: row.created_at,
    }));
    await db.insertInto('order_events').values(events).execute();
  }
}

forEachDatabase((_name, open) => {
  it('tells of an order that another process took, and of each change of it', async () => {
    const {hub, desk, headers} = await twoHubs(await open());
    const {response, reader} = await listen(desk, {...headers, accept: '*/*'});
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.match(response.headers.get('cache-control')!, /no-store/);
    const {body} = await hub.order();
    const came = await reader.next();
    assert.ok(came);
    assert.equal(came.data.order.id, body.order.id);
    assert.equal(came.data.order.state, 'received');
    assert.equal(came.data.order.contact?.name, 'Anne');
    await changeOrder(hub.context, {order: body.order.id, to: 'accepted', by: 'shop'});
    assert.equal((await reader.next())?.data.order.state, 'accepted');
    await reader.drop();
    await desk.stop();
  });

  it('resumes after the last event that the desk has, and misses none', async () => {
    const {hub, desk, headers} = await twoHubs(await open());
    const {body: list} = await hub.ask({
      url: '/api/shops/fournil/desk/orders',
      headers: (await signedIn(hub, 'merchant')).headers,
    });
    assert.deepEqual(list, {orders: [], cursor: 0});
    const first = await hub.order();
    const second = await hub.order();
    const {reader} = await listen(desk, {...headers, 'last-event-id': String(list.cursor)});
    const one = (await reader.next())!;
    assert.equal(one.data.order.id, first.body.order.id);
    await reader.drop();

    const again = await listen(desk, {...headers, 'last-event-id': one.id});
    assert.equal((await again.reader.next())?.data.order.id, second.body.order.id);
    const third = await hub.order();
    assert.equal((await again.reader.next())?.data.order.id, third.body.order.id);
    await again.reader.drop();
    await desk.stop();
  });

  it('sends an order that changed often while nobody listened once, as it is now', async () => {
    const {hub, desk, headers} = await twoHubs(await open());
    const {body} = await hub.order();
    const order = body.order.id;
    for (const to of ['accepted', 'ready', 'collected'] as const) {
      await changeOrder(hub.context, {order, to, by: 'shop'});
    }
    await hub.order();
    const {reader} = await listen(desk, {...headers, 'last-event-id': '0'});
    const states = [await reader.next(), await reader.next()].map(e => e?.data.order.state);
    assert.deepEqual(states, ['collected', 'received']);
    await reader.drop();
    await desk.stop();
  });

  it('starts from now without an event, or with one that never was', async () => {
    const {hub, desk, headers} = await twoHubs(await open());
    await hub.order();
    for (const last of [{}, {'last-event-id': '999999'}, {'last-event-id': 'x'}]) {
      const {reader} = await listen(desk, {...headers, ...last});
      const {body} = await hub.order();
      assert.equal((await reader.next())?.data.order.id, body.order.id);
      await reader.drop();
    }
    await desk.stop();
  });

  it('tells more than it reads at once, in order', async () => {
    const {hub, desk, headers} = await twoHubs(await open());
    await manyOrders(hub, 450);
    const {reader} = await listen(desk, {...headers, 'last-event-id': '0'});
    const ids: number[] = [];
    for (let i = 0; i < 451; i++) ids.push(Number((await reader.next())!.id));
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    );
    assert.equal(new Set(ids).size, 451);
    await reader.drop();
    await desk.stop();
  });

  it('leaves in the database what a slow reader does not take', async () => {
    const hub = await testHub(await open());
    await manyOrders(hub, 450);
    const shop = await requireShop(hub.context.db, 'fournil');
    const mayStay = () => Promise.resolve(true);
    const stream = new OrderStream(hub.context, shop, {after: 0, mayStay});
    stream.setEncoding('utf8');
    stream.read(0);
    while (stream.readableLength < stream.readableHighWaterMark) await setImmediate();
    for (let more = 0; more < 10; more++) {
      hub.context.events.announce('fournil');
      await requireShop(hub.context.db, 'fournil');
    }
    const waiting = stream.readableLength;
    assert.ok(waiting < 400_000, `${waiting} bytes wait`);
    let whole = '';
    stream.on('data', (text: string) => (whole += text));
    const told = () => whole.split('event: order').length - 1;
    while (told() < 451) await new Promise(resolve => stream.once('data', resolve));
    assert.ok(whole.length > 500_000);
    stream.destroy();
  });

  it('keeps the line warm, and closes it for somebody who may stay no longer', async () => {
    const {hub, desk, headers, personId} = await twoHubs(await open(), {heartbeat: 30});
    const {reader} = await listen(desk, headers);
    await hub.order();
    assert.ok(await reader.next());
    await hub.context.db.deleteFrom('memberships').where('person_id', '=', personId).execute();
    assert.equal(await reader.next(), undefined, 'the stream ends');
    await desk.stop();
  });

  it('lets nobody listen without a role for the shop', async () => {
    const {desk} = await twoHubs(await open());
    const {status} = await fetch(desk.url + EVENTS);
    assert.equal(status, 401);
    await desk.stop();
  });

  it('ends the lines when the hub stops', async () => {
    const {desk, headers} = await twoHubs(await open());
    const lines = [await listen(desk, headers), await listen(desk, headers)];
    const ends = lines.map(({reader}) => reader.next());
    await desk.stop();
    assert.deepEqual(await Promise.all(ends), [undefined, undefined]);
  });
});
