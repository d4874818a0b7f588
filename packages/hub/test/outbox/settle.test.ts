import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {settle} from '../../src/outbox/settle.js';
import {NOW} from '../support/fixtures.js';
import {mailRow, outboxWith} from './support/rows.js';

const now = NOW.getTime();
const payload = JSON.stringify({
  template: 'order-alarm',
  to: 'anne@example.org',
  person: 'paul',
  data: {url: 'https://hub.example/o/secret'},
});
const claimed = mailRow({payload, attempts: 3, due_at: now + 1, last_error: 'busy'});
const stripped = '{"template":"order-alarm","person":"paul"}';

describe('the end of an attempt', () => {
  it('of a mail that was sent leaves when, and nothing secret or personal', async () => {
    const {db, context, rows} = await outboxWith(claimed);
    assert.equal(await settle(db, context, claimed, {result: 'sent'}), true);
    const sent = {status: 'sent', due_at: null, sent_at: now, last_error: null};
    assert.deepEqual(await rows(), [{...claimed, ...sent, payload: stripped}]);
  });

  it('notes why nothing had to be sent', async () => {
    const {db, context, rows} = await outboxWith(claimed);
    await settle(db, context, claimed, {result: 'sent', note: 'nobody to send it to'});
    const [row] = await rows();
    assert.deepEqual([row?.status, row?.last_error], ['sent', 'nobody to send it to']);
  });

  it('of a mail that is tried again keeps all of it for the next time', async () => {
    const {db, context, rows} = await outboxWith(claimed);
    const at = new Date(now + 5000);
    assert.equal(await settle(db, context, claimed, {result: 'retried', error: 'full', at}), true);
    assert.deepEqual(await rows(), [{...claimed, due_at: now + 5000, last_error: 'full'}]);
  });

  it('of a mail that is given up keeps the last error', async () => {
    const {db, context, rows} = await outboxWith(claimed);
    assert.equal(await settle(db, context, claimed, {result: 'failed', error: 'gone'}), true);
    const failed = {status: 'failed', due_at: null, last_error: 'gone', payload: stripped};
    assert.deepEqual(await rows(), [{...claimed, ...failed}]);
  });

  it('leaves webhooks as they are, so that they can be sent again', async () => {
    const webhook = mailRow({kind: 'webhook', payload: '{"event":"order.ready","body":"{}"}'});
    const {db, context, rows} = await outboxWith(webhook);
    await settle(db, context, webhook, {result: 'sent'});
    assert.equal((await rows())[0]?.payload, webhook.payload);
  });

  it('says nothing of a mail to the shop but that it was one', async () => {
    const toShop = mailRow({payload: '{"template":"order-alarm","toShop":true,"data":{}}'});
    const {db, context, rows} = await outboxWith(toShop);
    await settle(db, context, toShop, {result: 'sent'});
    assert.equal((await rows())[0]?.payload, '{"template":"order-alarm","toShop":true}');
  });

  it('changes nothing when another attempt was begun, or has ended it', async () => {
    for (const since of [{attempts: 4}, {status: 'sent'}, {status: 'failed'}]) {
      const {db, context, rows} = await outboxWith({...claimed, ...since});
      assert.equal(await settle(db, context, claimed, {result: 'failed', error: 'late'}), false);
      assert.deepEqual(await rows(), [{...claimed, ...since}]);
    }
  });

  it('is of this message alone', async () => {
    const other = {...claimed, id: 'mail-2'};
    const {db, context, rows} = await outboxWith(claimed, other);
    await settle(db, context, claimed, {result: 'sent'});
    assert.deepEqual((await rows())[1], other);
  });
});
