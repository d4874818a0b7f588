import type {Clock} from '../chance-and-clock.js';
import {callProvider, requireText, requireWebAddress} from './call-provider.js';
import {
  PaymentError,
  type PayableOrder,
  type PaymentProvider,
  type PaymentState,
  type PaymentUrls,
} from './payment-provider.js';
import {isStripeSignature} from './stripe-signature.js';

const BASE_URL = 'https://api.stripe.com';
/** Answers keep their form when the account's own version moves on. */
const API_VERSION = '2024-06-20';

/** What is read of a `checkout.session`, its payment intent and latest charge expanded. */
interface StripeSession {
  id?: unknown;
  url?: unknown;
  status?: unknown;
  payment_status?: unknown;
  amount_total?: unknown;
  currency?: unknown;
  payment_intent?: {
    id?: unknown;
    status?: unknown;
    latest_charge?: {refunded?: unknown} | null;
  } | null;
}

export interface StripeOptions {
  secretKey: string;
  /** `whsec_…` of the endpoint that the merchant made for this hub. */
  webhookSecret: string;
  baseUrl?: string;
}

/** Payments through Stripe Checkout, on the shop's own account. */
export function stripeProvider(
  {secretKey, webhookSecret, baseUrl = BASE_URL}: StripeOptions,
  clock: Clock,
): PaymentProvider {
  const call = (method: 'GET' | 'POST', path: string, form?: Form, key?: string) =>
    callProvider({
      method,
      url: `${baseUrl}/v1${path}`,
      headers: {
        authorization: `Bearer ${secretKey}`,
        'stripe-version': API_VERSION,
        ...(form && {'content-type': 'application/x-www-form-urlencoded'}),
        ...(key !== undefined && {'idempotency-key': key}),
      },
      ...(form && {body: new URLSearchParams(form).toString()}),
    }) as Promise<StripeSession>;
  const read = (reference: string) =>
    call('GET', `${pathOf(reference)}?expand[]=payment_intent.latest_charge`);

  return {
    name: 'stripe',
    async createPayment(order, urls, key) {
      const session = await call('POST', '/checkout/sessions', formOf(order, urls), key);
      return {
        reference: requireText(session.id, 'id'),
        url: requireWebAddress(session.url, 'url'),
      };
    },
    readPayment: async reference => stateOf(await read(reference)),
    verifyWebhook({headers, body}) {
      const header = headers['stripe-signature'];
      const question = {body, secret: webhookSecret, now: clock.now()};
      if (typeof header !== 'string' || !isStripeSignature(header, question)) {
        throw new PaymentError('refused', 'The signature is not that of Stripe.');
      }
      return sessionOf(body);
    },
    async refund(reference, amount, key) {
      const {payment_intent: intent} = await read(reference);
      const form = {payment_intent: requireText(intent?.id, 'payment'), amount: String(amount)};
      await call('POST', '/refunds', form, key);
    },
  };
}

type Form = Record<string, string>;

function formOf(order: PayableOrder, urls: PaymentUrls): Form {
  return {
    mode: 'payment',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': String(order.amount),
    'line_items[0][price_data][product_data][name]': order.description,
    success_url: urls.return,
    cancel_url: urls.return,
    client_reference_id: order.id,
    locale: order.language === 'fr' ? 'fr' : 'en-GB',
    'metadata[order]': order.id,
    'payment_intent_data[description]': order.description,
    // one pays what the shop asks, in its currency
    'adaptive_pricing[enabled]': 'false',
  };
}

function stateOf(session: StripeSession): PaymentState {
  if (!Number.isSafeInteger(session.amount_total)) {
    throw new PaymentError('broken', 'The answer has no amount.');
  }
  return {
    status: statusOf(session),
    amount: session.amount_total as number,
    currency: requireText(session.currency, 'currency').toUpperCase(),
  };
}

function statusOf({status, payment_status, payment_intent: intent}: StripeSession) {
  if (intent?.latest_charge?.refunded === true) return 'refunded';
  switch (requireText(payment_status, 'payment_status')) {
    case 'paid':
    case 'no_payment_required':
      return 'paid';
    case 'unpaid':
      break;
    default:
      throw new PaymentError('broken', 'The payment status is unknown.');
  }
  // a bank may say no days after the session is complete
  const hasFailed = status === 'complete' && intent?.status === 'requires_payment_method';
  return status === 'expired' || hasFailed ? 'failed' : 'pending';
}

/** The session that an event is about; `undefined` for events about other things. */
function sessionOf(body: string): string | undefined {
  const event = parsed(body) as {type?: unknown; data?: {object?: {id?: unknown}}} | null;
  const id = event?.data?.object?.id;
  const isAboutSession =
    typeof event?.type === 'string' && event.type.startsWith('checkout.session.');
  return isAboutSession && typeof id === 'string' && isReference(id) ? id : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new PaymentError('refused', 'The webhook is no JSON.', {cause: error});
  }
}

const isReference = (text: string) => /^cs_\w{1,200}$/.test(text);

/** @throws {PaymentError} `unknown` for what cannot be an id, so that no path is made of it */
function pathOf(reference: string): string {
  if (!isReference(reference)) throw new PaymentError('unknown', 'This is no id of Stripe.');
  return `/checkout/sessions/${reference}`;
}
