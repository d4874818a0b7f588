import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {callKey} from '../../src/payments/call-key.js';
import {mollieProvider} from '../../src/payments/mollie.js';
import type {PayableOrder} from '../../src/payments/payment-provider.js';
import {isStripeSignature} from '../../src/payments/stripe-signature.js';
import {stripeProvider} from '../../src/payments/stripe.js';
import {NOW, testClock} from '../support/fixtures.js';
import {fakeMollie, MOLLIE_KEY} from './fakes/fake-mollie.js';
import {fakeStripe, STRIPE_KEY, STRIPE_SECRET, stripeEvent} from './fakes/fake-stripe.js';

const ORDER: PayableOrder = {
  id: '019aaf3c-0000-7000-8000-000000000001',
  description: 'Le Fournil, commande K7PM',
  amount: 1205,
  language: 'fr',
};
const URLS = {
  return: 'https://hub.example/o/t',
  webhook: 'https://hub.example/api/payments/x/webhook',
};
const unknown = {name: 'PaymentError', code: 'unknown'};
const refused = {name: 'PaymentError', code: 'refused'};

const mollie = await fakeMollie();
const stripe = await fakeStripe();
after(() => Promise.all([mollie.close(), stripe.close()]));
const mollieShop = mollieProvider({apiKey: MOLLIE_KEY, baseUrl: mollie.baseUrl});
const stripeOptions = {
  secretKey: STRIPE_KEY,
  webhookSecret: STRIPE_SECRET,
  baseUrl: stripe.baseUrl,
};
const stripeShop = stripeProvider(stripeOptions, testClock());

describe('Mollie', () => {
  it('begins a payment with what its API asks for, and gives the page to pay on', async () => {
    const started = await mollieShop.createPayment(ORDER, URLS, callKey('a'));
    assert.match(started.reference, /^tr_/);
    assert.equal(started.url, `https://www.mollie.com/checkout/${started.reference}`);
    const {body, headers} = mollie.requests.at(-1)!;
    assert.deepEqual(JSON.parse(body), {
      amount: {currency: 'EUR', value: '12.05'},
      description: 'Le Fournil, commande K7PM',
      redirectUrl: URLS.return,
      webhookUrl: URLS.webhook,
      locale: 'fr_FR',
      metadata: {order: ORDER.id},
    });
    assert.equal(headers['idempotency-key'], callKey('a'));
  });

  it('begins the same payment for the same key', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => mollieShop.createPayment(ORDER, URLS, callKey('b'))),
    );
    assert.deepEqual(twice[0], twice[1]);
  });

  it('reads each status of its API', async () => {
    const {reference} = await mollieShop.createPayment(ORDER, URLS, callKey('c'));
    const read = async (status: string) => {
      mollie.payments.get(reference)!.status = status;
      return (await mollieShop.readPayment(reference)).status;
    };
    const statuses = ['open', 'pending', 'authorized', 'paid', 'canceled', 'expired', 'failed'];
    const read7 = [];
    for (const status of statuses) read7.push(await read(status));
    assert.deepEqual(read7, [
      'pending',
      'pending',
      'pending',
      'paid',
      'failed',
      'failed',
      'failed',
    ]);
    await assert.rejects(read('new-one'), {code: 'broken'});
  });

  it('refunds the whole, and tells it then', async () => {
    const {reference} = await mollieShop.createPayment(ORDER, URLS, callKey('d'));
    await assert.rejects(mollieShop.refund(reference, 1205, callKey('e')), refused);
    mollie.payments.get(reference)!.status = 'paid';
    await mollieShop.refund(reference, 1205, callKey('f'));
    await mollieShop.refund(reference, 1205, callKey('f'));
    const state = await mollieShop.readPayment(reference);
    assert.deepEqual(state, {status: 'refunded', amount: 1205, currency: 'EUR'});
    await assert.rejects(mollieShop.refund(reference, 1205, callKey('g')), refused);
  });

  it('takes no more than an id from a webhook', () => {
    const read = (body: string) => mollieShop.verifyWebhook({headers: {}, body});
    assert.equal(read('id=tr_7UhSN1zuXS'), 'tr_7UhSN1zuXS');
    for (const body of ['', 'id=', 'id=ord_1', 'id=tr_1/../x', 'id=tr_%2e%2e', '{"id":"tr_1"}']) {
      assert.equal(read(body), undefined, body);
    }
  });

  it('tells a wrong key, an unknown payment and an absent server apart', async () => {
    const other = mollieProvider({apiKey: 'test_other', baseUrl: mollie.baseUrl});
    await assert.rejects(other.createPayment(ORDER, URLS, callKey('h')), refused);
    await assert.rejects(mollieShop.readPayment('tr_none'), unknown);
    await assert.rejects(mollieShop.readPayment('../refunds'), unknown);
    const nobody = mollieProvider({apiKey: MOLLIE_KEY, baseUrl: 'http://127.0.0.1:1'});
    await assert.rejects(nobody.readPayment('tr_1'), {code: 'unreachable'});
    for (const status of [429, 500, 503]) {
      mollie.fail.push({status, json: {}});
      await assert.rejects(mollieShop.readPayment('tr_fake1'), {code: 'unreachable'});
    }
    mollie.fail.push({status: 200, json: '<html>'}, {status: 200, json: {status: 'paid'}});
    await assert.rejects(mollieShop.readPayment('tr_fake1'), {code: 'broken'});
    await assert.rejects(mollieShop.readPayment('tr_fake1'), {code: 'broken'});
  });

  it('is refused addresses that are none of the web', async () => {
    mollie.fail.push({
      status: 201,
      json: {id: 'tr_1', _links: {checkout: {href: 'javascript:alert(1)'}}},
    });
    await assert.rejects(mollieShop.createPayment(ORDER, URLS, callKey('i')), {code: 'broken'});
  });
});

