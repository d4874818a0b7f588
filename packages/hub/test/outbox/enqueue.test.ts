import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedOrder} from '@local-widgets/model/schemas.js';
import type {WebhookPayload} from '../../src/outbox/payload.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub} from '../support/test-hub.js';
import {recordingCarriers} from './support/carriers.js';
import {addEndpoint, addPerson} from './support/people.js';

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await testHub(await open());
    const {db, outbox} = hub.context;
    const rows = () => db.selectFrom('outbox').selectAll().orderBy('id').execute();
    return {hub, db, outbox, rows, carriers: recordingCarriers()};
  };
  /** Places an order and empties the outbox of what that wrote. */
  const startWithOrder = async () => {
    const all = await start();
    const {body} = await all.hub.order();
    await all.db.deleteFrom('outbox').execute();
    return {...all, orderId: body.order.id as string, orderUrl: body.url as string};
  };

  it('keeps nothing of a transaction that is undone', async () => {
    const {db, outbox, rows, orderId} = await startWithOrder();
    const undone = db.transaction().execute(async trx => {
      await outbox.enqueue(trx, {kind: 'mail', template: 'order-ready', orderId});
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    assert.deepEqual(await rows(), []);
  });

  it('writes one webhook for each enabled endpoint, its body fixed, without the customer', async () => {
    const {db, outbox, rows, orderId} = await startWithOrder();
    await addEndpoint(db, {id: 'one'});
    await addEndpoint(db, {id: 'two'});
    await addEndpoint(db, {id: 'off', isEnabled: false});
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.accepted', orderId});
    const written = await rows();
    assert.deepEqual(written.map(row => row.endpoint_id).sort(), ['one', 'two']);
    const {body, event} = JSON.parse(written[0]!.payload) as WebhookPayload;
    assert.equal(event, 'order.accepted');
    const {type, timestamp, data} = JSON.parse(body);
    assert.equal(type, 'order.accepted');
    assert.equal(timestamp, '2026-11-23T07:00:00.000Z');
    const {code} = await db.selectFrom('orders').select('code').executeTakeFirstOrThrow();
    assert.deepEqual(data, {
      id: orderId,
      shop: 'fournil',
      code,
      state: 'received',
      contract: 'order',
      mode: 'collect',
      slot: {startsAt: '2026-11-23T16:00:00.000Z', endsAt: '2026-11-23T16:30:00.000Z'},
      total: 320,
      currency: 'EUR',
      payment: {means: 'cash', status: 'due'},
      createdAt: '2026-11-23T07:00:00.000Z',
      lines: [{product: 'pain', quantity: 1, total: 320}],
    });
    assert.ok(!/anne/i.test(body));
  });

  it('writes nothing when nobody wants to be told', async () => {
    const {db, outbox, rows, orderId} = await startWithOrder();
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.accepted', orderId});
    assert.deepEqual(await rows(), []);
  });

  it('alarms everybody of the shop in their own language, or the shop while it has nobody', async () => {
    const {hub, db, outbox, carriers, orderId} = await startWithOrder();
    const message = {kind: 'mail', template: 'order-alarm', orderId} as const;
    await outbox.enqueue(db, message);
    await addPerson(db, {id: 'paul'});
    await addPerson(db, {id: 'ann', language: 'en'});
    await outbox.enqueue(db, message);
    await runOutboxOnce(hub.context, carriers);
    const told = carriers.mails.map(({to, language}) => [to.address, language]).sort();
    assert.deepEqual(told, [
      ['ann@example.org', 'en'],
      ['fournil@example.org', 'fr'],
      ['paul@example.org', 'fr'],
    ]);
  });

  it('writes what is to be said once, once', async () => {
    const {db, outbox, rows, orderId} = await startWithOrder();
    await addPerson(db, {id: 'paul'});
    const message = {kind: 'mail', template: 'order-alarm', orderId, once: 'half'} as const;
    await Promise.all([outbox.enqueue(db, message), outbox.enqueue(db, message)]);
    await outbox.enqueue(db, {...message, once: 'last'});
    assert.equal((await rows()).length, 2);
  });

  it('sends the receipt to the customer, answers going to the shop, the link erased after', async () => {
    const {hub, db, rows, carriers} = await start();
    const body = (await hub.order()).body as PlacedOrder;
    await runOutboxOnce(hub.context, carriers);
    const mail = carriers.mails.find(({to}) => to.address === 'anne@example.org')!;
    assert.equal(mail.to.name, 'Anne');
    assert.deepEqual(mail.replyTo, {name: 'Le Fournil', address: 'fournil@example.org'});
    assert.equal(mail.from.name, 'Le Fournil');
    assert.ok(mail.text.includes(body.url) && mail.html.includes(body.url));
    assert.equal(mail.messageId, `order-${body.order.id}@hub.example`);
    assert.match(mail.calendar!, /^BEGIN:VCALENDAR/);
    assert.ok(
      (await rows()).every(row => !row.payload.includes(body.token) && row.status === 'sent'),
    );
    await db.deleteFrom('outbox').execute();
    await hub.context.outbox.enqueue(db, {
      kind: 'mail',
      template: 'order-ready',
      orderId: body.order.id,
    });
    await runOutboxOnce(hub.context, carriers);
    assert.equal(carriers.mails.at(-1)!.inReplyTo, mail.messageId);
  });

  it('sends the receipt of a withdrawal to the address that was declared', async () => {
    const {hub, db, outbox, carriers, orderId, rows} = await startWithOrder();
    const data = {name: 'Anne Le Bris', at: '2026-11-30T17:04:05.000Z'};
    const to = 'other@example.org';
    await outbox.enqueue(db, {kind: 'mail', template: 'order-withdrawn', orderId, to, data});
    await runOutboxOnce(hub.context, carriers);
    assert.equal(carriers.mails[0]!.to.address, to);
    assert.match(carriers.mails[0]!.text, /Anne Le Bris/);
    assert.ok((await rows()).every(({payload}) => !/Bris|other@/.test(payload)));
  });

  it('has nobody to write to when the customer left a telephone number', async () => {
    const {hub, carriers, rows} = await start();
    await hub.order({contact: {name: 'Anne', telephone: '+33600000000'}});
    await runOutboxOnce(hub.context, carriers);
    assert.ok(carriers.mails.every(({to}) => to.address === 'fournil@example.org'));
    const notes = (await rows()).map(({status, last_error}) => [status, last_error]);
    assert.ok(notes.some(([status, note]) => status === 'sent' && note === 'nobody to send it to'));
  });

  it('writes links to sign in, which belong to no order', async () => {
    const {hub, db, outbox, carriers, rows} = await start();
    const data = {
      url: 'https://hub.example/sign-in?token=secret',
      minutes: 15,
      language: 'en',
    } as const;
    await outbox.enqueue(db, {kind: 'mail', template: 'sign-in', to: 'paul@example.org', data});
    await runOutboxOnce(hub.context, carriers);
    const [mail] = carriers.mails;
    assert.equal(mail!.to.address, 'paul@example.org');
    assert.ok(mail!.text.includes(data.url));
    assert.ok((await rows()).every(({payload}) => !payload.includes('secret')));
  });
});
