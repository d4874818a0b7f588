import assert from 'node:assert/strict';
import {it} from 'node:test';
import {startSchedule} from '../../src/schedule/start-schedule.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';

forEachDatabase((_name, open) => {
  it('runs now and whenever its timer rings, and ends when it is stopped', async () => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {context} = hub;
    await hub.order();
    const waiting = new Set<() => void>();
    const after = (_milliseconds: number, run: () => void) => {
      waiting.add(run);
      return () => waiting.delete(run);
    };
    const state = async () =>
      (await context.db.selectFrom('orders').select('state').executeTakeFirstOrThrow()).state;
    const schedule = startSchedule(context, {after});
    while (waiting.size === 0) await new Promise(setImmediate);
    assert.equal(await state(), 'received');
    clock.pass(30);
    const [ring] = waiting;
    waiting.clear();
    ring!();
    await schedule.stop();
    assert.equal(await state(), 'expired');
    assert.equal(waiting.size, 0);
  });
});
