import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {OutboxRow} from '../../src/outbox/claim.js';
import type {errorFacts} from '../../src/outbox/error-facts.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import {MailError} from '../../src/mail/mailer.js';
import {outboxHub} from './support/outbox-hub.js';
import {addEndpoint} from './support/people.js';
import {mailRow} from './support/rows.js';

/** A hub with so many mails in its outbox. */
async function start(count: number) {
  const all = await outboxHub();
  const {context, carriers, db} = all;
  const write = (row: Partial<OutboxRow>) => db.insertInto('outbox').values(mailRow(row)).execute();
  for (let at = 1; at <= count; at++) await write({id: idOf(at)});
  const run = (isStopping?: () => boolean) => runOutboxOnce(context, carriers, isStopping);
  const statuses = async () => (await all.rows()).map(({status}) => status);
  return {...all, write, run, statuses};
}

const idOf = (at: number) => `mail-${String(at).padStart(2, '0')}`;

/** Lets what is under way go on until it has come so far. */
async function until(isThere: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isThere())) await new Promise(setImmediate);
}

describe('a round of the outbox', () => {
  it('sends ten at once, and goes on until nothing is due', async () => {
    const {run, carriers} = await start(21);
    let under = 0;
    let most = 0;
    carriers.mailer.send = async mail => {
      carriers.mails.push(mail);
      most = Math.max(most, ++under);
      await until(() => carriers.mails.length % 10 === 0 || carriers.mails.length === 21);
      under--;
    };
    assert.deepEqual(await run(), {sent: 21, retried: 0, failed: 0});
    assert.equal(most, 10);
    assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
  });

  it('counts how each ended, by kind', async () => {
    const {run, carriers, context} = await start(4);
    const busy = new MailError('Busy.', false);
    carriers.mailErrors.push(busy, new MailError('No such address.', true), busy);
    assert.deepEqual(await run(), {sent: 1, retried: 2, failed: 1});
    const {values} = await context.metrics.deliveries.get();
    assert.deepEqual(values.map(({labels, value}) => [labels.kind, labels.result, value]).sort(), [
      ['mail', 'failed', 1],
      ['mail', 'retried', 2],
      ['mail', 'sent', 1],
    ]);
  });

  it('holds webhooks up by no mail, and tells browsers too', async () => {
    const {run, carriers, db, order, outbox, write} = await start(0);
    const orderId = await order();
    await addEndpoint(db);
    await write({});
    await write({id: 'push', kind: 'push', payload: '{"subscription":"gone","seq":1}'});
    await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId});
    let letGo = () => {};
    carriers.mailer.send = () => new Promise(resolve => (letGo = resolve));
    const round = run();
    await until(async () => {
      const {sent} = await db
        .selectFrom('outbox')
        .select(eb => eb.fn.countAll<number>().as('sent'))
        .where('status', '=', 'sent')
        .executeTakeFirstOrThrow();
      return sent === 2;
    });
    assert.equal(carriers.calls.length, 1);
    letGo();
    assert.deepEqual(await round, {sent: 3, retried: 0, failed: 0});
  });

  it('begins nothing once the hub stops, and ends what it began', async () => {
    const {run, carriers, statuses} = await start(11);
    assert.deepEqual(await run(() => true), {sent: 0, retried: 0, failed: 0});
    assert.deepEqual(await statuses(), Array(11).fill('waiting'));
    const round = await run(() => carriers.mails.length > 0);
    assert.deepEqual(round, {sent: 10, retried: 0, failed: 0});
    assert.deepEqual(await statuses(), [...Array(10).fill('sent'), 'waiting']);
  });

  it('keeps a message whose end could not be written down, and says so', async () => {
    const {run, context, carriers, lines, rows, write} = await start(0);
    const payload = 'no JSON';
    await write({payload});
    assert.deepEqual(await run(), {sent: 0, retried: 1, failed: 0}, 'it cannot be read');
    assert.deepEqual(
      lines.map(([, , sentence]) => sentence),
      ['A mail could not be written.'],
    );
    lines.length = 0;
    await write({id: 'push', kind: 'push', payload});
    const [, before] = await rows();
    assert.deepEqual(await run(), {sent: 0, retried: 0, failed: 0});
    const [, after] = await rows();
    assert.deepEqual([after?.status, after?.last_error], ['waiting', null]);
    assert.ok(after!.due_at! > before!.due_at!);
    const [[level, facts, sentence] = []] = lines;
    assert.deepEqual(
      [level, (facts as {outbox: string}).outbox, sentence],
      ['error', 'push', 'How a delivery ended could not be written down.'],
    );
    const {name} = (facts as {error: ReturnType<typeof errorFacts>}).error;
    assert.equal(name, 'SyntaxError');
    const {values} = await context.metrics.deliveries.get();
    assert.deepEqual(values.length, 1, 'it is not counted');
    assert.equal(carriers.mails.length, 0);
  });
});
