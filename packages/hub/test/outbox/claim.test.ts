import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {claimDue, LEASE} from '../../src/outbox/claim.js';
import {NOW} from '../support/fixtures.js';
import {mailRow, outboxWith} from './support/rows.js';

const now = NOW.getTime();

describe('claiming what is due', () => {
  it('takes what is due by now, of one kind, and nothing that is done with', async () => {
    const {context} = await outboxWith(
      {id: 'a-past', due_at: now - 1},
      {id: 'b-now', due_at: now},
      {id: 'c-later', due_at: now + 1},
      {id: 'd-push', kind: 'push'},
      {id: 'e-sent', status: 'sent'},
      {id: 'f-failed', status: 'failed'},
      {id: 'g-never', due_at: null},
    );
    const claimed = await claimDue(context, 'mail', 10);
    assert.deepEqual(
      claimed.map(({id}) => id),
      ['a-past', 'b-now'],
    );
  });

  it('takes those that wait for the longest, and gives them in the order of their ids', async () => {
    const {context} = await outboxWith(
      {id: 'a', due_at: now - 1},
      {id: 'b', due_at: now - 3},
      {id: 'c', due_at: now - 2},
      {id: 'd', due_at: now - 2},
      {id: 'e', due_at: now - 3},
    );
    const claim = async (limit: number) =>
      (await claimDue(context, 'mail', limit)).map(({id}) => id);
    assert.deepEqual(await claim(3), ['b', 'c', 'e']);
    assert.deepEqual(await claim(3), ['a', 'd']);
    assert.deepEqual(await claim(3), []);
  });

  it('counts the attempt, and leaves the message alone for five minutes', async () => {
    assert.equal(LEASE, 300_000);
    const {context, clock, rows} = await outboxWith({attempts: 2});
    const claimed = mailRow({attempts: 3, due_at: now + LEASE});
    assert.deepEqual(await claimDue(context, 'mail', 1), [claimed]);
    assert.deepEqual(await rows(), [claimed]);
    clock.set(new Date(now + LEASE - 1));
    assert.deepEqual(await claimDue(context, 'mail', 1), []);
    clock.set(new Date(now + LEASE));
    assert.deepEqual(await claimDue(context, 'mail', 1), [
      {...claimed, attempts: 4, due_at: now + 2 * LEASE},
    ]);
  });
});
