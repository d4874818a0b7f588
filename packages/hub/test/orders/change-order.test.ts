import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Order, PlacedOrder} from '@local-widgets/model/schemas.js';
import {HubProblem} from '../../src/http/problem.js';
import {changeOrder} from '../../src/orders/change-order.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import type {TestHub} from '../support/test-hub.js';

const TARTS = {lines: [{product: 'tarte', quantity: 2}], expectedTotal: 2900};
const APRON = {lines: [{product: 'tablier', quantity: 1}], expectedTotal: 2500};

async function placed(hub: TestHub, request: Parameters<TestHub['order']>[0] = TARTS) {
  const {status, body, text} = await hub.order(request);
  assert.equal(status, 201, text);
  return body as PlacedOrder;
}

async function held({context: {db}}: TestHub) {
  const slot = await db.selectFrom('slots').selectAll().executeTakeFirstOrThrow();
  const tart = await db
    .selectFrom('products')
    .select('stock')
    .where('id', '=', 'tarte')
    .executeTakeFirstOrThrow();
  return {orders: slot.taken_orders, items: slot.taken_items, tarts: tart.stock};
}

const post = (url: string, payload?: object) =>
  ({method: 'POST', url, ...(payload && {payload})}) as const;

const isProblem = (code: string) => (error: unknown) =>
  error instanceof HubProblem && error.code === code;

