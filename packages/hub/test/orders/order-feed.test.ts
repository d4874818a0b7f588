import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createOrderFeed} from '../../src/orders/order-feed.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub} from '../support/test-hub.js';

forEachDatabase((_name, open) => {
  it('tells who listens of an order of this process, once it is committed', async () => {
    const database = await open();
    const hub = await testHub(database);
    const seen: number[] = [];
    let told = () => {};
    const isTold = new Promise<void>(resolve => (told = resolve));
    const leave = hub.context.events.subscribe('fournil', () => {
      void database.db
        .selectFrom('orders')
        .select('id')
        .execute()
        .then(rows => {
          seen.push(rows.length);
          told();
        });
    });
    hub.context.events.subscribe('ferme', () => assert.fail('another shop'));
    await hub.order();
    await isTold;
    leave();
    await hub.order();
    assert.deepEqual(seen, [1]);
  });

  it('tells of an order that another process took', async () => {
    const database = await open();
    const hub = await testHub(database);
    const elsewhere = createOrderFeed(database.db, 5);
    const told = new Promise<void>(resolve => elsewhere.subscribe('fournil', resolve));
    await hub.order();
    await told;
    const again = new Promise<void>(resolve => elsewhere.subscribe('fournil', resolve));
    await hub.order();
    await again;
    elsewhere.close();
    assert.equal(elsewhere.closed.aborted, true);
  });
});
