import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Webhook} from 'standardwebhooks';
import {claimDue} from '../../src/outbox/claim.js';
import {deliverWebhook} from '../../src/outbox/deliver-webhook.js';
import {errorFacts} from '../../src/outbox/error-facts.js';
import type {WebhookPayload} from '../../src/outbox/payload.js';
import {ForbiddenAddressError} from '../../src/webhooks/guarded-lookup.js';
import type {WebhookAnswer} from '../../src/webhooks/post-webhook.js';
import {RETRY_DELAYS} from '../../src/webhooks/retry-schedule.js';
import {outboxHub} from './support/outbox-hub.js';
import {addEndpoint, OLD_SECRET, SECRET} from './support/people.js';

const HOUR = 3_600_000;

/** A hub with an endpoint and a webhook that was taken out of the outbox. */
async function start({previous = null as string | null, isEnabled = true} = {}) {
  const all = await outboxHub({chance: {bytes: count => new Uint8Array(count)}});
  const {context, db, outbox, carriers} = all;
  const orderId = await all.order();
  await addEndpoint(db, {previous});
  await outbox.enqueue(db, {kind: 'webhook', event: 'order.ready', orderId});
  const [row] = await claimDue(context, 'webhook', 1);
  if (!isEnabled) await db.updateTable('webhook_endpoints').set({is_enabled: 0}).execute();
  const deliver = async (answer?: WebhookAnswer | Error, attempts = 1) => {
    if (answer) carriers.answers.push(answer);
    await db.updateTable('outbox').set({attempts}).where('id', '=', row!.id).execute();
    return deliverWebhook(context, carriers, {...row!, attempts});
  };
  const attempts = () => db.selectFrom('webhook_attempts').selectAll().orderBy('id').execute();
  /** How the webhook stands, and the mails about it. */
  const left = async () => {
    const rows = await all.rows();
    const {status, due_at, last_error} = rows.find(({kind}) => kind === 'webhook')!;
    const mails = rows.filter(({kind}) => kind === 'mail');
    return {webhook: {status, due_at, last_error}, mails};
  };
  const isOn = async () => {
    const endpoint = await db.selectFrom('webhook_endpoints').selectAll().executeTakeFirstOrThrow();
    return endpoint.is_enabled === 1;
  };
  const now = all.clock.now().getTime();
  return {...all, row: row!, deliver, attempts, left, isOn, now};
}

