import {holder, type Access} from '../access/access.js';
import type {FastifyInstance, FastifyPluginCallback, FastifyRequest} from 'fastify';
import type {HubContext} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {requireOrderByToken} from '../orders/find-order.js';
import {PaymentError, type PaymentProviderName, type PaymentWebhook} from './payment-provider.js';
import {settlePayment} from './settle-payment.js';
import {providersNamed} from './shop-provider.js';
import {startPayment} from './start-payment.js';

const provider: Access = {who: 'signer', named: 'a payment provider'};

/** Bytes of a webhook; those of Stripe hold a whole session. */
const BODY_LIMIT = 256 * 1024;

/**
 * - `POST /api/payments/:provider/webhook`: something has changed. Answered with 200 once it is written
 *   down, also when the payment is none of ours (Mollie asks for that, Stripe would try for days); with
 *   503 when the provider cannot be asked, so that it tells again.
 * - `GET /o/:token/pay`: leads the customer to the provider's page, and is good in a mail as well.
 */
export function paymentRoutes(context: HubContext): FastifyPluginCallback {
  return (app, _options, done) => {
    keepBodiesAsText(app);
    app.post<{Params: {provider: string}}>(
      '/api/payments/:provider/webhook',
      {
        config: {access: provider},
        bodyLimit: BODY_LIMIT,
        schema: {tags: ['payments'], summary: 'For payment providers'},
      },
      async request => {
        await receiveWebhook(context, request.params.provider, webhookOf(request));
        return {};
      },
    );
    app.get<{Params: {token: string}}>(
      '/o/:token/pay',
      {
        config: {access: holder('order')},
        schema: {tags: ['payments'], summary: 'Leads to the page on which the order is paid'},
      },
      async (request, reply) => {
        const {token} = request.params;
        const {order} = await requireOrderByToken(context.db, token);
        const returnUrl = `${context.config.publicUrl}/o/${token}`;
        const url = await pageToPay(context, order.id, returnUrl);
        return reply.header('cache-control', 'no-store').redirect(url, 303);
      },
    );
    done();
  };
}

/** The provider's page; the order's own when there is nothing to pay (any more), which tells why. */
async function pageToPay(context: HubContext, orderId: string, returnUrl: string): Promise<string> {
  try {
    return (await startPayment(context, {orderId, returnUrl})).url;
  } catch (error) {
    if (error instanceof HubProblem && error.code === 'wrong-state') return returnUrl;
    throw error;
  }
}

/** A signature is made over bytes, so they are not read as JSON before it was looked at. */
function keepBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', {parseAs: 'string'}, (_request, body, done) => done(null, body));
}

function webhookOf({headers, body}: FastifyRequest): PaymentWebhook {
  return {headers, body: typeof body === 'string' ? body : ''};
}

async function receiveWebhook(
  context: HubContext,
  name: string,
  webhook: PaymentWebhook,
): Promise<void> {
  const accounts = providersNamed(context, name);
  if (accounts.size === 0) throw new HubProblem('not-found');
  const {reference, shops} = verified(accounts, webhook);
  if (reference === undefined) return;
  const payment = await context.db
    .selectFrom('payments')
    .select('shop_id')
    .where('provider', '=', name)
    .where('reference', '=', reference)
    .executeTakeFirst();
  // signed by one shop's account, it says nothing about another's payments
  if (!payment || !shops.has(payment.shop_id)) return;
  try {
    await settlePayment(context, name as PaymentProviderName, reference);
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    const {code, message} = error;
    context.log.warn({provider: name, code, message}, 'A payment could not be asked after.');
    throw new HubProblem('unavailable', {retryAfter: 60}, {cause: error});
  }
}

/** What the webhook is about, and the shops whose account it can have come from. */
function verified(
  accounts: ReturnType<typeof providersNamed>,
  webhook: PaymentWebhook,
): {reference: string | undefined; shops: Set<string>} {
  const shops = new Set<string>();
  let reference: string | undefined;
  for (const [shopId, provider] of accounts) {
    try {
      reference = provider.verifyWebhook(webhook);
      shops.add(shopId);
    } catch (error) {
      if (!(error instanceof PaymentError)) throw error;
    }
  }
  if (shops.size === 0) throw new HubProblem('invalid');
  return {reference, shops};
}
