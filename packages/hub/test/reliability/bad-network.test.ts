import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import {badNetwork} from '../support/bad-network.js';
import {forEachDatabase} from '../support/databases.js';
import {startChild} from '../support/hub-child.js';
import {addBusyShop, attempt, checkInvariants, send, slotsOf} from '../support/load.js';
import type {Attempt} from '../support/load.js';
import {seeded, wait} from '../support/seeded.js';

/** 1,000 is what a release is held against; fewer in the normal run. */
const ORDERS = Number(process.env['HUB_PROXY_ORDERS'] ?? 100);
const SENDERS = 16;

forEachDatabase((name, open) => {
  it(`makes exactly ${ORDERS} orders of ${ORDERS} over a bad network`, async context => {
    const database = await open({isDurable: true});
    await addBusyShop(database.db);
    const hub = await startChild(database);
    const slots = await slotsOf(hub.address);
    const network = await badNetwork(hub.address, seeded(20261122));
    const waiting = Array.from({length: ORDERS}, (_, number) => attempt(number, slots));
    const answers: PlacedOrder[] = [];
    let attempts = 0;
    const customer = async () => {
      for (let order = waiting.pop(); order; order = waiting.pop()) {
        answers.push(await persist(network.address, order, () => attempts++));
      }
    };
    await Promise.all(Array.from({length: SENDERS}, customer));
    await network.close();
    assert.equal(await hub.stop(), 0, hub.output());
    const {orders} = await checkInvariants(database.db, answers);
    assert.equal(orders, ORDERS);
    assert.equal(new Set(answers.map(({order}) => order.id)).size, ORDERS);
    const {faults} = network;
    context.diagnostic(
      `${name}: ${orders} orders, ${attempts} attempts, ${JSON.stringify(faults)}`,
    );
  });
});

/** As a page does: the same key until there is an answer that lasts. */
async function persist(
  address: string,
  order: Attempt,
  onAttempt: () => void,
): Promise<PlacedOrder> {
  for (;;) {
    onAttempt();
    const answer = await send(address, order).catch(() => undefined);
    const body: unknown = await answer?.json().catch(() => undefined);
    if (answer?.status === 201 && body !== undefined) return body as PlacedOrder;
    const code = (body as {code?: string} | undefined)?.code;
    const isPassing = body === undefined || code === 'in-progress' || code === 'unavailable';
    assert.ok(isPassing, JSON.stringify(body));
    await wait(10);
  }
}
