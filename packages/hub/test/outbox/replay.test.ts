import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {replayWebhook} from '../../src/outbox/replay.js';
import {addShop, NOW} from '../support/fixtures.js';
import {addEndpoint} from './support/people.js';
import {mailRow, outboxWith} from './support/rows.js';

const done = mailRow({
  id: 'hook',
  kind: 'webhook',
  endpoint_id: 'till',
  payload: '{"event":"order.ready","body":"{}"}',
  status: 'failed',
  attempts: 10,
  due_at: null,
  last_error: 'HTTP 500',
  sent_at: 1,
});

async function outboxOf(...statuses: readonly string[]) {
  const outbox = await outboxWith();
  await addShop(outbox.db);
  await addEndpoint(outbox.db);
  for (const status of statuses) {
    const row = {...done, status, id: `hook-${status}`};
    await outbox.db.insertInto('outbox').values(row).execute();
  }
  const replay = (outboxId: string, endpointId = 'till') =>
    replayWebhook(outbox.db, {endpointId, outboxId, now: NOW});
  return {...outbox, replay};
}

describe('sending a webhook again', () => {
  it('makes of one that was sent or given up a new one, due now', async () => {
    for (const status of ['sent', 'failed']) {
      const {replay, rows} = await outboxOf(status);
      assert.equal(await replay(`hook-${status}`), true);
      const fresh = {status: 'waiting', attempts: 0, due_at: NOW.getTime()};
      const cleared = {last_error: null, sent_at: null};
      assert.deepEqual(await rows(), [{...done, id: `hook-${status}`, ...fresh, ...cleared}]);
    }
  });

  it('leaves one that still waits, and those of others', async () => {
    const {replay, rows} = await outboxOf('waiting', 'sent');
    const before = await rows();
    assert.equal(await replay('hook-waiting'), false);
    assert.equal(await replay('hook-sent', 'other'), false);
    assert.equal(await replay('hook-failed'), false);
    assert.deepEqual(await rows(), before);
  });
});
