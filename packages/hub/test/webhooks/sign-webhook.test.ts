import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Webhook} from 'standardwebhooks';
import {signWebhook} from '../../src/webhooks/sign-webhook.js';
import {createWebhookSecret, webhookKey} from '../../src/webhooks/webhook-secret.js';
import {testChance} from '../support/fixtures.js';

const chance = testChance(1);

describe('webhook secrets', () => {
  it('have 32 bytes of chance', () => {
    const secret = createWebhookSecret(chance);
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    assert.equal(webhookKey(secret).length, 32);
    assert.notEqual(createWebhookSecret(chance), secret);
  });

  it('are refused when they are too short, too long, of another kind or not base64', () => {
    const secretOf = (bytes: number) => 'whsec_' + Buffer.alloc(bytes, 7).toString('base64');
    for (const bytes of [24, 64]) assert.equal(webhookKey(secretOf(bytes)).length, bytes);
    for (const bytes of [0, 23, 65]) assert.throws(() => webhookKey(secretOf(bytes)), RangeError);
    const good = secretOf(32);
    for (const bad of ['', 'whsec_', good.slice(6), good.replace('whsec_', 'whpk_'), `${good}!`]) {
      assert.throws(() => webhookKey(bad), RangeError);
    }
  });
});

describe('signed webhooks', () => {
  // the library reads the machine's clock
  const at = new Date();
  const body = JSON.stringify({type: 'order.received', name: 'Crème brûlée'});

  it('are verified by the standardwebhooks package', () => {
    fc.assert(
      fc.property(fc.uint8Array({minLength: 24, maxLength: 64}), fc.json(), (key, text) => {
        const secret = 'whsec_' + Buffer.from(key).toString('base64');
        const headers = signWebhook({id: 'msg_1', at, body: text, secrets: [secret]});
        assert.deepEqual(new Webhook(secret).verify(text, headers), JSON.parse(text));
      }),
      {seed: 4, numRuns: 50},
    );
  });

  it('are verified with the new and with the old secret while it is exchanged, with no other', () => {
    const [current, previous, other] = [1, 2, 3].map(() => createWebhookSecret(chance));
    const headers = signWebhook({id: 'a', at, body, secrets: [current!, previous!]});
    assert.equal(headers['webhook-signature'].split(' ').length, 2);
    for (const secret of [current!, previous!]) new Webhook(secret).verify(body, headers);
    assert.throws(() => new Webhook(other!).verify(body, headers));
  });

  it('are no longer right when a byte of body, id or time is another', () => {
    const secret = createWebhookSecret(chance);
    const headers = signWebhook({id: 'a', at, body, secrets: [secret]});
    const verify = (text: string, extra: object) =>
      new Webhook(secret).verify(text, {...headers, ...extra});
    assert.throws(() => verify(body.replace('C', 'c'), {}));
    assert.throws(() => verify(body, {'webhook-id': 'b'}));
    const later = String(Number(headers['webhook-timestamp']) + 1);
    assert.throws(() => verify(body, {'webhook-timestamp': later}));
  });

  it('give the example of the specification', () => {
    const headers = signWebhook({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    });
    assert.deepEqual(headers, {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
});
