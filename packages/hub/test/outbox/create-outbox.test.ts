import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createOutbox} from '../../src/outbox/create-outbox.js';
import {testChance, testClock} from '../support/fixtures.js';
import {outboxWith} from './support/rows.js';

const sources = {clock: testClock(), chance: testChance()};

describe('the outbox', () => {
  it('wakes all who listen, until they leave', () => {
    const outbox = createOutbox(sources);
    const woken: string[] = [];
    const leave = outbox.listen(() => woken.push('one'));
    outbox.listen(() => woken.push('two'));
    outbox.wake();
    leave();
    leave();
    outbox.wake();
    assert.deepEqual(woken, ['one', 'two', 'two']);
  });

  it('writes what it is given, and wakes nobody by that', async () => {
    const {db, rows} = await outboxWith();
    const outbox = createOutbox(sources);
    let isWoken = false;
    outbox.listen(() => (isWoken = true));
    const to = 'anne@example.org';
    await outbox.enqueue(db, {kind: 'mail', template: 'sign-in', to});
    assert.deepEqual(
      (await rows()).map(({payload}) => payload),
      [`{"template":"sign-in","to":"${to}"}`],
    );
    assert.equal(isWoken, false);
  });
});
