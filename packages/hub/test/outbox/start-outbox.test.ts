import assert from 'node:assert/strict';
import {it} from 'node:test';
import {startOutbox} from '../../src/outbox/start-outbox.js';
import {forEachDatabase} from '../support/databases.js';
import {testHub} from '../support/test-hub.js';
import {recordingCarriers} from './support/carriers.js';

/** A timer that is rung by hand. */
function handTimer() {
  const waiting = new Set<() => void>();
  return {
    waiting,
    after: (_milliseconds: number, run: () => void) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    ring() {
      const all = [...waiting];
      waiting.clear();
      for (const run of all) run();
    },
  };
}

/** Lets what is under way go on until it has come so far. */
async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise(setImmediate);
}

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await testHub(await open());
    const {context} = hub;
    const carriers = recordingCarriers();
    const timer = handTimer();
    const running = startOutbox(context, {outbox: context.outbox, carriers, after: timer.after});
    await until(() => timer.waiting.size === 1);
    return {hub, carriers, timer, running};
  };

  it('delivers at once what an order wakes it for', async () => {
    const {hub, carriers, running} = await start();
    await hub.order();
    await until(() => carriers.mails.length === 2);
    await running.stop();
  });

  it('looks again by itself for what others left', async () => {
    const {hub, carriers, timer, running} = await start();
    const data = {url: 'https://hub.example/s', minutes: 15};
    const message = {kind: 'mail', template: 'sign-in', to: 'a@b.example', data} as const;
    await hub.context.outbox.enqueue(hub.context.db, message);
    assert.deepEqual(carriers.mails, []);
    timer.ring();
    await until(() => carriers.mails.length === 1);
    await running.stop();
  });

  /** A mail is under way to a server that does not answer until it is let go, and the outbox is being stopped. */
  async function stopWhileSending() {
    const {hub, carriers, timer, running} = await start();
    let answer = () => {};
    carriers.mailer.send = mail => {
      carriers.mails.push(mail);
      return new Promise(resolve => (answer = resolve));
    };
    const data = {url: 'https://hub.example/s', minutes: 15};
    const message = {kind: 'mail', template: 'sign-in', to: 'a@b.example', data} as const;
    await hub.context.outbox.enqueue(hub.context.db, message);
    hub.context.outbox.wake();
    await until(() => carriers.mails.length === 1);
    return {hub, message, carriers, timer, stopping: running.stop(), letGo: () => answer()};
  }

  it('hangs up, when it is stopped, on who does not answer in time', async () => {
    const {carriers, timer, stopping, letGo} = await stopWhileSending();
    assert.equal(carriers.isClosed, false);
    timer.ring();
    assert.equal(carriers.isClosed, true);
    letGo();
    await stopping;
  });

  it('ends what it began when it is stopped, and begins nothing more', async () => {
    const {hub, message, carriers, timer, stopping, letGo} = await stopWhileSending();
    assert.equal(carriers.isClosed, false);
    letGo();
    await stopping;
    assert.equal(carriers.isClosed, true);
    assert.equal(timer.waiting.size, 0);
    await hub.context.outbox.enqueue(hub.context.db, message);
    hub.context.outbox.wake();
    const rows = hub.context.db.selectFrom('outbox').select('status').orderBy('id');
    assert.deepEqual((await rows.execute()).map(({status}) => status).sort(), ['sent', 'waiting']);
  });
});
