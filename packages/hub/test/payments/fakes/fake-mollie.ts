import {fakeServer, type FakeAnswer, type FakeRequest} from './fake-server.js';

export const MOLLIE_KEY = 'test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM';

interface Payment {
  resource: 'payment';
  id: string;
  mode: 'test';
  status: string;
  amount: {currency: string; value: string};
  amountRefunded?: {currency: string; value: string};
  description: string;
  redirectUrl: string;
  metadata: unknown;
}

/**
 * Mollie's Payments API v2, as far as its OpenAPI description (`payment-request`, `payment-response`,
 * `refund-request`, `error-response`) goes: it refuses what the real one refuses.
 */
export async function fakeMollie() {
  const payments = new Map<string, Payment>();
  const answered = new Map<string, FakeAnswer>();
  const server = await fakeServer(request => {
    if (request.headers.authorization !== `Bearer ${MOLLIE_KEY}`)
      return error(401, 'Missing authentication');
    const key = request.headers['idempotency-key'];
    const kept = typeof key === 'string' ? answered.get(key) : undefined;
    if (kept) return kept;
    const answer = route(request);
    if (typeof key === 'string' && answer.status < 300) answered.set(key, answer);
    return answer;
  });

  function route({method, path, headers, body}: FakeRequest): FakeAnswer {
    const [, id, refunds] = /^\/v2\/payments(?:\/(tr_\w+)(\/refunds)?)?$/.exec(path) ?? [];
    if (method === 'POST' && headers['content-type'] !== 'application/json')
      return error(415, 'type');
    if (method === 'POST' && path === '/v2/payments')
      return create(JSON.parse(body) as Record<string, unknown>);
    const payment = payments.get(id ?? '');
    if (!payment) return error(404, `No payment exists with token ${id ?? ''}.`);
    if (method === 'GET' && !refunds) return {status: 200, json: shown(payment)};
    if (method === 'POST' && refunds)
      return refund(payment, JSON.parse(body) as {amount?: unknown});
    return error(405, 'method');
  }

  function create(body: Record<string, unknown>): FakeAnswer {
    const {amount, description, redirectUrl, webhookUrl, locale, metadata, ...others} = body;
    const unknown = Object.keys(others)[0];
    if (unknown !== undefined) return error(422, 'Non-existent body parameter', unknown);
    if (!isAmount(amount)) return error(422, 'The amount contains an invalid value', 'amount');
    if (amount.value === '0.00')
      return error(422, 'The amount is lower than the minimum', 'amount');
    if (typeof description !== 'string' || !description)
      return error(422, 'required', 'description');
    if (!isWeb(redirectUrl)) return error(422, 'The redirect URL is invalid', 'redirectUrl');
    if (
      webhookUrl !== undefined &&
      (!isWeb(webhookUrl) || /localhost|127\.0\.0\.1/.test(webhookUrl))
    ) {
      return error(422, 'The webhook URL is invalid because it is unreachable', 'webhookUrl');
    }
    if (!['fr_FR', 'en_GB', undefined].includes(locale as string))
      return error(422, 'locale', 'locale');
    const id = `tr_fake${payments.size + 1}`;
    const payment: Payment = {
      resource: 'payment',
      id,
      mode: 'test',
      status: 'open',
      amount,
      description,
      redirectUrl,
      metadata,
    };
    payments.set(id, payment);
    return {status: 201, json: shown(payment)};
  }

  function refund(payment: Payment, {amount}: {amount?: unknown}): FakeAnswer {
    if (!isAmount(amount)) return error(422, 'The amount contains an invalid value', 'amount');
    if (payment.status !== 'paid') return error(422, 'The payment is not paid');
    if (payment.amountRefunded) return error(409, 'A duplicate refund has been detected');
    if (Number(amount.value) > Number(payment.amount.value))
      return error(422, 'too high', 'amount');
    payment.amountRefunded = amount;
    return {
      status: 201,
      json: {resource: 'refund', id: 're_1', amount, status: 'queued', paymentId: payment.id},
    };
  }

  const shown = (payment: Payment) => ({
    ...payment,
    createdAt: '2026-11-23T07:00:00+00:00',
    _links: {
      self: {
        href: `https://api.mollie.com/v2/payments/${payment.id}`,
        type: 'application/hal+json',
      },
      ...(payment.status === 'open' && {
        checkout: {href: `https://www.mollie.com/checkout/${payment.id}`, type: 'text/html'},
      }),
    },
  });

  return {
    ...server,
    payments,
    /** Knows nothing any more. */
    reset() {
      for (const kept of [payments, answered]) kept.clear();
      server.fail.length = 0;
    },
  };
}

function isAmount(amount: unknown): amount is Payment['amount'] {
  const {currency, value} = (amount ?? {}) as {currency?: unknown; value?: unknown};
  return currency === 'EUR' && typeof value === 'string' && /^\d+\.\d\d$/.test(value);
}

const isWeb = (url: unknown): url is string =>
  typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url);

function error(status: number, detail: string, field?: string): FakeAnswer {
  return {status, json: {status, title: 'Error', detail, ...(field && {field}), _links: {}}};
}