describe('Stripe Checkout', () => {
  it('begins a session with what its API asks for, and gives the page to pay on', async () => {
    const started = await stripeShop.createPayment(ORDER, URLS, callKey('a'));
    assert.match(started.reference, /^cs_test_/);
    assert.equal(started.url, `https://checkout.stripe.com/c/pay/${started.reference}`);
    const {form} = stripe.sessions.get(started.reference)!;
    assert.equal(form.get('line_items[0][price_data][unit_amount]'), '1205');
    assert.equal(form.get('client_reference_id'), ORDER.id);
    assert.equal(stripe.requests.at(-1)!.headers['idempotency-key'], callKey('a'));
    assert.match(String(stripe.requests.at(-1)!.headers['stripe-version']), /^\d{4}-\d\d-\d\d$/);
  });

  it('reads each status of its API', async () => {
    const {reference} = await stripeShop.createPayment(ORDER, URLS, callKey('b'));
    const session = stripe.sessions.get(reference)!;
    const read = async (change: object) => {
      Object.assign(session, change);
      return (await stripeShop.readPayment(reference)).status;
    };
    assert.equal(await read({}), 'pending');
    const intent = (status: string) => ({id: 'pi_1', status, refunded: false});
    assert.equal(await read({status: 'complete', intent: intent('processing')}), 'pending');
    assert.equal(await read({intent: intent('requires_payment_method')}), 'failed');
    assert.equal(await read({payment_status: 'paid', intent: intent('succeeded')}), 'paid');
    assert.equal(
      await read({payment_status: 'unpaid', status: 'expired', intent: undefined}),
      'failed',
    );
    assert.equal(await read({payment_status: 'no_payment_required'}), 'paid');
    await assert.rejects(read({payment_status: 'new-one'}), {code: 'broken'});
  });

  it('refunds the payment of a session, once for one key', async () => {
    const {reference} = await stripeShop.createPayment(ORDER, URLS, callKey('c'));
    await assert.rejects(stripeShop.refund(reference, 1205, callKey('d')), {code: 'broken'});
    stripe.pay(reference);
    await stripeShop.refund(reference, 1205, callKey('e'));
    await stripeShop.refund(reference, 1205, callKey('e'));
    assert.deepEqual(await stripeShop.readPayment(reference), {
      status: 'refunded',
      amount: 1205,
      currency: 'EUR',
    });
    await assert.rejects(stripeShop.refund(reference, 1205, callKey('f')), refused);
  });

  it('tells what its API refuses', async () => {
    await assert.rejects(
      stripeShop.createPayment({...ORDER, amount: 49}, URLS, callKey('g')),
      refused,
    );
    await assert.rejects(stripeShop.readPayment('cs_none'), unknown);
    await assert.rejects(stripeShop.readPayment('../refunds'), unknown);
  });

  it('believes webhooks that it signed, and none besides', () => {
    const event = {type: 'checkout.session.completed', id: 'cs_test_1', at: NOW};
    const good = stripeEvent(event);
    assert.equal(stripeShop.verifyWebhook(good), 'cs_test_1');
    const bad = [
      {...good, body: good.body.replace('cs_test_1', 'cs_test_2')},
      {...good, body: JSON.stringify(JSON.parse(good.body))},
      {...good, headers: {}},
      stripeEvent({...event, secret: 'whsec_other'}),
      stripeEvent({...event, at: new Date(NOW.getTime() - 301_000)}),
      stripeEvent({...event, at: new Date(NOW.getTime() + 301_000)}),
    ];
    for (const webhook of bad) assert.throws(() => stripeShop.verifyWebhook(webhook), refused);
    assert.equal(
      stripeShop.verifyWebhook(stripeEvent({...event, type: 'charge.refunded'})),
      undefined,
    );
  });

  it('signs with every secret while one is rolled; one that is right is enough', () => {
    const {body, headers} = stripeEvent({type: 'x', id: 'y', at: NOW});
    const question = {body, secret: STRIPE_SECRET, now: NOW};
    const header = headers['stripe-signature'];
    const [time, right] = header.split(',');
    assert.ok(isStripeSignature(`${time},v1=${'0'.repeat(64)},${right}`, question));
    for (const none of [
      '',
      'v1=',
      `${time}`,
      `${right}`,
      `${time},v0=${right!.slice(3)}`,
      't=,v1=',
    ]) {
      assert.equal(isStripeSignature(none, question), false, none);
    }
  });
});
