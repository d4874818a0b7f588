import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {runRetentionWhenDue} from '../../src/retention/run-retention.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, orderRequest, testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import type {TestHub} from '../support/test-hub.js';

const DAY = 86_400_000;

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock, config: {retention: {contactDays: 30}}});
    const {context} = hub;
    const day = (days: number) => clock.set(new Date(NOW.getTime() + days * DAY));
    const runs = () => context.db.selectFrom('retention_runs').selectAll().orderBy('id').execute();
    const order = (id: string) =>
      context.db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return {hub, context, db: context.db, day, runs, order};
  };
  /** Orders, and brings the order to its end. */
  const finished = async (
    hub: TestHub,
    request: Parameters<TestHub['order']>[0] = {},
  ): Promise<string> => {
    const {context} = hub;
    const {id} = ((await hub.order(request)).body as PlacedOrder).order;
    await changeOrder(context, {order: id, to: 'accepted', by: 'shop'});
    await changeOrder(context, {order: id, to: 'collected', by: 'shop'});
    return id;
  };

  it('erases who ordered thirty days after the end, and keeps what was sold', async () => {
    const {hub, context, db, day, order} = await start();
    const id = await finished(hub, {note: 'Sans sel, Anne', vehicle: 'AB-123-CD'});
    day(29.9);
    assert.equal((await runRetentionWhenDue(context))!.ordersErased, 0);
    assert.ok((await order(id)).contact);
    day(31);
    assert.equal((await runRetentionWhenDue(context))!.ordersErased, 1);
    const row = await order(id);
    assert.deepEqual([row.contact, row.note, row.vehicle, row.address], [null, null, null, null]);
    assert.deepEqual([row.total, JSON.parse(row.lines).length, row.state], [320, 1, 'collected']);
    assert.notEqual(row.erased_at, null);
    const everything = await Promise.all(
      (['orders', 'order_events', 'outbox', 'idempotency_keys'] as const).map(table =>
        db.selectFrom(table).selectAll().execute(),
      ),
    );
    assert.ok(!/anne|AB-123/i.test(JSON.stringify(everything)));
  });

  it('ends early when the hub stops, and goes on at the next start', async () => {
    const {hub, context, day, runs, order} = await start();
    const ids = [await finished(hub), await finished(hub)];
    day(31);
    let looks = 0;
    assert.equal(await runRetentionWhenDue(context, () => ++looks > 1), undefined);
    const erased = async () =>
      (await Promise.all(ids.map(order))).filter(({erased_at}) => erased_at !== null).length;
    assert.equal(await erased(), 1);
    assert.deepEqual(await runs(), []);
    assert.equal((await runRetentionWhenDue(context))!.ordersErased, 1);
    assert.equal(await erased(), 2);
  });

  it('keeps the lines of a contract of 120 € and more, without its customer', async () => {
    const {hub, context, day, order} = await start();
    const lines = [{product: 'tablier', quantity: 5}];
    const id = await finished(hub, {lines, expectedTotal: 12_500});
    day(60);
    await runRetentionWhenDue(context);
    const row = await order(id);
    assert.deepEqual([row.contact, row.total], [null, 12_500]);
  });

  it('leaves orders that are under way, however old they are', async () => {
    const {hub, context, day, order} = await start();
    const body = (await hub.order()).body as PlacedOrder;
    day(400);
    await runRetentionWhenDue(context);
    assert.ok((await order(body.order.id)).contact);
  });

  it('waits while the customer may still withdraw', async () => {
    const {hub, context, day, order} = await start();
    const short = {...context, config: {...context.config, retention: {contactDays: 1}}};
    const lines = [{product: 'tablier', quantity: 1}];
    const id = await finished(hub, {lines, expectedTotal: 2500});
    day(10);
    await runRetentionWhenDue(short);
    assert.ok((await order(id)).contact);
    day(20);
    await runRetentionWhenDue(short);
    assert.equal((await order(id)).contact, null);
  });

  it('removes old keys, used links, sessions that ended, and what was sent', async () => {
    const {context, db, day, hub} = await start();
    await hub.order();
    const at = NOW.getTime();
    const link = {email: 'a@b.example', expires_at: at + 900_000, used_at: null};
    await db
      .insertInto('sign_in_links')
      .values([
        {...link, token_hash: 'used', used_at: at},
        {...link, token_hash: 'stale'},
        {...link, token_hash: 'good', expires_at: at + 30 * DAY},
      ])
      .execute();
    await db
      .insertInto('people')
      .values({id: 'p', email: 'a@b.example', name: null, language: 'fr', created_at: at})
      .execute();
    await db
      .insertInto('sessions')
      .values([
        {token_hash: 'old', person_id: 'p', created_at: at, expires_at: at + DAY},
        {token_hash: 'new', person_id: 'p', created_at: at, expires_at: at + 60 * DAY},
      ])
      .execute();
    const row = {kind: 'mail', shop_id: null, order_id: null, endpoint_id: null, payload: '{}'};
    const rest = {...row, attempts: 1, due_at: null, last_error: null, created_at: at};
    await db.deleteFrom('outbox').execute();
    await db
      .insertInto('outbox')
      .values([
        {...rest, id: 'sent', status: 'sent', sent_at: at},
        {...rest, id: 'failed', status: 'failed', sent_at: null},
        {...rest, id: 'waiting', status: 'waiting', due_at: at, sent_at: null},
      ])
      .execute();
    day(6.9);
    assert.deepEqual(await runRetentionWhenDue(context), {
      ordersErased: 0,
      keysDeleted: 0,
      linksDeleted: 2,
      sessionsDeleted: 1,
      outboxDeleted: 0,
      messagesDeleted: 0,
      roomsDeleted: 0,
      contributionsDeleted: 0,
      registrationsErased: 0,
      proposalsErased: 0,
    });
    day(15);
    assert.deepEqual(await runRetentionWhenDue(context), {
      ordersErased: 0,
      keysDeleted: 1,
      linksDeleted: 0,
      sessionsDeleted: 0,
      outboxDeleted: 1,
      messagesDeleted: 0,
      roomsDeleted: 0,
      contributionsDeleted: 0,
      registrationsErased: 0,
      proposalsErased: 0,
    });
    day(32);
    assert.equal((await runRetentionWhenDue(context))!.outboxDeleted, 1);
    const left = await db.selectFrom('outbox').select('id').execute();
    assert.deepEqual(left, [{id: 'waiting'}]);
  });

  it('runs once a day, in one of several processes, and proves it', async () => {
    const {hub, context, day, runs} = await start();
    await finished(hub, orderRequest());
    day(40);
    const results = await Promise.all(Array.from({length: 3}, () => runRetentionWhenDue(context)));
    assert.equal(results.filter(result => result !== undefined).length, 1);
    day(40.9);
    assert.equal(await runRetentionWhenDue(context), undefined);
    day(41);
    await runRetentionWhenDue(context);
    const proof = await runs();
    assert.deepEqual(
      proof.map(({at, orders_erased}) => [at, orders_erased]),
      [
        [NOW.getTime() + 40 * DAY, 1],
        [NOW.getTime() + 41 * DAY, 0],
      ],
    );
  });
});
