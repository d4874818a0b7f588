import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mailRows, newRow, shopReceivers, webhookRows} from '../../src/outbox/message-rows.js';
import type {OrderRow} from '../../src/orders/order-row.js';
import {webhookBody} from '../../src/outbox/webhook-body.js';
import {NOW, testChance, testClock} from '../support/fixtures.js';
import {orderRow} from './support/orders.js';

const sources = () => ({clock: testClock(), chance: testChance()});
const now = NOW.getTime();
/** Version 7, of this very moment. */
const ID = new RegExp(`^${now.toString(16).padStart(12, '0').replace(/^.{8}/, '$&-')}-7`);

/** Of a row that waits to be sent for the first time. */
const fresh = {
  attempts: 0,
  due_at: now,
  status: 'waiting',
  last_error: null,
  created_at: now,
  sent_at: null,
};
const ofNothing = {shop_id: null, order_id: null, registration_id: null, room_id: null};

describe('the people of a shop', () => {
  it('get one mail each, and the shop itself none', () => {
    assert.deepEqual(shopReceivers({people: ['ann', 'paul'], hasAddress: true}), [
      {person: 'ann'},
      {person: 'paul'},
    ]);
  });

  it('are the shop’s own address while there is nobody, if it has one', () => {
    assert.deepEqual(shopReceivers({people: [], hasAddress: true}), [{toShop: true}]);
    assert.deepEqual(shopReceivers({people: [], hasAddress: false}), []);
  });
});

describe('the rows of a mail', () => {
  it('are one for each who gets it, due at once, each with an id of its own', () => {
    const message = {template: 'order-alarm', data: {alarm: 'received'}} as const;
    const rows = mailRows(sources(), message, [{person: 'ann'}, {toShop: true}]);
    for (const {id} of rows) assert.match(id, ID);
    assert.notEqual(rows[0]!.id, rows[1]!.id);
    const payloads = [
      '{"template":"order-alarm","person":"ann","data":{"alarm":"received"}}',
      '{"template":"order-alarm","toShop":true,"data":{"alarm":"received"}}',
    ];
    assert.deepEqual(
      rows,
      payloads.map((payload, at) => ({
        ...{id: rows[at]!.id, kind: 'mail', endpoint_id: null, payload},
        ...ofNothing,
        ...fresh,
      })),
    );
    assert.deepEqual(mailRows(sources(), message, []), []);
  });

  it('say what they are about', () => {
    const about = {shopId: 'fournil', orderId: 'order', registrationId: 'seat', roomId: 'room'};
    const [row] = mailRows(sources(), {template: 'order-ready', ...about}, [{}]);
    assert.deepEqual(
      [row!.shop_id, row!.order_id, row!.registration_id, row!.room_id, row!.payload],
      ['fournil', 'order', 'seat', 'room', '{"template":"order-ready"}'],
    );
  });

  it('have the same id each time when they are to be written once', () => {
    const idOf = (message: object, receiver = {}) =>
      mailRows(sources(), {template: 'order-alarm', ...message}, [receiver])[0]!.id;
    const once = 'half-way';
    const all = {once, orderId: 'order', registrationId: 'seat', shopId: 'fournil'};
    assert.equal(idOf(all, {person: 'ann'}), 'order.half-way.ann');
    assert.equal(idOf(all), 'order.half-way');
    assert.equal(idOf({...all, orderId: undefined}), 'seat.half-way');
    assert.equal(idOf({once, shopId: 'fournil'}, {toShop: true}), 'fournil.half-way');
    assert.equal(idOf({once}), 'half-way');
  });
});

describe('the rows of a webhook', () => {
  it('are one for each endpoint, with the same body', () => {
    const order: OrderRow = orderRow();
    const rows = webhookRows(sources(), {event: 'order.ready', order}, ['one', 'two']);
    for (const {id} of rows) assert.match(id, ID);
    assert.notEqual(rows[0]!.id, rows[1]!.id);
    const body = webhookBody('order.ready', order, NOW);
    const payload = JSON.stringify({event: 'order.ready', body});
    assert.deepEqual(
      rows,
      ['one', 'two'].map((endpoint, at) => ({
        ...{id: rows[at]!.id, kind: 'webhook', endpoint_id: endpoint, payload},
        ...{shop_id: 'fournil', order_id: order.id, registration_id: null, room_id: null},
        ...fresh,
      })),
    );
  });

  it('are none without an endpoint, and no body is made', () => {
    const order = {} as OrderRow;
    assert.deepEqual(webhookRows(sources(), {event: 'order.ready', order}, []), []);
  });
});

it('a new row is of its kind, and due now', () => {
  const {id, ...row} = newRow(sources(), 'push', {seq: 7});
  assert.match(id, ID);
  assert.deepEqual(row, {kind: 'push', endpoint_id: null, payload: '{"seq":7}', ...fresh});
});
