import assert from 'node:assert/strict';
import {it} from 'node:test';
import {MailError} from '../../src/mail/mailer.js';
import {claimDue, LEASE} from '../../src/outbox/claim.js';
import {replayWebhook} from '../../src/outbox/replay.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {testHub} from '../support/test-hub.js';
import {recordingCarriers} from './support/carriers.js';
import {addEndpoint, addPerson, OLD_SECRET} from './support/people.js';

forEachDatabase((_name, open) => {
  /** A hub with an endpoint, an order, and one webhook about it in the outbox. */
  const start = async ({previous = null as string | null} = {}) => {
    const clock = testClock();
    const hub = await testHub(await open(), {clock});
    const {context} = hub;
    const {db, outbox} = context;
    const {body} = await hub.order();
    const orderId = body.order.id as string;
    await db.deleteFrom('outbox').execute();
    await addEndpoint(db, {previous});
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.accepted', orderId});
    const carriers = recordingCarriers();
    const row = () =>
      db.selectFrom('outbox').selectAll().where('kind', '=', 'webhook').executeTakeFirstOrThrow();
    const attempts = () => db.selectFrom('webhook_attempts').selectAll().orderBy('id').execute();
    const run = () => runOutboxOnce(context, carriers);
    return {clock, context, db, outbox, orderId, carriers, row, attempts, run};
  };
  const HOUR = 60;

  it('delivers a webhook once, and writes the attempt down', async () => {
    const {carriers, run, row, attempts} = await start();
    assert.deepEqual(await run(), {sent: 1, retried: 0, failed: 0});
    assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
    const [call] = carriers.calls;
    assert.equal(call!.url, 'https://till.example/h');
    assert.equal(call!.headers['webhook-id'], (await row()).id);
    assert.equal((await row()).status, 'sent');
    const [attempt] = await attempts();
    assert.deepEqual([attempt!.status, attempt!.error], [200, null]);
  });

  it('signs with both secrets while one is exchanged for the other', async () => {
    const {carriers, run} = await start({previous: OLD_SECRET});
    await run();
    assert.equal(carriers.calls[0]!.headers['webhook-signature'].split(' ').length, 2);
  });

  it('tries again on the schedule with the same id and body, then gives up and tells the shop', async () => {
    const {clock, carriers, run, row, attempts} = await start();
    carriers.answers.push(...Array.from({length: 10}, () => ({status: 500})));
    const results = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      results.push(await run());
      const {due_at} = await row();
      if (due_at !== null) {
        clock.set(new Date(due_at - 1));
        assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
        clock.set(new Date(due_at));
      }
    }
    assert.equal(results.filter(({retried}) => retried === 1).length, 9);
    assert.equal(results[9]!.failed, 1);
    assert.equal(new Set(carriers.calls.map(({headers}) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(carriers.calls.map(({body}) => body)).size, 1);
    assert.equal(new Set(carriers.calls.map(({headers}) => headers['webhook-timestamp'])).size, 10);
    assert.deepEqual(
      (await attempts()).map(({error}) => error),
      Array(10).fill('HTTP 500'),
    );
    assert.equal((await row()).status, 'failed');
    await run();
    assert.match(carriers.mails[0]!.subject, /Webhook en échec/);
    assert.equal(carriers.mails[0]!.to.address, 'fournil@example.org');
  });

  it('waits for as long as the receiver asks', async () => {
    const {clock, carriers, run, row} = await start();
    carriers.answers.push({status: 429, retryAfter: '3600'});
    await run();
    assert.equal((await row()).due_at, clock.now().getTime() + 3_600_000);
  });

  it('switches an endpoint off that answers 410, tells the shop once, and sends it nothing more', async () => {
    const {carriers, db, run, outbox, orderId} = await start();
    await addPerson(db, {id: 'paul'});
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId});
    carriers.answers.push({status: 410}, {status: 410});
    await run();
    await run();
    const {is_enabled} = await db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .executeTakeFirstOrThrow();
    assert.equal(is_enabled, 0);
    assert.deepEqual(
      carriers.mails.map(({to}) => to.address),
      ['paul@example.org'],
    );
    assert.match(carriers.mails[0]!.text, /410/);
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.collected', orderId});
    const calls = carriers.calls.length;
    await run();
    assert.equal(carriers.calls.length, calls);
  });

  it('takes a redirect for a failure', async () => {
    const {carriers, run} = await start();
    carriers.answers.push({status: 302});
    assert.equal((await run()).retried, 1);
  });

  it('writes down why there was no answer, in words of its own', async () => {
    const {carriers, run, attempts} = await start();
    carriers.answers.push(Object.assign(new Error('secret'), {code: 'ECONNREFUSED'}));
    await run();
    const [attempt] = await attempts();
    assert.deepEqual([attempt!.status, attempt!.error], [null, 'No connection (ECONNREFUSED).']);
  });

  it('sends again after a crash between sending and writing it down, with the same id', async () => {
    const {clock, context, carriers, run, row} = await start();
    // claimed and sent by a process that dies before it says so
    const [claimed] = await claimDue(context, 'webhook', 10);
    assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
    clock.set(new Date(clock.now().getTime() + LEASE));
    assert.equal((await run()).sent, 1);
    assert.equal(carriers.calls[0]!.headers['webhook-id'], claimed!.id);
    assert.equal((await row()).attempts, 2);
  });

  it('lets a late word of an attempt change nothing that a later one has settled', async () => {
    const {clock, context, carriers, run, row} = await start();
    let answer: (answer: {status: number}) => void = () => undefined;
    const slow = {
      ...carriers,
      post: () => new Promise<{status: number}>(resolve => (answer = resolve)),
    };
    const first = runOutboxOnce(context, slow);
    while ((await row()).attempts === 0) await new Promise(setImmediate);
    clock.set(new Date(clock.now().getTime() + LEASE));
    await run();
    answer({status: 500});
    await first;
    assert.equal((await row()).status, 'sent');
  });

  it('gives each message to one of several that work at the same time', async () => {
    const {context, db, outbox, orderId, carriers} = await start();
    for (let i = 0; i < 40; i++) {
      await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId});
    }
    const rounds = await Promise.all(
      Array.from({length: 4}, () => runOutboxOnce(context, carriers)),
    );
    assert.equal(
      rounds.reduce((sum, {sent}) => sum + sent, 0),
      41,
    );
    assert.equal(new Set(carriers.calls.map(({headers}) => headers['webhook-id'])).size, 41);
    assert.equal(carriers.calls.length, 41);
  });

  it('sends a webhook again when asked, with its id and body', async () => {
    const {clock, carriers, db, run, row} = await start();
    const replay = async (endpointId: string) =>
      replayWebhook(db, {endpointId, outboxId: (await row()).id, now: clock.now()});
    assert.equal(await replay('till'), false, 'it still waits');
    await run();
    assert.equal(await replay('other'), false);
    assert.equal(await replay('till'), true);
    await run();
    const [first, second] = carriers.calls;
    assert.equal(second!.body, first!.body);
    assert.equal(second!.headers['webhook-id'], first!.headers['webhook-id']);
    assert.equal((await row()).attempts, 1);
  });

  it('tries mails again that may still pass, and gives up those that never will', async () => {
    const {clock, carriers, db, outbox, orderId, run} = await start();
    await run();
    await outbox.enqueue(db, {kind: 'mail', template: 'order-ready', orderId});
    carriers.mailErrors.push(new MailError('busy', false), new MailError('no such address', true));
    assert.equal((await run()).retried, 1);
    clock.pass(1);
    assert.equal((await run()).failed, 1);
    clock.pass(24 * HOUR);
    assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
    const mail = db.selectFrom('outbox').selectAll().where('kind', '=', 'mail');
    const {status, last_error} = await mail.executeTakeFirstOrThrow();
    assert.deepEqual([status, last_error], ['failed', 'no such address']);
  });

  it('gives up an address that would smuggle in another', async () => {
    const {carriers, db, outbox, orderId, run} = await start();
    await run();
    const to = 'a@b.example,c@d.example';
    await outbox.enqueue(db, {kind: 'mail', template: 'order-ready', orderId, to});
    assert.equal((await run()).failed, 1);
    assert.deepEqual(carriers.mails, []);
  });

  it('lets an endpoint that is removed meanwhile keep nothing else from leaving', async () => {
    const {context, carriers, db, outbox, orderId} = await start();
    await outbox.enqueue(db, {kind: 'mail', template: 'order-ready', orderId});
    const removing = {
      ...carriers,
      async post() {
        await db.deleteFrom('webhook_endpoints').execute();
        return {status: 200};
      },
    };
    assert.deepEqual(await runOutboxOnce(context, removing), {sent: 1, retried: 0, failed: 0});
    assert.equal(carriers.mails.length, 1);
    assert.deepEqual(await db.selectFrom('webhook_attempts').selectAll().execute(), []);
  });

  it('counts what happened', async () => {
    const {context, carriers, run} = await start();
    carriers.answers.push({status: 500});
    await run();
    assert.match(
      await context.metrics.registry.metrics(),
      /hub_deliveries_total\{kind="webhook",result="retried"\} 1/,
    );
  });
});
