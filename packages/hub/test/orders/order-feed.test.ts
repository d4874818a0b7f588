import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Database} from '../../src/context.js';
import {createOrderFeed} from '../../src/orders/order-feed.js';
import {until} from '../bridges/support/until.js';
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

/** Stands for a database: counts what it is asked, and answers at once unless told to wait. */
function askedDatabase({answer = () => Promise.resolve([])}: {answer?: () => Promise<[]>} = {}) {
  const asked = {times: 0};
  const query = {
    select: () => query,
    where: () => query,
    groupBy: () => query,
    execute: () => {
      asked.times++;
      return answer();
    },
  };
  return {asked, db: {selectFrom: () => query} as unknown as Database};
}

describe('the look for orders of other processes', () => {
  /** Until another feed has looked often: whoever looks has done so as well. */
  const aWhile = async () => {
    const {asked, db} = askedDatabase();
    const other = createOrderFeed(db, 1);
    other.subscribe('fournil', () => {});
    await until('it looks', () => asked.times > 5);
    other.close();
  };

  it('is there while somebody listens, and only then', async () => {
    const {asked, db} = askedDatabase();
    const feed = createOrderFeed(db, 1);
    await aWhile();
    assert.equal(asked.times, 0);
    const leave = [feed.subscribe('fournil', () => {}), feed.subscribe('ferme', () => {})];
    await until('it looks', () => asked.times > 2);
    leave[0]!();
    const before = asked.times;
    await until('it looks', () => asked.times > before + 1);
    leave[1]!();
    const left = asked.times;
    await aWhile();
    assert.equal(asked.times, left);
    feed.subscribe('fournil', () => {});
    await until('it looks', () => asked.times > left);
    feed.close();
    const closed = asked.times;
    await aWhile();
    assert.equal(asked.times, closed);
  });

  it('is never there where a hub is the only one', async () => {
    const {asked, db} = askedDatabase();
    const feed = createOrderFeed(db, 0);
    feed.subscribe('fournil', () => {});
    await aWhile();
    assert.equal(asked.times, 0);
    feed.close();
  });

  it('waits for the answer before it asks again, also when that was a failure', async () => {
    let goOn = () => {};
    const {asked, db} = askedDatabase({
      answer: () => new Promise((_, reject) => (goOn = () => reject(new Error('gone')))),
    });
    const feed = createOrderFeed(db, 1);
    feed.subscribe('fournil', () => {});
    await until('it looks', () => asked.times > 0);
    await aWhile();
    assert.equal(asked.times, 1);
    goOn();
    await until('it looks', () => asked.times === 2);
    goOn();
    feed.close();
  });

  it('tells nobody any more once it is closed', () => {
    const feed = createOrderFeed(askedDatabase().db, 0);
    feed.subscribe('fournil', () => assert.fail('closed'));
    feed.close();
    feed.announce('fournil');
  });
});
