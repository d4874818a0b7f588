import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {MailMessage, MailTemplate} from '../../src/outbox/outbox.js';
import {COURSE, COURSE_DATES, eventHub} from '../events/support/event-hub.js';
import {SETTINGS} from '../support/fixtures.js';
import {memoryDatabase} from '../support/memory.js';
import {outboxHub} from './support/outbox-hub.js';
import {addEndpoint, addPerson} from './support/people.js';

/** A hub, and the payloads and shops of the rows that messages become. */
async function start({people = [] as readonly string[]} = {}) {
  const all = await outboxHub();
  const {db, outbox} = all;
  for (const id of people) await addPerson(db, {id});
  const payloads = async (message: Omit<MailMessage, 'kind'>) => {
    await outbox.enqueue(db, {kind: 'mail', ...message});
    const rows = await all.rows();
    await db.deleteFrom('outbox').execute();
    return rows.map(({payload, shop_id}) => {
      const {template, ...receiver} = JSON.parse(payload) as Record<string, unknown>;
      assert.equal(template, message.template);
      return {...receiver, shop: shop_id};
    });
  };
  return {...all, payloads};
}

const FOR_SHOPS = [
  'order-alarm',
  'webhook-failed',
  'chat-unread',
  'chat-report',
  'proposal-received',
] as const satisfies readonly MailTemplate[];

describe('a mail for the people of a shop', () => {
  it('is one for each of them, in the order of their ids', async () => {
    const {payloads, db} = await start({people: ['paul', 'ann']});
    await db
      .insertInto('people')
      .values({id: 'zoe', email: 'z@b.example', language: 'fr', created_at: 0})
      .execute();
    await db
      .insertInto('memberships')
      .values({person_id: 'zoe', shop_id: 'ferme', role: 'merchant', created_at: 0})
      .execute();
    for (const template of FOR_SHOPS) {
      const found = await payloads({template, shopId: 'fournil'});
      assert.deepEqual(
        found.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
        [
          {person: 'ann', shop: 'fournil'},
          {person: 'paul', shop: 'fournil'},
        ],
        template,
      );
    }
  });

  it('is one to the shop’s own address while it has nobody, and none without', async () => {
    const {payloads, db} = await start();
    for (const template of FOR_SHOPS) {
      const found = await payloads({template, shopId: 'fournil'});
      assert.deepEqual(found, [{toShop: true, shop: 'fournil'}], template);
    }
    const {email, ...settings} = SETTINGS;
    assert.ok(email);
    await db
      .updateTable('shops')
      .set({settings: JSON.stringify(settings)})
      .execute();
    assert.deepEqual(await payloads({template: 'order-alarm', shopId: 'fournil'}), []);
  });

  it('is for merchants alone where clerks cannot decide', async () => {
    const {payloads, db} = await start({people: ['ann', 'paul']});
    await db
      .updateTable('memberships')
      .set({role: 'clerk'})
      .where('person_id', '=', 'paul')
      .execute();
    const tell = async (template: MailTemplate) =>
      (await payloads({template, shopId: 'fournil'})).length;
    assert.deepEqual(await payloads({template: 'proposal-received', shopId: 'fournil'}), [
      {person: 'ann', shop: 'fournil'},
    ]);
    assert.equal(await tell('order-alarm'), 2);
    await db.updateTable('memberships').set({role: 'clerk'}).execute();
    assert.deepEqual(await payloads({template: 'proposal-received', shopId: 'fournil'}), [
      {toShop: true, shop: 'fournil'},
    ]);
  });

  it('is for one person, or one address, where it says so', async () => {
    const {payloads} = await start({people: ['ann', 'paul']});
    const alarm = {template: 'order-alarm', shopId: 'fournil'} as const;
    assert.deepEqual(await payloads({...alarm, personId: 'paul'}), [
      {person: 'paul', shop: 'fournil'},
    ]);
    assert.deepEqual(await payloads({...alarm, personId: 'paul', to: 'a@b.example'}), [
      {to: 'a@b.example', shop: 'fournil'},
    ]);
  });
});

describe('a mail for a customer', () => {
  it('is one, whoever works in the shop, which is that of the order', async () => {
    const {payloads, order} = await start({people: ['ann']});
    const orderId = await order();
    assert.deepEqual(await payloads({template: 'order-ready', orderId}), [{shop: 'fournil'}]);
    const told = {template: 'order-alarm', orderId, shopId: 'ferme', to: 'a@b.example'} as const;
    assert.deepEqual(await payloads(told), [{to: 'a@b.example', shop: 'ferme'}]);
  });

  it('belongs to no shop where it is about none', async () => {
    const {payloads} = await start();
    assert.deepEqual(await payloads({template: 'sign-in', to: 'a@b.example'}), [
      {to: 'a@b.example', shop: null},
    ]);
  });

  it('belongs to the shop of the calendar for which somebody signed up', async () => {
    const hub = await eventHub(await memoryDatabase());
    const {id} = await hub.write(COURSE);
    await hub.register(id, COURSE_DATES[0]);
    const {db} = hub.context;
    const rows = await db.selectFrom('outbox').selectAll().execute();
    const confirmed = rows.filter(({payload}) => payload.includes('registration-confirmed'));
    const [registration] = await db.selectFrom('registrations').select('id').execute();
    assert.deepEqual(
      confirmed.map(row => [row.shop_id, row.registration_id, row.order_id]),
      [['fournil', registration!.id, null]],
    );
  });
});

it('a webhook is for the enabled endpoints of the shop of the order', async () => {
  const {db, outbox, order, rows} = await start();
  const orderId = await order();
  const told = async () => {
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId});
    const found = (await rows()).map(({endpoint_id, shop_id}) => [endpoint_id, shop_id]);
    await db.deleteFrom('outbox').execute();
    return found;
  };
  assert.deepEqual(await told(), []);
  await addEndpoint(db, {id: 'off', isEnabled: false});
  assert.deepEqual(await told(), []);
  await addEndpoint(db, {id: 'b'});
  await addEndpoint(db, {id: 'a'});
  assert.deepEqual((await told()).sort(), [
    ['a', 'fournil'],
    ['b', 'fournil'],
  ]);
  await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId: 'none'});
  assert.deepEqual(await rows(), [], 'an order that is not there has no shop');
});