describe('an attempt to deliver a webhook', () => {
  it('sends the body as it was written, signed at this moment', async () => {
    const {deliver, carriers, row, clock} = await start({previous: OLD_SECRET});
    clock.pass(5);
    assert.equal(await deliver({status: 200}), 'sent');
    const [call] = carriers.calls;
    const {body} = JSON.parse(row.payload) as WebhookPayload;
    assert.deepEqual([call!.url, call!.body], ['https://till.example/h', body]);
    const at = clock.now();
    assert.deepEqual(call!.headers, {
      'webhook-id': row.id,
      'webhook-timestamp': String(at.getTime() / 1000),
      'webhook-signature': [SECRET, OLD_SECRET]
        .map(secret => new Webhook(secret).sign(row.id, at, body))
        .join(' '),
    });
  });

  it('succeeds with any status from 200 to 299, and with no other', async () => {
    for (const [status, result] of [
      [199, 'retried'],
      [200, 'sent'],
      [299, 'sent'],
      [300, 'retried'],
    ] as const) {
      const {deliver} = await start();
      assert.equal(await deliver({status}), result, `${status}`);
    }
  });

  it('is written down for the shop, with how long it took', async () => {
    const {deliver, attempts, clock, carriers, row, now, left, lines} = await start();
    carriers.post = () => {
      clock.set(new Date(now + 1234));
      return Promise.resolve({status: 201});
    };
    await deliver();
    const [attempt] = await attempts();
    assert.deepEqual(attempt, {
      ...{id: attempt!.id, outbox_id: row.id, endpoint_id: 'till', at: now},
      ...{status: 201, error: null, duration_ms: 1234},
    });
    const webhook = {status: 'sent', due_at: null, last_error: null};
    assert.deepEqual([await left(), lines], [{webhook, mails: []}, []]);
  });

  it('takes no time where the clock was set back meanwhile', async () => {
    const {deliver, attempts, clock, carriers, now} = await start();
    carriers.post = () => {
      clock.set(new Date(now - 1));
      return Promise.resolve({status: 200});
    };
    await deliver();
    assert.equal((await attempts())[0]?.duration_ms, 0);
  });

  it('is made again on the schedule, or later when the receiver asks for it', async () => {
    for (const [answer, delay] of [
      [{status: 503}, RETRY_DELAYS[1]],
      [{status: 503, retryAfter: '1'}, RETRY_DELAYS[1]],
      [{status: 429, retryAfter: '3600'}, HOUR],
      [{status: 429, retryAfter: '999999'}, 24 * HOUR],
    ] as const) {
      const {deliver, left, now, attempts} = await start();
      assert.equal(await deliver(answer), 'retried');
      const error = `HTTP ${answer.status}`;
      const webhook = {status: 'waiting', due_at: now + delay, last_error: error};
      assert.deepEqual(await left(), {webhook, mails: []});
      const [attempt] = await attempts();
      assert.deepEqual([attempt!.status, attempt!.error], [answer.status, error]);
    }
  });

  it('says why there was no answer, in words of its own; the log knows more', async () => {
    const error = (changes: object) => Object.assign(new Error('secret'), changes);
    for (const [thrown, told] of [
      [new ForbiddenAddressError('10.0.0.1'), 'The address is not public.'],
      [new RangeError('secret'), 'The secret of the endpoint cannot be used.'],
      [new SyntaxError('secret'), 'The message cannot be read.'],
      [error({name: 'TimeoutError'}), 'No answer in time.'],
      [error({name: 'AbortError'}), 'No answer in time.'],
      [error({code: 'ECONNREFUSED'}), 'No connection (ECONNREFUSED).'],
      [error({}), 'No connection.'],
    ] as const) {
      const {deliver, attempts, left, lines, row, now} = await start();
      assert.equal(await deliver(thrown), 'retried');
      const [attempt] = await attempts();
      assert.deepEqual([attempt!.status, attempt!.error], [null, told]);
      const webhook = {status: 'waiting', due_at: now + RETRY_DELAYS[1], last_error: told};
      assert.deepEqual(await left(), {webhook, mails: []});
      const facts = {outbox: row.id, error: errorFacts(thrown)};
      assert.deepEqual(lines, [['warn', facts, 'A webhook got no answer.']]);
    }
  });

  it('tells the shop that the tenth failed, once a day and endpoint', async () => {
    const {deliver, left, db, row, clock, isOn} = await start();
    assert.equal(await deliver({status: 500}, 9), 'retried');
    assert.deepEqual((await left()).mails, []);
    assert.equal(await deliver({status: 500}, 10), 'failed');
    const {webhook, mails} = await left();
    assert.deepEqual(webhook, {status: 'failed', due_at: null, last_error: 'HTTP 500'});
    const data = {endpointId: 'till', event: 'order.ready', error: 'HTTP 500'};
    assert.deepEqual(
      mails.map(({id, shop_id, payload}) => [id, shop_id, JSON.parse(payload) as unknown]),
      [
        [
          'fournil.webhook-failed.till.2026-11-23',
          'fournil',
          {template: 'webhook-failed', toShop: true, data},
        ],
      ],
    );
    assert.equal(await isOn(), true);
    const again = async (at: Date) => {
      clock.set(at);
      await db.updateTable('outbox').set({status: 'waiting'}).where('id', '=', row.id).execute();
      await deliver({status: 500}, 10);
      return (await left()).mails.map(({id}) => id.slice(-10));
    };
    assert.deepEqual(await again(new Date('2026-11-23T23:59:59.999Z')), ['2026-11-23']);
    const next = ['2026-11-23', '2026-11-24'];
    assert.deepEqual(await again(new Date('2026-11-24T00:00:00.000Z')), next);
  });

  it('was the last when the receiver is gone, and the endpoint is switched off', async () => {
    const {deliver, left, isOn} = await start();
    assert.equal(await deliver({status: 410, retryAfter: '60'}), 'failed');
    assert.equal(await isOn(), false);
    const {webhook, mails} = await left();
    assert.deepEqual(webhook, {status: 'failed', due_at: null, last_error: 'HTTP 410'});
    assert.equal(mails.length, 1);
  });

  it('tells nobody when another attempt has begun meanwhile', async () => {
    const {deliver, left, isOn, db, carriers, attempts} = await start();
    carriers.post = async () => {
      await db.updateTable('outbox').set({attempts: 2}).execute();
      return {status: 410};
    };
    assert.equal(await deliver(), 'failed');
    const {webhook, mails} = await left();
    assert.deepEqual([webhook.status, mails, await isOn()], ['waiting', [], true]);
    assert.equal((await attempts()).length, 1, 'it was made all the same');
  });

  it('is none to an endpoint that is switched off', async () => {
    const {deliver, left, attempts, carriers} = await start({isEnabled: false});
    assert.equal(await deliver(), 'failed');
    const error = 'The endpoint is switched off.';
    const webhook = {status: 'failed', due_at: null, last_error: error};
    assert.deepEqual(await left(), {webhook, mails: []});
    assert.deepEqual([await attempts(), carriers.calls], [[], []]);
  });
});