forEachDatabase((_name, open) => {
  it('goes from received to collected, and tells each step', async () => {
    const hub = await testHub(await open());
    const {order} = await placed(hub);
    for (const to of ['accepted', 'ready', 'collected'] as const) {
      const changed = await changeOrder(hub.context, {order: order.id, to, by: 'shop'});
      assert.equal(changed.state, to);
      assert.equal(changed.acceptBy, undefined);
    }
    assert.deepEqual(await held(hub), {orders: 1, items: 2, tarts: 3});
    const mails = await hub.context.db
      .selectFrom('outbox')
      .select('payload')
      .where('kind', '=', 'mail')
      .orderBy('created_at')
      .execute();
    const templates = mails.map(
      ({payload}) => (JSON.parse(payload) as {template: string}).template,
    );
    assert.deepEqual(templates.sort(), [
      'order-accepted',
      'order-alarm',
      'order-ready',
      'order-received',
    ]);
  });

  it('gives slot and stock back when it is refused, cancelled or expires, and only once', async () => {
    for (const change of [
      {to: 'refused', by: 'shop'},
      {to: 'cancelled', by: 'customer'},
      {to: 'expired', by: 'hub'},
    ] as const) {
      const hub = await testHub(await open());
      const {order} = await placed(hub);
      assert.deepEqual(await held(hub), {orders: 1, items: 2, tarts: 3});
      const attempts = Array.from({length: 5}, () =>
        changeOrder(hub.context, {order: order.id, ...change}).then(
          () => 'done',
          (error: unknown) => (error as HubProblem).code,
        ),
      );
      const done = (await Promise.all(attempts)).filter(result => result === 'done');
      assert.equal(done.length, 1);
      assert.deepEqual(await held(hub), {orders: 0, items: 0, tarts: 5});
    }
  });

  it('refuses a step that is not one, and one from where the order is no more', async () => {
    const hub = await testHub(await open());
    const {order} = await placed(hub);
    const change = {order: order.id, by: 'shop'} as const;
    await assert.rejects(
      changeOrder(hub.context, {...change, to: 'collected'}),
      isProblem('wrong-state'),
    );
    await changeOrder(hub.context, {...change, to: 'accepted'});
    await assert.rejects(
      changeOrder(hub.context, {...change, to: 'refused', from: 'received'}),
      isProblem('wrong-state'),
    );
    await assert.rejects(
      changeOrder(hub.context, {...change, to: 'ready', shop: 'ferme'}),
      isProblem('not-found'),
    );
    assert.equal((await held(hub)).orders, 1);
  });

  it('lets the customer cancel up to the time, twice without harm, and not after', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const [early, late] = [await placed(hub), await placed(hub, APRON)];
    const cancel = ({token}: PlacedOrder) => hub.ask(post(`/api/orders/${token}/cancel`));
    const reason = await hub.ask(
      post(`/api/orders/${early.token}/cancel`, {reason: 'Je suis malade'}),
    );
    assert.equal(reason.body.state, 'cancelled');
    assert.equal((reason.body as Order).history.at(-1)?.reason, 'Je suis malade');
    assert.equal((await cancel(early)).status, 200);
    clock.set(new Date('2026-11-23T14:00:00.001Z'));
    for (const wrong of [{reason: ''}, {reason: 'x'.repeat(301)}, {because: 'Je suis malade'}]) {
      const answer = await hub.ask(post(`/api/orders/${late.token}/cancel`, wrong));
      assert.equal(answer.status, 400, JSON.stringify(wrong));
    }
    const refused = await cancel(late);
    assert.equal(refused.status, 409);
    assert.equal(refused.body.code, 'too-late');
  });

  it('hears the customer arrive, once', async () => {
    const hub = await testHub(await open());
    const {order, token} = await placed(hub);
    const arrive = () => hub.ask(post(`/api/orders/${token}/arrive`));
    assert.equal((await arrive()).body.code, 'wrong-state');
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    const first = await arrive();
    assert.ok(first.body.arrivedAt);
    assert.deepEqual((await arrive()).body, first.body);
    const events = await hub.context.db
      .selectFrom('order_events')
      .select('id')
      .where('kind', '=', 'arrived')
      .execute();
    assert.equal(events.length, 1);
  });

  it('takes a withdrawal before the goods are there: cancelled, with its receipt', async () => {
    const hub = await testHub(await open());
    const {order, token} = await placed(hub, APRON);
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    const withdraw = () =>
      hub.ask(post(`/api/orders/${token}/withdraw`, {name: 'Anne', email: 'anne@example.org'}));
    const {status, body} = await withdraw();
    assert.equal(status, 200);
    assert.equal(body.state, 'cancelled');
    const rows = await hub.context.db.selectFrom('outbox').select('payload').execute();
    assert.equal(rows.filter(({payload}) => payload.includes('order-withdrawn')).length, 1);
    assert.equal((await withdraw()).body.code, 'too-late');
    assert.deepEqual(await held(hub), {orders: 0, items: 0, tarts: 5});
  });

  it('counts the fourteen days of withdrawal from the day of collection', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {order, token} = await placed(hub, APRON);
    for (const to of ['accepted', 'collected'] as const) {
      clock.pass(60 * 24);
      await changeOrder(hub.context, {order: order.id, to, by: 'shop'});
    }
    const {body} = await hub.ask({url: `/api/orders/${token}`});
    // collected on Wednesday 25 November, fourteen days, to the end of the day in Paris
    assert.equal(body.order.withdrawUntil, '2026-12-09T22:59:59.999Z');
    const answer = await hub.ask(
      post(`/api/orders/${token}/withdraw`, {name: 'Anne', email: 'anne@example.org'}),
    );
    assert.equal(answer.body.state, 'collected');
    assert.equal(answer.body.withdrawUntil, undefined);
  });

  it('takes a withdrawal however late from what was never handed over', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {order, token} = await placed(hub, APRON);
    await changeOrder(hub.context, {order: order.id, to: 'accepted', by: 'shop'});
    clock.pass(60 * 24 * 60);
    const {status, body} = await hub.ask(
      post(`/api/orders/${token}/withdraw`, {name: 'Anne', email: 'anne@example.org'}),
    );
    assert.equal(status, 200);
    assert.equal(body.state, 'cancelled');
  });

  it('has no withdrawal for bread', async () => {
    const hub = await testHub(await open());
    const {token} = await placed(hub);
    const {body} = await hub.ask(
      post(`/api/orders/${token}/withdraw`, {name: 'Anne', email: 'anne@example.org'}),
    );
    assert.equal(body.code, 'too-late');
  });

  it('exports all that it holds, and erases who it was once the order is over', async () => {
    const hub = await testHub(await open());
    const {order, token} = await placed(hub, {...TARTS, note: 'Sonnez deux fois'});
    const exported = await hub.ask({url: `/api/orders/${token}/export`});
    assert.equal(exported.body.order.contact.name, 'Anne');
    assert.equal(exported.body.events.length, 1);
    assert.ok(exported.body.messages.length > 0);
    const erase = () => hub.ask(post(`/api/orders/${token}/erase`));
    assert.equal((await erase()).body.code, 'wrong-state');
    await changeOrder(hub.context, {
      order: order.id,
      to: 'refused',
      by: 'shop',
      reason: 'Anne, le four est en panne',
    });
    const {body} = await erase();
    assert.equal(body.contact, undefined);
    assert.equal(body.total, 2900);
    assert.equal((await erase()).status, 200);
    for (const table of ['orders', 'order_events', 'outbox', 'idempotency_keys'] as const) {
      const rows = await hub.context.db.selectFrom(table).selectAll().execute();
      assert.doesNotMatch(JSON.stringify(rows), /Anne|anne@|Sonnez/, table);
    }
  });

  it('gives a calendar file', async () => {
    const hub = await testHub(await open());
    const {order, token} = await placed(hub);
    const {status, text, headers} = await hub.ask({url: `/api/orders/${token}/calendar.ics`});
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/calendar/);
    assert.match(text, /DTSTART:20261123T160000Z\r\nDTEND:20261123T163000Z\r\n/);
    assert.match(text, new RegExp(`SUMMARY:Retrait chez Le Fournil\\\\, code ${order.code}\r\n`));
    assert.ok(text.split('\r\n').every(line => Buffer.byteLength(line) <= 75));
    assert.equal(headers['content-disposition'], `attachment; filename="${order.code}.ics"`);
    assert.deepEqual(
      text.split('\r\n').map(line => line.split(':', 1)[0]),
      [
        'BEGIN',
        'VERSION',
        'PRODID',
        'METHOD',
        'BEGIN',
        'UID',
        'DTSTAMP',
        'DTSTART',
        'DTEND',
        'SUMMARY',
        'LOCATION',
        'STATUS',
        'END',
        'END',
        '',
      ],
    );
    assert.match(text, /\r\nDTSTAMP:20261123T070000Z\r\n/);
    assert.match(text, /\r\nSTATUS:CONFIRMED\r\n/);
  });

  it('marks an order in the calendar that will not be handed over', async () => {
    for (const [to, by] of [
      ['refused', 'shop'],
      ['cancelled', 'customer'],
      ['expired', 'hub'],
    ] as const) {
      const hub = await testHub(await open());
      const {order, token} = await placed(hub);
      await changeOrder(hub.context, {order: order.id, to, by});
      const {text} = await hub.ask({url: `/api/orders/${token}/calendar.ics`});
      assert.match(text, /\r\nSTATUS:CANCELLED\r\n/, to);
    }
  });

  it('folds long lines of a calendar file between characters', async () => {
    const name = 'Épicerie des Pêcheurs — '.repeat(12).trim();
    const hub = await testHub(await open(), {shop: {settings: {name}}});
    const {token} = await placed(hub);
    const {text} = await hub.ask({url: `/api/orders/${token}/calendar.ics`});
    const lines = text.split('\r\n');
    assert.ok(lines.every(line => Buffer.byteLength(line) <= 75));
    assert.ok(lines.filter(line => Buffer.byteLength(line) >= 73).length >= 8, 'none too early');
    assert.match(text.replaceAll('\r\n ', ''), new RegExp(`LOCATION:${name}\\\\, 1 rue du Four`));
  });

  it('knows nobody by a wrong token', async () => {
    const hub = await testHub(await open());
    await placed(hub);
    assert.equal((await hub.ask({url: `/api/orders/${'x'.repeat(43)}`})).status, 404);
    assert.equal((await hub.ask({url: '/api/orders/short'})).status, 404);
  });

  it('tells who follows an order whose it is: the shop as pages see it', async () => {
    const hub = await testHub(await open());
    const {order, token} = await placed(hub);
    const {body} = await hub.ask({url: `/api/orders/${token}`});
    assert.deepEqual(Object.keys(body as object).sort(), ['order', 'shop']);
    assert.deepEqual(body.order, order);
    assert.deepEqual(body.shop, (await hub.ask({url: '/api/shops/fournil'})).body);
  });
});
