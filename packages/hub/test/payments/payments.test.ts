import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {changeOrder} from '../../src/orders/change-order.js';
import {checkPendingPayments, refundPayments} from '../../src/payments/watch-payments.js';
import {startPayment} from '../../src/payments/start-payment.js';
import type {PaymentsOptions} from '../../src/payments/payment-provider.js';
import {addEndpoint} from '../outbox/support/people.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, testClock} from '../support/fixtures.js';
import {paymentHub} from './payment-hub.js';
import {fakeMollie, MOLLIE_KEY} from './fakes/fake-mollie.js';
import {fakeStripe, STRIPE_KEY, STRIPE_SECRET, stripeEvent} from './fakes/fake-stripe.js';

const mollie = await fakeMollie();
const stripe = await fakeStripe();
after(() => Promise.all([mollie.close(), stripe.close()]));
const WITH_MOLLIE: PaymentsOptions = {
  fournil: {provider: 'mollie', apiKey: MOLLIE_KEY, baseUrl: mollie.baseUrl},
};
const WITH_STRIPE: PaymentsOptions = {
  fournil: {
    provider: 'stripe',
    secretKey: STRIPE_KEY,
    webhookSecret: STRIPE_SECRET,
    baseUrl: stripe.baseUrl,
  },
};

forEachDatabase((_name, open) => {
  /** A hub with an order that is to be paid online. */
  const start = async (payments: PaymentsOptions = WITH_MOLLIE) => {
    mollie.reset();
    stripe.reset();
    const clock = testClock();
    const hub = await paymentHub(await open(), {clock, payments});
    const {context} = hub;
    const {db} = context;
    await addEndpoint(db);
    const {orderId, token} = await hub.placeOrder();
    const begin = () =>
      startPayment(context, {orderId, returnUrl: `https://hub.example/o/${token}`});
    const order = () =>
      db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    const payment = () => db.selectFrom('payments').selectAll().executeTakeFirstOrThrow();
    const tell = (body: string, headers = {}, provider = 'mollie') =>
      hub.ask({
        method: 'POST',
        url: `/api/payments/${provider}/webhook`,
        payload: body,
        headers: {'content-type': 'application/x-www-form-urlencoded', ...headers},
      });
    const told = async (event: string) =>
      (
        await db.selectFrom('outbox').select('payload').where('kind', '=', 'webhook').execute()
      ).filter(({payload}) => JSON.parse(payload).event === event).length;
    const pay = async () => {
      const {reference} = await payment();
      mollie.payments.get(reference)!.status = 'paid';
      return reference;
    };
    return {clock, hub, context, db, orderId, token, begin, order, payment, tell, told, pay};
  };

  it('begins one payment, however often and at once it is asked for', async () => {
    const {begin, db, order} = await start();
    const [one, other] = await Promise.all([begin(), begin()]);
    assert.deepEqual(one, other);
    assert.deepEqual(await begin(), one);
    assert.equal((await db.selectFrom('payments').selectAll().execute()).length, 1);
    assert.deepEqual(
      [(await order()).payment_url, (await order()).payment_status],
      [one.url, 'pending'],
    );
  });

  it('writes a payment down when the provider says so, once however often it is told', async () => {
    const {begin, order, payment, tell, told, pay, db, orderId} = await start();
    await begin();
    const reference = await pay();
    assert.equal((await order()).payment_status, 'pending');
    const answers = await Promise.all([1, 2, 3].map(() => tell(`id=${reference}`)));
    assert.deepEqual(
      answers.map(({status}) => status),
      [200, 200, 200],
    );
    assert.deepEqual([(await order()).payment_status, (await order()).payment_url], ['paid', null]);
    assert.equal((await payment()).status, 'paid');
    assert.equal(await told('order.paid'), 1);
    const events = db.selectFrom('order_events').select('kind').where('order_id', '=', orderId);
    assert.equal((await events.execute()).filter(({kind}) => kind === 'payment').length, 1);
  });

  it('does not believe a webhook: it asks', async () => {
    const {begin, order, payment, tell} = await start();
    await begin();
    await tell(`id=${(await payment()).reference}`);
    assert.equal((await order()).payment_status, 'pending');
  });

  it('answers for payments that it does not know, as for those that it knows', async () => {
    const {tell} = await start();
    assert.equal((await tell('id=tr_unknown')).status, 200);
    assert.equal((await tell('nonsense')).status, 200);
    assert.equal((await tell('id=tr_1', {}, 'paypal')).status, 404);
  });

  it('asks the provider to tell again when it cannot be asked', async () => {
    const {begin, order, tell, pay} = await start();
    await begin();
    const reference = await pay();
    mollie.fail.push({status: 503, json: {}});
    const {status, headers} = await tell(`id=${reference}`);
    assert.deepEqual([status, headers['retry-after']], [503, '60']);
    assert.equal((await order()).payment_status, 'pending');
  });

  it('refuses another amount than the order’s', async () => {
    const {begin, order, tell, pay} = await start();
    await begin();
    const reference = await pay();
    mollie.payments.get(reference)!.amount.value = '0.01';
    assert.equal((await tell(`id=${reference}`)).status, 503);
    assert.equal((await order()).payment_status, 'pending');
  });

  it('lets the customer try again after a payment failed', async () => {
    const {begin, order, payment, tell} = await start();
    const first = await begin();
    const {reference} = await payment();
    mollie.payments.get(reference)!.status = 'expired';
    await tell(`id=${reference}`);
    assert.deepEqual(
      [(await order()).payment_status, (await order()).payment_url],
      ['failed', null],
    );
    const second = await begin();
    assert.notEqual(second.url, first.url);
    assert.equal((await order()).payment_status, 'pending');
  });

  it('leads the customer from the order to the provider’s page, and back when it is paid', async () => {
    const {hub, token, pay, tell, begin} = await start();
    const url = `/o/${token}/pay`;
    const {status, headers} = await hub.ask({method: 'GET', url});
    assert.equal(status, 303);
    assert.deepEqual(headers['location'], (await begin()).url);
    await tell(`id=${await pay()}`);
    const paid = await hub.ask({method: 'GET', url});
    assert.equal(paid.headers['location'], `https://hub.example/o/${token}`);
    assert.equal((await hub.ask({method: 'GET', url: '/o/none/pay'})).status, 404);
  });

  it('asks by itself when no webhook comes', async () => {
    const {clock, context, begin, order, pay} = await start();
    await begin();
    await pay();
    assert.equal(await checkPendingPayments(context), 0);
    clock.pass(10);
    assert.equal(await checkPendingPayments(context), 1);
    assert.equal((await order()).payment_status, 'paid');
    clock.pass(10);
    assert.equal(await checkPendingPayments(context), 0);
  });

  it('gives back what was paid for an order that was cancelled, once', async () => {
    const {clock, context, orderId, begin, order, tell, told, pay} = await start();
    await begin();
    const reference = await pay();
    await tell(`id=${reference}`);
    assert.equal(await refundPayments(context), 0);
    await changeOrder(context, {order: orderId, to: 'refused', by: 'shop'});
    mollie.fail.push({status: 500, json: {}}, {status: 500, json: {}});
    assert.equal(await refundPayments(context), 0);
    assert.equal(await refundPayments(context), 0, 'not at once again');
    clock.pass(11);
    const rounds = await Promise.all([refundPayments(context), refundPayments(context)]);
    assert.deepEqual(rounds.sort(), [0, 1]);
    assert.equal(mollie.payments.get(reference)!.amountRefunded!.value, '3.20');
    assert.equal((await order()).payment_status, 'refunded');
    assert.equal(await told('order.refunded'), 1);
  });

  it('gives back what comes in after the order has expired', async () => {
    const {clock, context, orderId, begin, order, tell, pay} = await start();
    await begin();
    const reference = await pay();
    clock.pass(31);
    await changeOrder(context, {order: orderId, to: 'expired', by: 'hub'});
    await tell(`id=${reference}`);
    assert.equal(await refundPayments(context), 1);
    assert.equal((await order()).payment_status, 'refunded');
  });

  it('writes down what the merchant refunded by hand', async () => {
    const {context, orderId, begin, order, tell, pay} = await start();
    await begin();
    const reference = await pay();
    await tell(`id=${reference}`);
    const {amount} = mollie.payments.get(reference)!;
    mollie.payments.get(reference)!.amountRefunded = amount;
    await changeOrder(context, {order: orderId, to: 'refused', by: 'shop'});
    assert.equal(await refundPayments(context), 1);
    assert.equal((await order()).payment_status, 'refunded');
  });

  it('leaves the order as it is when no payment can be begun', async () => {
    const unavailable = {name: 'HubProblem', code: 'payment-unavailable'};
    const {context, orderId, begin, order} = await start();
    const withoutAccount = {...context, config: {...context.config, payments: {}}};
    const question = {orderId, returnUrl: 'https://hub.example/o/t'};
    await assert.rejects(startPayment(withoutAccount, question), unavailable);
    mollie.fail.push({status: 500, json: {}});
    await assert.rejects(begin(), unavailable);
    assert.equal((await order()).payment_status, 'pending');
    assert.match((await begin()).url, /^https:\/\/www\.mollie\.com\//);
  });

  it('takes webhooks of Stripe with the right signature, body untouched', async () => {
    const {begin, order, payment, tell, told} = await start(WITH_STRIPE);
    const {url} = await begin();
    assert.match(url, /^https:\/\/checkout\.stripe\.com\//);
    const {reference} = await payment();
    stripe.pay(reference);
    const {body, headers} = stripeEvent({
      type: 'checkout.session.completed',
      id: reference,
      at: NOW,
    });
    const send = (signature: string) =>
      tell(body, {'content-type': 'application/json', 'stripe-signature': signature}, 'stripe');
    assert.equal((await send('t=1,v1=00')).status, 400);
    assert.equal((await order()).payment_status, 'pending');
    assert.equal((await send(headers['stripe-signature'])).status, 200);
    assert.equal((await send(headers['stripe-signature'])).status, 200);
    assert.equal((await order()).payment_status, 'paid');
    assert.equal(await told('order.paid'), 1);
  });

  it('lets one shop’s account say nothing about another’s payments', async () => {
    const two: PaymentsOptions = {
      ...WITH_STRIPE,
      mairie: {
        provider: 'stripe',
        secretKey: 'sk_other',
        webhookSecret: 'whsec_mairie',
        baseUrl: stripe.baseUrl,
      },
    };
    const {begin, order, payment, tell} = await start(two);
    await begin();
    const {reference} = await payment();
    stripe.pay(reference);
    const event = {
      type: 'checkout.session.completed',
      id: reference,
      at: NOW,
      secret: 'whsec_mairie',
    };
    const {body, headers} = stripeEvent(event);
    assert.equal((await tell(body, headers, 'stripe')).status, 200);
    assert.equal((await order()).payment_status, 'pending');
  });
});
