import {createHmac} from 'node:crypto';
import {fakeServer, type FakeAnswer, type FakeRequest} from './fake-server.js';

export const STRIPE_KEY = 'sk_test_4eC39HqLyjWDarjtT1zdp7dc';
export const STRIPE_SECRET = 'whsec_test_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH';

interface Session {
  id: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid' | 'no_payment_required';
  amount_total: number;
  form: URLSearchParams;
  intent?: {id: string; status: string; refunded: boolean};
}

/** What `POST /v1/checkout/sessions` is asked for here; anything else is `parameter_unknown`. */
const PARAMETERS = new Set([
  'mode',
  'line_items[0][quantity]',
  'line_items[0][price_data][currency]',
  'line_items[0][price_data][unit_amount]',
  'line_items[0][price_data][product_data][name]',
  'success_url',
  'cancel_url',
  'client_reference_id',
  'locale',
  'metadata[order]',
  'payment_intent_data[description]',
  'adaptive_pricing[enabled]',
]);

/** Stripe's API for Checkout, as far as its reference goes: it refuses what the real one refuses. */
export async function fakeStripe() {
  const sessions = new Map<string, Session>();
  const answered = new Map<string, {body: string; answer: FakeAnswer}>();
  const server = await fakeServer(request => {
    const {headers, body} = request;
    if (headers.authorization !== `Bearer ${STRIPE_KEY}`)
      return error(401, 'Invalid API Key provided');
    const key = headers['idempotency-key'];
    const kept = typeof key === 'string' ? answered.get(key) : undefined;
    if (kept)
      return kept.body === body ? kept.answer : error(400, 'Keys for idempotent requests …');
    const answer = route(request);
    if (typeof key === 'string' && answer.status < 500) answered.set(key, {body, answer});
    return answer;
  });

  function route({method, path, query, headers, body}: FakeRequest): FakeAnswer {
    if (method === 'POST' && headers['content-type'] !== 'application/x-www-form-urlencoded') {
      return error(400, 'Invalid request (check that your POST content type is form-encoded)');
    }
    if (method === 'POST' && path === '/v1/checkout/sessions')
      return create(new URLSearchParams(body));
    if (method === 'POST' && path === '/v1/refunds') return refund(new URLSearchParams(body));
    const session = sessions.get(path.replace('/v1/checkout/sessions/', ''));
    if (method !== 'GET' || !session) return error(404, 'No such checkout.session');
    return {status: 200, json: shown(session, query.getAll('expand[]'))};
  }

  function create(form: URLSearchParams): FakeAnswer {
    const unknown = [...form.keys()].find(name => !PARAMETERS.has(name));
    if (unknown !== undefined) return error(400, `Received unknown parameter: ${unknown}`);
    if (form.get('mode') !== 'payment') return error(400, 'You must pass `mode`');
    const price = (name: string) => form.get(`line_items[0][price_data][${name}]`) ?? '';
    if (price('currency') !== 'eur' || !price('product_data][name'))
      return error(400, 'price_data');
    if (!/^\d+$/.test(price('unit_amount'))) return error(400, 'Invalid integer');
    if (form.get('line_items[0][quantity]') !== '1') return error(400, 'Invalid integer: quantity');
    if (!URL.canParse(form.get('success_url') ?? '')) return error(400, 'Not a valid URL');
    if (Number(price('unit_amount')) < 50) return error(400, 'amount_too_small');
    const id = `cs_test_fake${sessions.size + 1}`;
    const amount_total = Number(price('unit_amount'));
    const session: Session = {id, status: 'open', payment_status: 'unpaid', amount_total, form};
    sessions.set(id, session);
    return {status: 200, json: shown(session, [])};
  }

  function refund(form: URLSearchParams): FakeAnswer {
    const session = [...sessions.values()].find(
      ({intent}) => intent?.id === form.get('payment_intent'),
    );
    if (!session?.intent) return error(400, 'No such payment_intent');
    if (session.intent.refunded) return error(400, 'charge_already_refunded');
    if (Number(form.get('amount')) !== session.amount_total) return error(400, 'amount');
    session.intent.refunded = true;
    return {status: 200, json: {id: 're_1', object: 'refund', status: 'succeeded'}};
  }

  return {
    ...server,
    sessions,
    /** Knows nothing any more. */
    reset() {
      for (const kept of [sessions, answered]) kept.clear();
      server.fail.length = 0;
    },
    /** The customer pays. */
    pay(id: string) {
      const intent = {id: `pi_${id}`, status: 'succeeded', refunded: false};
      Object.assign(sessions.get(id)!, {status: 'complete', payment_status: 'paid', intent});
    },
  };
}

function shown({id, status, payment_status, amount_total, intent}: Session, expand: string[]) {
  const isExpanded = expand.includes('payment_intent.latest_charge');
  const latest_charge = intent && {id: 'ch_1', refunded: intent.refunded};
  return {
    id,
    object: 'checkout.session',
    status,
    payment_status,
    amount_total,
    currency: 'eur',
    url: status === 'open' ? `https://checkout.stripe.com/c/pay/${id}` : null,
    payment_intent: intent
      ? isExpanded
        ? {id: intent.id, status: intent.status, latest_charge}
        : intent.id
      : null,
  };
}

function error(status: number, message: string): FakeAnswer {
  return {status, json: {error: {type: 'invalid_request_error', message}}};
}

/** The body and header of a webhook, signed as Stripe signs. */
export function stripeEvent({
  type,
  id,
  at,
  secret = STRIPE_SECRET,
}: {
  type: string;
  id: string;
  at: Date;
  secret?: string;
}): {body: string; headers: {'stripe-signature': string}} {
  const body = JSON.stringify({id: 'evt_1', object: 'event', type, data: {object: {id}}}, null, 2);
  const time = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return {body, headers: {'stripe-signature': `t=${time},v1=${signature},v0=00`}};
}
