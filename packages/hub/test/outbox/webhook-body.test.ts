import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {OrderRow} from '../../src/orders/order-row.js';
import {webhookBody} from '../../src/outbox/webhook-body.js';
import {NOW} from '../support/fixtures.js';
import {orderRow} from './support/orders.js';

const AT = new Date(NOW.getTime() + 1000);
const bodyOf = (order: OrderRow) => webhookBody('order.ready', order, AT);
const bytesOf = (body: string) => Buffer.byteLength(body);

describe('what a webhook tells of an order', () => {
  it('is the order without its customer', () => {
    assert.deepEqual(JSON.parse(bodyOf(orderRow({state: 'ready'}))), {
      type: 'order.ready',
      timestamp: '2026-11-23T07:00:01.000Z',
      data: {
        id: 'order-1',
        shop: 'fournil',
        code: 'K7PM',
        state: 'ready',
        contract: 'order',
        mode: 'collect',
        slot: {startsAt: '2026-11-23T16:00:00.000Z', endsAt: '2026-11-23T16:30:00.000Z'},
        total: 640,
        currency: 'EUR',
        payment: {means: 'cash', status: 'due'},
        createdAt: '2026-11-23T07:00:00.000Z',
        lines: [{product: 'pain', quantity: 2, total: 640}],
      },
    });
  });

  it('leaves the lines out as a whole when it would have 20,000 bytes, counted as they are sent', () => {
    const orderOf = (product: string) => orderRow({lines: linesOf(product)});
    const empty = bytesOf(bodyOf(orderOf('')));
    for (const [letter, size] of [
      ['x', 1],
      ['é', 2],
    ] as const) {
      const room = 19_999 - empty;
      const product = letter.repeat(Math.floor(room / size)) + 'x'.repeat(room % size);
      const fits = bodyOf(orderOf(product));
      assert.equal(bytesOf(fits), 19_999);
      assert.equal(JSON.parse(fits).data.lines[0].product, product);
      const {lines, ...rest} = JSON.parse(fits).data;
      assert.equal(lines.length, 1);
      assert.deepEqual(JSON.parse(bodyOf(orderOf(`${product}x`))), {
        type: 'order.ready',
        timestamp: '2026-11-23T07:00:01.000Z',
        data: rest,
      });
    }
  });
});

const linesOf = (product: string) => JSON.stringify([{product, quantity: 1, total: 320}]);
