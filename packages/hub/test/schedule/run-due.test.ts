import assert from 'node:assert/strict';
import {it} from 'node:test';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {runDue} from '../../src/schedule/run-due.js';
import {recordingCarriers} from '../outbox/support/carriers.js';
import {addPerson} from '../outbox/support/people.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import type {ShopFixture} from '../support/fixtures.js';

forEachDatabase((_name, open) => {
  const start = async (shop: ShopFixture = {}) => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock, shop});
    const {context} = hub;
    const {db} = context;
    await addPerson(db, {id: 'paul'});
    const {body} = await hub.order();
    const orderId = body.order.id as string;
    const carriers = recordingCarriers();
    await runOutboxOnce(context, carriers);
    carriers.mails.length = 0;
    /** What several processes do in the same minute, and what leaves then. */
    const run = async () => {
      await Promise.all([runDue(context), runDue(context)]);
      await runOutboxOnce(context, carriers);
      return carriers.mails.splice(0).map(({to, subject}) => `${to.address}: ${subject}`);
    };
    const order = async () =>
      await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    const at = (minutes: number) => clock.set(new Date(NOW.getTime() + minutes * 60_000));
    return {hub, context, db, clock, orderId, order, run, at};
  };
  const startsWith = (mails: string[], starts: string[]) =>
    assert.deepEqual(mails.map((mail, i) => mail.slice(0, starts[i]?.length)).sort(), starts);

  it('reminds the shop half way and at four fifths of the time to accept, once each', async () => {
    const {run, at} = await start();
    at(14.9);
    assert.deepEqual(await run(), []);
    at(15);
    startsWith(await run(), ['paul@example.org: Une commande attend']);
    at(16);
    assert.deepEqual(await run(), []);
    at(24);
    startsWith(await run(), ['paul@example.org: Une commande va expirer']);
    at(29);
    assert.deepEqual(await run(), []);
  });

  it('gives the last call only, when it was off half way', async () => {
    const {run, at} = await start();
    at(25);
    startsWith(await run(), ['paul@example.org: Une commande va expirer']);
  });

  it('lets what nobody accepted expire, once, gives the place back and tells the customer', async () => {
    const {db, run, at, order, orderId} = await start();
    at(30);
    startsWith(await run(), ['anne@example.org: Commande']);
    assert.equal((await order()).state, 'expired');
    const slot = await db.selectFrom('slots').selectAll().executeTakeFirstOrThrow();
    assert.equal(slot.taken_orders, 0);
    const events = db.selectFrom('order_events').selectAll().where('order_id', '=', orderId);
    const states = (await events.orderBy('id').execute()).map(({state, actor}) => [state, actor]);
    assert.deepEqual(states.slice(1), [['expired', 'hub']]);
    assert.deepEqual(await run(), []);
  });

  it('leaves an accepted order alone until the day of its slot is over on the shop’s clock', async () => {
    const {context, clock, run, order, orderId} = await start();
    await changeOrder(context, {order: orderId, to: 'accepted', by: 'shop'});
    await run();
    clock.set(new Date('2026-11-23T22:59:00Z'));
    await run();
    assert.equal((await order()).state, 'accepted');
    clock.set(new Date('2026-11-23T23:00:00Z'));
    assert.deepEqual(await run(), [], 'nobody is told off');
    assert.equal((await order()).state, 'no-show');
  });

  it('does its other work when one job fails', async () => {
    const {db, run, at, order} = await start();
    await db.schema.dropTable('payments').execute();
    at(30);
    await run();
    assert.equal((await order()).state, 'expired');
    assert.equal((await db.selectFrom('retention_runs').selectAll().execute()).length, 1);
  });
});
