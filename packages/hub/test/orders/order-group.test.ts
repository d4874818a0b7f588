import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sql} from 'kysely';
import type {Chance} from '../../src/chance-and-clock.js';
import {forEachDatabase} from '../support/databases.js';
import {testChance} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

const tarts = (quantity: number) => ({
  lines: [{product: 'tarte', quantity}],
  expectedTotal: quantity * 1450,
});

/** Makes codes of orders the same, so many times; all else is by chance. */
function sameCodes(times: number): Chance {
  const chance = testChance();
  let sinceToken = 0;
  let left = times;
  return {
    bytes(count) {
      const bytes = chance.bytes(count);
      if (count === 32) sinceToken = 0;
      // an order asks for its token (32), its id and its code (16 each)
      const isCode = count === 16 && ++sinceToken === 2;
      return isCode && left-- > 0 ? bytes.fill(7) : bytes;
    },
  };
}

forEachDatabase((name, open) => {
  it('takes, refuses and fails orders that come at the same moment, each for itself', async () => {
    const database = await open();
    let orders = 0;
    const hub = await testHub(database, {
      pauseAt: point => {
        if (point === 'before-commit' && ++orders === 3) throw new Error('gone');
        return Promise.resolve();
      },
    });
    const answers = await Promise.all([
      hub.order(tarts(3)),
      hub.order(tarts(3)),
      hub.order({lines: [{product: 'pain', quantity: 2}], expectedTotal: 640}),
      hub.order(),
      hub.order(tarts(2)),
    ]);
    assert.deepEqual(
      answers.map(({status, body}) => (body.code as string | undefined) ?? status),
      // the third to get so far is the one whose transaction fails
      [201, 'out-of-stock', 201, 'internal', 201],
    );
    assert.deepEqual(answers[1].body.stock, {tarte: 2}, 'what the one before left');
    assert.match(answers[1].text, /Tarte aux pommes » : il en reste 2/);
    const {db} = database;
    const rows = await db.selectFrom('orders').select('id').execute();
    const placed = answers
      .filter(({status}) => status === 201)
      .map(({body}) => body.order.id as string);
    assert.deepEqual(rows.map(({id}) => id).sort(), placed.sort());
    const {taken_orders} = await db.selectFrom('slots').selectAll().executeTakeFirstOrThrow();
    assert.equal(taken_orders, 3);
    const stock = await db.selectFrom('products').select(['id', 'stock']).execute();
    assert.equal(stock.find(({id}) => id === 'tarte')?.stock, 0);
    for (const table of ['idempotency_keys', 'order_events'] as const) {
      assert.equal((await db.selectFrom(table).selectAll().execute()).length, 3, table);
    }
    assert.equal((await db.selectFrom('outbox').selectAll().execute()).length, 6);
  });

  const skip = name === 'postgres' ? false : 'SQLite has one writer as it is';

  it('holds the turn of the shop for who comes after one who was refused', {skip}, async () => {
    const database = await open();
    const turns: number[] = [];
    const hub = await testHub(database, {
      pauseAt: async point => {
        if (point !== 'before-commit') return;
        const held = sql<{n: number}>`select count(*) as n from pg_locks where locktype = 'advisory'
          and database = (select oid from pg_database where datname = current_database())`;
        turns.push((await held.execute(database.db)).rows[0]!.n);
      },
    });
    const answers = await Promise.all([
      hub.order(tarts(99)),
      hub.order(),
      hub.order(tarts(99)),
      hub.order(),
    ]);
    assert.deepEqual(
      answers.map(({status}) => status),
      [409, 201, 409, 201],
    );
    assert.deepEqual(turns, [1, 1]);
  });

  it('answers the same key once, whatever its neighbours do', async () => {
    const hub = await testHub(await open());
    const key = 'the-same-key-twice';
    const [one, two] = await Promise.all([hub.order({}, key), hub.order({}, key), hub.order()]);
    assert.deepEqual([one.status, two.body.code], [201, 'in-progress']);
    const [again, neighbour] = await Promise.all([hub.order({}, key), hub.order()]);
    assert.equal(again.text, one.text);
    assert.equal(neighbour.status, 201);
    const [other] = await Promise.all([hub.order({note: 'bien cuit'}, key), hub.order()]);
    assert.equal(other.status, 422);
  });

  it('takes another code when one is taken, unseen by the customer', async () => {
    const database = await open();
    const hub = await testHub(database, {chance: sameCodes(4)});
    const answers = [await hub.order(), await hub.order(), await hub.order()];
    assert.deepEqual(
      answers.map(({status}) => status),
      [201, 201, 201],
    );
    const codes = answers.map(({body}) => body.order.code as string);
    assert.equal(new Set(codes).size, 3);
    assert.equal((await database.db.selectFrom('orders').select('id').execute()).length, 3);
  });
});
