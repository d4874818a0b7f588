import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Database, HubContext} from '../../src/context.js';
import {isWriting, NO_SHOP, writeInGroup} from '../../src/database/write-group.js';
import {giveWay} from '../../src/outbox/give-way.js';
import {memoryDatabase} from '../support/memory.js';

/** An order that is being written until it is let go. */
function slowOrder(context: Pick<HubContext, 'db' | 'dialect'>, shop = 'fournil') {
  let end = () => {};
  const isOver = new Promise<void>(resolve => (end = resolve));
  const written = writeInGroup(context, shop, () => isOver);
  const letGo = async () => {
    end();
    await written;
  };
  return {letGo};
}

/** Gives way, and tells how long it waited: the pauses between two looks, in milliseconds. */
async function waits(
  db: Database,
  {
    isStopping = () => false,
    meanwhile = () => {},
  }: {isStopping?: () => boolean; meanwhile?: (pauses: number) => unknown} = {},
): Promise<number[]> {
  const pauses: number[] = [];
  await giveWay({db}, isStopping, async milliseconds => {
    pauses.push(milliseconds);
    await meanwhile(pauses.length);
  });
  return pauses;
}

describe('a message gives way', () => {
  it('to nobody where no order was ever written', async () => {
    const {db} = await memoryDatabase();
    assert.deepEqual(await waits(db), []);
    assert.deepEqual(await waits(db), []);
  });

  it('to an order that is being written, for half a second at most', async () => {
    const context = await memoryDatabase();
    const order = slowOrder(context);
    assert.equal(isWriting(context.db), true);
    assert.deepEqual(await waits(context.db), Array(50).fill(10));
    assert.deepEqual(await waits(context.db), Array(50).fill(10), 'each time anew');
    await order.letGo();
  });

  it('until the rush is over: two looks after the last order', async () => {
    const context = await memoryDatabase();
    const order = slowOrder(context);
    const pauses = await waits(context.db, {
      meanwhile: count => (count === 3 ? order.letGo() : undefined),
    });
    assert.deepEqual(pauses, Array(4).fill(10));
    assert.deepEqual(await waits(context.db), [], 'it stays calm until the next order');
    await writeInGroup(context, 'fournil', () => Promise.resolve());
    assert.deepEqual(await waits(context.db), [10, 10], 'an order came in between');
  });

  it('not to what belongs to no shop, once it is written', async () => {
    const context = await memoryDatabase();
    await writeInGroup(context, NO_SHOP, () => Promise.resolve());
    while (isWriting(context.db)) await new Promise(setImmediate);
    assert.deepEqual(await waits(context.db), []);
  });

  it('no longer when the hub stops', async () => {
    const context = await memoryDatabase();
    const order = slowOrder(context);
    assert.deepEqual(await waits(context.db, {isStopping: () => true}), []);
    let isStopping = false;
    const pauses = await waits(context.db, {
      isStopping: () => isStopping,
      meanwhile: count => (isStopping = count === 2),
    });
    assert.deepEqual(pauses, [10, 10]);
    await order.letGo();
  });

  it('in its own database alone', async () => {
    const [busy, other] = [await memoryDatabase(), await memoryDatabase()];
    const order = slowOrder(busy);
    assert.deepEqual(await waits(other.db), []);
    await order.letGo();
  });
});
