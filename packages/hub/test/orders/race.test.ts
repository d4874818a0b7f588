import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forEachDatabase} from '../support/databases.js';
import {systemChance} from '../../src/chance-and-clock.js';
import {testHub} from '../support/test-hub.js';

const CUSTOMERS = 200;

const tally = (answers: readonly {status: number; body: {code?: string}}[]) => {
  const counts: Record<string, number> = {};
  for (const {status, body} of answers) {
    const name = body.code ?? String(status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

forEachDatabase((_name, open) => {
  it('gives ten of two hundred the ten places of a slot', async () => {
    const database = await open();
    const hub = await testHub(database, {chance: systemChance});
    const answers = await Promise.all(Array.from({length: CUSTOMERS}, () => hub.order()));
    assert.deepEqual(tally(answers), {'201': 10, 'slot-full': CUSTOMERS - 10});
    const slot = await database.db.selectFrom('slots').selectAll().executeTakeFirstOrThrow();
    assert.equal(slot.taken_orders, 10);
    const orders = await database.db.selectFrom('orders').select('id').execute();
    assert.equal(orders.length, 10);
  });

  it('sells five of five tarts to two hundred', async () => {
    const database = await open();
    const hub = await testHub(database, {chance: systemChance});
    const slots = ['15:00', '15:30', '16:00', '16:30', '17:00'];
    const answers = await Promise.all(
      Array.from({length: CUSTOMERS}, (_, number) =>
        hub.order({
          slot: {startsAt: `2026-11-23T${slots[number % slots.length]}:00.000Z`},
          lines: [
            {product: 'tarte', quantity: 1},
            {product: 'tablier', quantity: 1},
          ],
          expectedTotal: 3950,
        }),
      ),
    );
    assert.deepEqual(tally(answers), {'201': 5, 'out-of-stock': CUSTOMERS - 5});
    const stock = await database.db.selectFrom('products').select(['id', 'stock']).execute();
    const left = Object.fromEntries(stock.map(row => [row.id, row.stock]));
    assert.equal(left['tarte'], 0);
    assert.equal(left['tablier'], 45, 'a refused order takes nothing');
    const slotRows = await database.db.selectFrom('slots').select('taken_orders').execute();
    assert.equal(
      slotRows.reduce((sum, row) => sum + row.taken_orders, 0),
      5,
    );
  });

  it('lets the second wait for the last place, and refuses it once the first has it', async () => {
    const database = await open();
    const gates = new Map<string, () => void>();
    let first = true;
    let atGate = () => {};
    const isAtGate = new Promise<void>(resolve => (atGate = resolve));
    const one = {capacity: {orders: 1}};
    const shop = {
      settings: {
        pickup: [
          {
            mode: 'collect' as const,
            offer: {
              kind: 'slots' as const,
              stepMinutes: 30,
              leadMinutes: 60,
              leadCounts: 'clock' as const,
              horizonDays: 7,
              ...one,
            },
          },
        ],
      },
    };
    const hub = await testHub(database, {
      shop,
      pauseAt: async point => {
        if (point !== 'before-commit' || !first) return;
        first = false;
        atGate();
        await new Promise<void>(resolve => gates.set('first', resolve));
      },
    });
    const winner = hub.order();
    await isAtGate;
    // it has taken the place, and has not said so to anybody yet
    const loser = hub.order();
    let isAnswered = false;
    void loser.then(() => (isAnswered = true));
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(isAnswered, false);
    gates.get('first')!();
    assert.equal((await winner).status, 201);
    assert.equal((await loser).body.code, 'slot-full');
  });

  it('gives the place to the second when the first fails', async () => {
    const database = await open();
    let first = true;
    let atGate = () => {};
    const isAtGate = new Promise<void>(resolve => (atGate = resolve));
    let fail = () => {};
    const failing = new Promise<never>((_resolve, reject) => {
      fail = () => reject(new Error('gone'));
    });
    failing.catch(() => undefined);
    const hub = await testHub(database, {
      pauseAt: async point => {
        if (point !== 'before-commit' || !first) return;
        first = false;
        atGate();
        await failing;
      },
    });
    const loser = hub.order({lines: [{product: 'tarte', quantity: 5}], expectedTotal: 7250});
    await isAtGate;
    const winner = hub.order({lines: [{product: 'tarte', quantity: 5}], expectedTotal: 7250});
    fail();
    assert.equal((await loser).status, 500);
    assert.equal((await winner).status, 201);
  });
});
