import type {PaymentStatus} from '@local-widgets/model/schemas.js';
import {callProvider, requireText, requireWebAddress} from './call-provider.js';
import {PaymentError, type PaymentProvider, type PaymentState} from './payment-provider.js';

const BASE_URL = 'https://api.mollie.com';

interface MollieAmount {
  currency?: unknown;
  value?: unknown;
}

/** What is read of `payment-response` (Mollie API v2). */
interface MolliePayment {
  id?: unknown;
  status?: unknown;
  amount?: MollieAmount;
  amountRefunded?: MollieAmount;
  _links?: {checkout?: {href?: unknown}};
}

/** `authorized` is only met with captures by hand, which are never asked for. */
const STATUSES: Readonly<Record<string, PaymentStatus>> = {
  open: 'pending',
  pending: 'pending',
  authorized: 'pending',
  paid: 'paid',
  canceled: 'failed',
  expired: 'failed',
  failed: 'failed',
};

/** Payments through Mollie's Payments API v2, on the shop's own profile. */
export function mollieProvider({
  apiKey,
  baseUrl = BASE_URL,
}: {
  apiKey: string;
  baseUrl?: string;
}): PaymentProvider {
  const call = (method: 'GET' | 'POST', path: string, body?: object, key?: string) =>
    callProvider({
      method,
      url: `${baseUrl}/v2${path}`,
      headers: {
        authorization: `Bearer ${apiKey}`,
        accept: 'application/hal+json',
        ...(body && {'content-type': 'application/json'}),
        ...(key !== undefined && {'idempotency-key': key}),
      },
      ...(body && {body: JSON.stringify(body)}),
    }) as Promise<MolliePayment>;

  return {
    name: 'mollie',
    async createPayment(order, urls, key) {
      const payment = await call('POST', '/payments', requestOf(order, urls), key);
      return {
        reference: requireText(payment.id, 'id'),
        url: requireWebAddress(payment._links?.checkout?.href, 'checkout link'),
      };
    },
    readPayment: async reference => stateOf(await call('GET', pathOf(reference))),
    verifyWebhook({body}) {
      // Mollie signs nothing and tells nothing: the id is a reason to ask, and that is all
      const id = new URLSearchParams(body).get('id') ?? '';
      return isReference(id) ? id : undefined;
    },
    async refund(reference, amount, key) {
      const body = {amount: amountOf(amount), description: reference, metadata: null};
      await call('POST', `${pathOf(reference)}/refunds`, body, key);
    },
  };
}

function requestOf(
  order: Parameters<PaymentProvider['createPayment']>[0],
  urls: Parameters<PaymentProvider['createPayment']>[1],
): object {
  return {
    amount: amountOf(order.amount),
    description: order.description.slice(0, 255),
    redirectUrl: urls.return,
    ...(urls.webhook !== undefined && {webhookUrl: urls.webhook}),
    locale: order.language === 'fr' ? 'fr_FR' : 'en_GB',
    metadata: {order: order.id},
  };
}

function stateOf({status, amount, amountRefunded}: MolliePayment): PaymentState {
  const known = STATUSES[requireText(status, 'status')];
  if (known === undefined) throw new PaymentError('broken', 'The status is unknown.');
  const cents = centsOf(amount);
  const isRefunded = amountRefunded !== undefined && cents > 0 && centsOf(amountRefunded) >= cents;
  return {
    status: known === 'paid' && isRefunded ? 'refunded' : known,
    amount: cents,
    currency: requireText(amount?.currency, 'currency'),
  };
}

/** `{currency: 'EUR', value: '12.30'}` of 1230. */
function amountOf(cents: number): {currency: string; value: string} {
  const value = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return {currency: 'EUR', value};
}

function centsOf(amount: MollieAmount | undefined): number {
  const match = /^(\d{1,9})\.(\d\d)$/.exec(requireText(amount?.value, 'amount'));
  if (!match) throw new PaymentError('broken', 'The amount is not in euros and cents.');
  return Number(match[1]) * 100 + Number(match[2]);
}

const isReference = (text: string) => /^tr_\w{1,60}$/.test(text);

/** @throws {PaymentError} `unknown` for what cannot be an id, so that no path is made of it */
function pathOf(reference: string): string {
  if (!isReference(reference)) throw new PaymentError('unknown', 'This is no id of Mollie.');
  return `/payments/${reference}`;
}
