import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';
import {spawnHub, startChild} from '../support/hub-child.js';
import type {HubChild} from '../support/hub-child.js';
import {addBusyShop, attempt, checkInvariants, send, slotsOf} from '../support/load.js';
import type {Attempt} from '../support/load.js';
import {seeded, wait} from '../support/seeded.js';

/** 50 is what a release is held against; fewer in the normal run. */
const ROUNDS = Number(process.env['HUB_KILL_ROUNDS'] ?? 3);
/** Orders under way at once. */
const SENDERS = 8;
/** Of so many rounds, one kills while the hub starts. */
const START_UP_EVERY = 5;

/** What the customers of all rounds know. */
class Customers {
  readonly acknowledged = new Map<string, PlacedOrder>();
  /** Sent, and never answered: to be sent again with the same key. */
  readonly open = new Map<string, Attempt>();
  #next = 0;

  constructor(readonly slots: readonly string[]) {}

  /** Sends until the hub is gone; first what is open, then new orders. */
  async order(address: string): Promise<void> {
    const again = [...this.open.values()];
    const one = async () => {
      for (;;) {
        const order = again.pop() ?? attempt(this.#next++, this.slots);
        this.open.set(order.key, order);
        if (!(await this.#send(address, order))) return;
      }
    };
    await Promise.all(Array.from({length: SENDERS}, one));
  }

  async #send(address: string, order: Attempt): Promise<boolean> {
    let body: unknown;
    try {
      const answer = await send(address, order);
      body = await answer.json();
      assert.equal(answer.status, 201, JSON.stringify(body));
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return false;
    }
    const known = this.acknowledged.get(order.key);
    if (known) assert.deepEqual(body, known);
    this.acknowledged.set(order.key, body as PlacedOrder);
    this.open.delete(order.key);
    return true;
  }
}

forEachDatabase((name, open) => {
  it(`loses no acknowledged order in ${ROUNDS} rounds of kill -9`, async context => {
    const database = await open({isDurable: true});
    await addBusyShop(database.db);
    const chance = seeded(20261122);
    const first = await startChild(database);
    const customers = new Customers(await slotsOf(first.address));
    let hub: HubChild | undefined = first;
    for (let round = 0; round < ROUNDS; round++) {
      if (round % START_UP_EVERY === START_UP_EVERY - 1) await killAtStart(database, chance());
      hub ??= await startChild(database);
      const ordering = customers.order(hub.address);
      await wait(100 + chance() * 900);
      await hub.kill();
      hub = undefined;
      await ordering;
      await checkInvariants(database.db, [...customers.acknowledged.values()]);
    }
    const {orders} = await checkInvariants(database.db, [...customers.acknowledged.values()]);
    const {size} = customers.acknowledged;
    assert.ok(size > 0, 'some orders were acknowledged');
    assert.ok(orders - size <= customers.open.size, 'what is there was asked for');
    context.diagnostic(`${name}: ${ROUNDS} rounds, ${size} acknowledged, ${orders} orders, 0 lost`);
  });
});

/** Kills a hub before, while or just after it opens its database. */
async function killAtStart(database: TestDatabase, chance: number): Promise<void> {
  const {child, ended} = await spawnHub(database);
  await wait(500 + chance * 2000);
  child.kill('SIGKILL');
  await ended;
}
